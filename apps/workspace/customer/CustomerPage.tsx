import { useEffect } from 'react';
import type { CustomerPage as Page } from '#apps/server/pages.ts';
import { EditLinks } from '../customers/EditLinks.tsx';
import { FindingCard } from '../findings/FindingCard.tsx';
import { showInstant } from '../format.ts';
import { PageTitle } from '../shell/PageTitle.tsx';
import { CustomerWork } from '../work/CustomerWork.tsx';
import { AgreementSection } from './AgreementSection.tsx';
import { CustomerHeader } from './CustomerHeader.tsx';
import styles from './customer.module.css';
import { InShort } from './InShort.tsx';
import { Unmatched } from './Unmatched.tsx';

/** One customer: who they are, what was agreed, what was used, what was found and how we would write about it. */
export function CustomerPage({ page }: { page: Page }) {
  const { customer, agreements, findings, notices } = page;
  const zones = new Map(agreements.map((agreement) => [agreement.id, agreement.zone]));
  const zone = agreements[0]?.zone ?? 'UTC';

  // The browser looked for the part the address names before it was there.
  useEffect(() => {
    const { hash } = window.location;
    if (hash.length > 1) document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
  }, []);

  return (
    <div className={styles.page}>
      <PageTitle>{customer.name}</PageTitle>
      <CustomerHeader customer={customer} flags={page.flags} />
      <EditLinks customer={customer.id} agreements={agreements} />
      <InShort page={page} />
      <CustomerWork page={page} />
      {agreements.map((agreement) => (
        <AgreementSection key={agreement.id} agreement={agreement} asOf={page.asOf} />
      ))}
      {findings.length > 0 && (
        <section className={styles.section} aria-labelledby="findings">
          <h2 id="findings">What we found</h2>
          {findings.map((finding) => (
            <FindingCard
              key={finding.key}
              customer={customer.id}
              finding={finding}
              notices={notices.filter((notice) => notice.finding === finding.key)}
              zone={zones.get(finding.agreement) ?? zone}
            />
          ))}
        </section>
      )}
      {page.unmatched.length > 0 && <Unmatched unmatched={page.unmatched} />}
      <p className="dimmed small">As of {showInstant(page.asOf, zone)}.</p>
    </div>
  );
}
