import { asFailure } from '../data/failure.ts';
import styles from './quotes.module.css';

/** Why something was not done, and what to do about it. */
export function Trouble({ thrown }: { thrown: unknown }) {
  const { title, detail, todo } = asFailure(thrown);
  return (
    <p role="alert" className={styles.trouble}>
      <strong>{title}.</strong> {detail} {todo}
    </p>
  );
}
