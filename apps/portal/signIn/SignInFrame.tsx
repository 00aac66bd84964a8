import { type ReactNode, useEffect, useRef } from 'react';
import { Mark } from '../shell/Mark.tsx';
import { Settings } from '../shell/Settings.tsx';
import styles from './signIn.module.css';

/** A page at the doors: its name, what it is for, and below it language and colors. A step with a new name is announced from its top. */
export function SignInFrame(props: { title: string; lead?: ReactNode; wide?: boolean; children: ReactNode }) {
  const { title, lead, wide, children } = props;
  const main = useRef<HTMLElement>(null);
  const shown = useRef(title);
  useEffect(() => {
    if (shown.current === title) return;
    shown.current = title;
    main.current?.focus({ preventScroll: true });
  }, [title]);
  const width = wide ? { 'data-wide': true } : {};
  return (
    <div className={styles.frame}>
      <title>{`${title} · Goodterms`}</title>
      <header className={styles.head} {...width}>
        <Mark />
        <span>Goodterms</span>
      </header>
      <main id="main" ref={main} tabIndex={-1} className={styles.main} {...width}>
        <div className="stack">
          <h1>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {children}
      </main>
      <footer className={`${styles.foot} noPrint`} {...width}>
        <Settings />
      </footer>
    </div>
  );
}
