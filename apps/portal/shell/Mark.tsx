import styles from './shell.module.css';

/** The sign of Goodterms. */
export function Mark() {
  return (
    <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" className={styles.markPaper} />
      <path d="M7 12h18M7 20h9" className={styles.markLines} />
      <path d="m19 20.5 2.6 2.6 4.6-5.4" className={styles.markCheck} />
    </svg>
  );
}
