import type { CustomerPage } from '#apps/server/pages.ts';
import { findingAnchor } from '../findings/anchor.ts';
import { StateBadge, StatusBadge, statuses } from '../parts/StatusBadge.tsx';
import styles from './customer.module.css';

/** What the page comes to: each finding in a sentence, or that there is none. */
export function InShort({ page }: { page: CustomerPage }) {
  if (page.findings.length > 0) {
    return (
      <section className={styles.short} aria-label="In short">
        {page.findings.map((finding) => (
          <div key={finding.key}>
            <StateBadge state={finding.state} />
            <p>
              {finding.summary} <a href={`#${findingAnchor(finding.key)}`}>See the finding</a>
            </p>
          </div>
        ))}
      </section>
    );
  }
  const clauses = page.agreements.flatMap((agreement) => agreement.clauses);
  const status = statuses.find((one) => clauses.some((clause) => clause.status === one)) ?? 'cannot-tell';
  const unknown = clauses.some((clause) => clause.status === 'cannot-tell');
  return (
    <section className={styles.short} aria-label="In short">
      <div>
        <StatusBadge status={status} />
        <p>
          {clauses.length === 0 && 'No agreement has been recorded for this customer yet.'}
          {clauses.length > 0 &&
            unknown &&
            'Nothing was found beyond what was agreed, but not everything could be counted.'}
          {clauses.length > 0 && !unknown && 'Nothing was found beyond what was agreed.'}
        </p>
      </div>
    </section>
  );
}
