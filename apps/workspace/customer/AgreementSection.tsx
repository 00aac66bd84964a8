import type { AgreementView } from '#apps/server/pages.ts';
import { showDate, showInstant, showLastDay } from '../format.ts';
import { Facts } from '../parts/Facts.tsx';
import { ClauseCard } from './ClauseCard.tsx';
import styles from './customer.module.css';

/** One agreement in plain words: its term, what was ordered and amended, and each of its clauses. */
export function AgreementSection({ agreement, asOf }: { agreement: AgreementView; asOf: string }) {
  const { zone } = agreement;
  const id = `agreement-${agreement.id}`;
  const ordered = agreement.orderLines.map((line) => line.words);
  const amended = agreement.amendments.map((one) => `From ${showInstant(one.from, zone)}: ${one.words}`);
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
            ['Until', showLastDay(agreement.until, zone)],
            ['Renews on', showDate(agreement.renewsOn)],
            ['Time zone', zone],
          ]}
        />
        {ordered.length + amended.length > 0 && (
          <div className={styles.columns}>
            <Lines title="Ordered" lines={ordered} />
            <Lines title="Amended" lines={amended} />
          </div>
        )}
      </div>
      {agreement.clauses.map((clause) => (
        <ClauseCard
          key={clause.id}
          clause={clause}
          zone={zone}
          asOf={asOf}
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
