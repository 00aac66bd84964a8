import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { ColorScheme } from './ColorScheme.tsx';
import { PlaceMenu } from './PlaceMenu.tsx';
import { everyDay, nowAndThen } from './places.ts';
import styles from './shell.module.css';

/** What stands around every page: the name, the way to the positions, light or dark, and the landmark of the page itself. */
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
          <Link to="/" className={styles.name} aria-label="Goodterms, all positions">
            <Mark />
            Goodterms
          </Link>
          <nav aria-label="Main" className={`${styles.places} noPrint`}>
            {everyDay.map(({ to, name }) => (
              <Link
                key={to}
                to={to}
                className={styles.link}
                activeOptions={{ exact: to === '/' || to === '/alerts', includeSearch: false }}
              >
                {name}
              </Link>
            ))}
            {nowAndThen.map(({ name, places }) => (
              <PlaceMenu key={name} name={name} places={places} />
            ))}
          </nav>
          <ColorScheme />
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
    </>
  );
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
