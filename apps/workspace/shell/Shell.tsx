import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useSession } from '../data/session.ts';
import { Search } from '../search/Search.tsx';
import { Bell } from './Bell.tsx';
import { ColorScheme } from './ColorScheme.tsx';
import { Help } from './Help.tsx';
import { Menu } from './Menu.tsx';
import { Navigation } from './Navigation.tsx';
import { NotAllowed } from './NotAllowed.tsx';
import { PrintHead } from './PrintHead.tsx';
import { placeAt } from './places.ts';
import styles from './shell.module.css';
import { WhoIsHere } from './WhoIsHere.tsx';

/** What stands around every page: the name, all places, search, help, what was told, who is here; and the landmark of the page itself. */
export function Shell() {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);

  // A new page is announced, and the keyboard starts at its top; not on the first one, where the browser does so.
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <>
      <a className={styles.skip} href="#main">
        Skip to the page
      </a>
      <header className={styles.header}>
        <div className={styles.bar}>
          <Menu />
          <Link to="/" className={styles.name} aria-label="Goodterms, all positions">
            <Mark />
            <span className={styles.word}>Goodterms</span>
          </Link>
          <div className={styles.tools}>
            <Search />
            <Help />
            <Bell />
            <WhoIsHere />
          </div>
        </div>
      </header>
      <PrintHead />
      <div className={styles.frame}>
        <aside aria-label="Places and colors" className={`${styles.side} noPrint`}>
          <Navigation />
          <ColorScheme />
        </aside>
        <main id="main" ref={main} tabIndex={-1} className={styles.main}>
          <Page />
        </main>
      </div>
    </>
  );
}

/** The page of the address, for those who may open it. */
function Page() {
  const { pathname } = useLocation();
  const { data: session, isPending } = useSession();
  const needed = placeAt(pathname)?.can ?? 'work.read';
  if (session && !session.can.includes(needed)) return <NotAllowed session={session} action={needed} />;
  // What few may open asks the server for nothing before it is known who is here.
  if (isPending && needed !== 'work.read') return <h1 aria-busy="true">…</h1>;
  return <Outlet />;
}

function Mark() {
  return (
    <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" className={styles.markPaper} />
      <path d="M7 12h18M7 20h9" className={styles.markLines} />
      <path d="m19 20.5 2.6 2.6 4.6-5.4" className={styles.markCheck} />
    </svg>
  );
}
