import type { AgreementView } from '#apps/server/pages.ts';
import { showDate, showInstant } from '../format.ts';
import { Facts } from '../parts/Facts.tsx';
import { ClauseCard } from './ClauseCard.tsx';
import styles from './customer.module.css';

/** One agreement in plain words: its term, what was ordered and amended, and each of its clauses. */
export function AgreementSection({ agreement }: { agreement: AgreementView }) {
  const { zone } = agreement;
  const id = `agreement-${agreement.id}`;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div>
        <h2 id={id}>{agreement.title}</h2>
        <p className="dimmed small">Agreement {agreement.id}</p>
      </div>
      <div className={styles.panel}>
        <Facts
          entries={[
            ['Signed on', showDate(agreement.signedOn)],
            ['Holds from', showInstant(agreement.from, zone)],
            ['Until', showInstant(agreement.until, zone)],
            ['Renews on', showDate(agreement.renewsOn)],
            ['Time zone', zone],
          ]}
        />
        <div className={styles.columns}>
          <Lines title="Ordered" lines={agreement.orderLines.map((line) => line.words)} />
          <Lines
            title="Amended"
            lines={agreement.amendments.map((one) => `From ${showInstant(one.from, zone)}: ${one.words}`)}
          />
        </div>
      </div>
      {agreement.clauses.map((clause) => (
        <ClauseCard
          key={clause.id}
          clause={clause}
          zone={zone}
          variations={agreement.variations.filter((variation) => variation.clause === clause.id)}
        />
      ))}
    </section>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <h3 className={styles.small}>{title}</h3>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
