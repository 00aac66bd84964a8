import { asFailure } from '../data/failure.ts';
import styles from './papers.module.css';

/** What went wrong with a step, and what to do about it. */
export function Trouble({ thrown }: { thrown: unknown }) {
  const { title, detail, todo } = asFailure(thrown);
  return (
    <div role="alert" className={styles.trouble}>
      <p>
        <strong>{title}.</strong> {detail}
      </p>
      <p>{todo}</p>
    </div>
  );
}
