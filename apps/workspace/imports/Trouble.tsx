import { asFailure } from '../data/failure.ts';
import styles from './imports.module.css';

/** What went wrong with something the reader did, and what to do about it. */
export function Trouble({ thrown }: { thrown: unknown }) {
  const failure = asFailure(thrown);
  return (
    <div role="alert" className={styles.trouble}>
      <p>
        <strong>{failure.title}.</strong> {failure.detail}
      </p>
      <p>{failure.todo}</p>
    </div>
  );
}
