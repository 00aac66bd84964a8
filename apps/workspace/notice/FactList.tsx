import type { NoticeView } from '#apps/server/pages.ts';
import { markFacts } from './factMarks.ts';
import styles from './notice.module.css';

/** Each fact that the message uses, by the number of its marks, with where it comes from. */
export function FactList({ facts, text }: { facts: NoticeView['facts']; text: string }) {
  const used = new Set(
    markFacts(
      text,
      facts.map((fact) => fact.shown),
    ).map((stretch) => stretch.fact),
  );
  return (
    <section className={styles.facts} aria-label="Facts in this message">
      <ol>
        {facts.map((fact, n) => {
          const first = facts.findIndex((one) => one.shown === fact.shown);
          if (!used.has(first)) return null;
          return (
            <li key={fact.id}>
              <span className={styles.factNumber}>{first + 1}</span>
              <div>
                <strong>{fact.shown}</strong>
                <span className="dimmed small"> {fact.kind}</span>
                <p className="dimmed small">
                  {first !== n && 'also: '}
                  {fact.trace}
                </p>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
