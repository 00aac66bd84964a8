import { Modal } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { asFailure } from '../data/failure.ts';
import type { Session } from '../data/session.ts';
import { Icon } from '../parts/Icon.tsx';
import { useFocusBack } from '../parts/useFocusBack.ts';
import { type Offer, offersFor } from './commands.ts';
import styles from './search.module.css';
import { useFound, useSettled } from './searchData.ts';

type PaletteProps = {
  readonly can: Session['can'];
  readonly onClose: () => void;
  readonly onGo: (place: string) => void;
};

/** One field that finds everything: things by name, pages and commands. Arrows choose, Enter goes there. */
export function Palette({ can, onClose, onGo }: PaletteProps) {
  useFocusBack();
  const [words, setWords] = useState('');
  const asked = useSettled(words.trim());
  const found = useFound(asked);
  const list = useId();
  const things = words.trim() === '' ? [] : (found.data ?? []);
  const offers = [...things, ...offersFor(words, can)];
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, offers.length - 1);
  const isAsking = words.trim() !== asked || found.isFetching;

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && offers.length > 0) setChosen((at + step + offers.length) % offers.length);
    else if (event.key === 'Enter' && offers[at] && !isAsking) onGo(offers[at].place);
    else return;
    event.preventDefault();
  };

  return (
    <Modal.Root opened onClose={onClose} size="lg" yOffset="10vh" centered={false} padding={0}>
      <Modal.Overlay />
      <Modal.Content aria-label="Search">
        <Modal.Body>
          <div className={styles.field}>
            <Icon name="search" size={18} />
            <input
              role="combobox"
              aria-expanded={offers.length > 0}
              aria-controls={list}
              aria-autocomplete="list"
              aria-activedescendant={offers[at] ? `${list}-${at}` : undefined}
              aria-label="Search customers, agreements, findings, quotes, pages"
              placeholder="Customers, agreements, findings, quotes, pages…"
              autoComplete="off"
              spellCheck={false}
              data-autofocus
              value={words}
              onChange={(event) => {
                setWords(event.currentTarget.value);
                setChosen(0);
              }}
              onKeyDown={onKeyDown}
            />
          </div>
          <Offers id={list} offers={offers} at={at} onGo={onGo} onAt={setChosen} />
          <p role="status" className={offers.length > 0 ? 'hiddenVisually' : styles.state}>
            {stateOf(words.trim(), isAsking, offers.length)}
          </p>
          {found.error && words.trim() !== '' && (
            <p role="alert" className={styles.state}>
              {asFailure(found.error).title}. {asFailure(found.error).todo}
            </p>
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function stateOf(words: string, isAsking: boolean, many: number): string {
  if (isAsking) return 'Looking…';
  if (many === 0) return `Nothing is called “${words}”. Try fewer letters, or another name for it.`;
  return `${many} ${many === 1 ? 'result' : 'results'}`;
}

type OffersProps = {
  readonly id: string;
  readonly offers: readonly Offer[];
  readonly at: number;
  readonly onGo: (place: string) => void;
  readonly onAt: (index: number) => void;
};

/** What was found, each sort under its name. */
function Offers({ id, offers, at, onGo, onAt }: OffersProps) {
  const active = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one is chosen, and is to be seen
  useEffect(() => {
    active.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <div id={id} role="listbox" aria-label="Results" className={styles.list}>
      {offers.map((offer, index) => (
        <div
          key={offer.id}
          id={`${id}-${index}`}
          ref={index === at ? active : undefined}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className={styles.offer}
          onPointerMove={() => index !== at && onAt(index)}
          onClick={() => onGo(offer.place)}
          onKeyDown={undefined}
        >
          <span className={styles.kind}>{offer.kind}</span>
          <span className={styles.title}>{offer.title}</span>
          {offer.detail && <span className={styles.detail}>{offer.detail}</span>}
        </div>
      ))}
    </div>
  );
}
