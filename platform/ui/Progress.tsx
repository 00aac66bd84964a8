import { useId } from 'react';
import styles from './Progress.module.css';

/** How far something long has come, from 0 to 1; `null`: that cannot be told. `words` stand beside it. */
export function Progress({ label, done, words }: { label: string; done: number | null; words?: string }) {
  const id = useId();
  return (
    <div className={styles.progress}>
      <div className={styles.words}>
        <label htmlFor={id}>{label}</label>
        {words && <span className="numbers">{words}</span>}
      </div>
      <progress id={id} className={styles.bar} max={1} value={done ?? undefined} />
    </div>
  );
}

/** Where somebody is among several steps, each with its name. */
export function Steps(props: { label: string; steps: readonly string[]; at: number }) {
  return (
    <ol className={styles.steps} aria-label={props.label}>
      {props.steps.map((step, n) => (
        <li
          key={step}
          aria-current={n === props.at ? 'step' : undefined}
          data-state={n < props.at ? 'done' : n === props.at ? 'here' : 'ahead'}
        >
          <span>{step}</span>
        </li>
      ))}
    </ol>
  );
}
