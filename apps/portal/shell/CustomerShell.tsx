import { Outlet } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { Dialog } from '#platform/ui/Dialog.tsx';
import { Icon } from '#platform/ui/Icon.tsx';
import { Loading } from '#platform/ui/states.tsx';
import { useCustomerName } from '../data/customer.ts';
import { useViewer } from '../data/session.ts';
import { addressOf, To, useCustomer } from '../parts/To.tsx';
import { openPlaces } from '../places.ts';
import { useWords } from '../words/Words.tsx';
import { Mark } from './Mark.tsx';
import { Settings } from './Settings.tsx';
import styles from './shell.module.css';
import { ViewerBar } from './ViewerBar.tsx';
import { shellWords } from './words.ts';

/** What stands around every page of one customer: the way to all places, at the side or, on a phone, at the bottom. */
export function CustomerShell() {
  const say = useWords(shellWords);
  const customer = useCustomer();
  const name = useCustomerName(customer);
  return (
    <>
      <a className={styles.skip} href="#main">
        {say('skip')}
      </a>
      <div className={styles.shell}>
        <header className={styles.side}>
          <To address={addressOf(customer)} className={styles.name}>
            <Mark />
            <span>{name ?? 'Goodterms'}</span>
          </To>
          <PlaceList customer={customer} />
          <div className={styles.wideOnly}>
            <Settings />
          </div>
        </header>
        <div className={styles.page}>
          <ViewerBar customer={customer} name={name ?? customer} />
          <main id="main" tabIndex={-1} className={styles.main}>
            <Suspense fallback={<Loading label={say('loading')} />}>
              <Outlet />
            </Suspense>
          </main>
        </div>
      </div>
    </>
  );
}

/** How many places stand at the bottom of a phone, beside the way to all others. */
const atHand = 4;

function PlaceList({ customer }: { customer: string }) {
  const say = useWords(shellWords);
  const viewer = useViewer();
  const [isOpen, setOpen] = useState(false);
  const shown = openPlaces.filter(
    ({ word, shownTo }) => word !== null && (!shownTo || (viewer !== undefined && shownTo(viewer))),
  );
  const entry = ({ path, word, icon }: (typeof shown)[number], large: boolean) => (
    <To
      address={addressOf(customer, path)}
      className={styles.place}
      onClick={() => setOpen(false)}
      {...({ activeOptions: { exact: path === '', includeSearch: false } } as object)}
    >
      <Icon name={icon} size={large ? 20 : 18} />
      <span>{word && say(word)}</span>
    </To>
  );
  return (
    <nav aria-label={say('menu')} className={`${styles.nav} noPrint`}>
      <ul>
        {shown.map((place, n) => (
          <li key={place.path} className={n >= atHand ? styles.wideOnly : undefined}>
            {entry(place, true)}
          </li>
        ))}
        <li className={styles.narrowOnly}>
          <button type="button" className={styles.place} aria-haspopup="dialog" onClick={() => setOpen(true)}>
            <Icon name="more" size={20} />
            <span>{say('more')}</span>
          </button>
        </li>
      </ul>
      {isOpen && (
        <Dialog title={say('more')} closeLabel={say('close')} onClose={() => setOpen(false)}>
          <ul className={styles.sheet}>
            {shown.slice(atHand).map((place) => (
              <li key={place.path}>{entry(place, false)}</li>
            ))}
          </ul>
          <Settings />
        </Dialog>
      )}
    </nav>
  );
}
