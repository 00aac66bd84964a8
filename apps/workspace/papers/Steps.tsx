import type { PaperLine } from './paperData.ts';
import styles from './papers.module.css';
import { stepsOf } from './paperWords.ts';

/** Where an import stands on its way. */
export function Steps({ status }: { status: PaperLine['status'] | null }) {
  return (
    <ol className={styles.steps} aria-label="Steps">
      {stepsOf(status).map(({ words, state }, i) => (
        <li key={words} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
          <span aria-hidden="true">{i + 1}</span>
          {words}
          {state === 'past' && <span className="hiddenVisually"> (done)</span>}
        </li>
      ))}
    </ol>
  );
}
