import type { FindingView, NoticeView } from '#apps/server/pages.ts';
import { showGroup, showInstant, showLastDay, unitWord } from '../format.ts';
import { NoticePanel } from '../notice/NoticePanel.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import { Facts } from '../parts/Facts.tsx';
import { StateBadge } from '../parts/StatusBadge.tsx';
import { MakeQuote } from '../quotes/MakeQuote.tsx';
import { findingAnchor } from './anchor.ts';
import { Commands } from './Commands.tsx';
import styles from './findings.module.css';
import { peakWindow, windowWords } from './peak.ts';
import { Why } from './Why.tsx';

/** One finding: what it says, what can be done about it, why it is so, and how we would write about it. */
export function FindingCard(props: {
  customer: string;
  finding: FindingView;
  notices: readonly NoticeView[];
  zone: string;
}) {
  const { customer, finding, zone } = props;
  const group = showGroup(finding.group);
  const unit = (count: string) => `${count} ${unitWord(count, finding.unit)}`;
  return (
    <article className={styles.card} id={findingAnchor(finding.key)}>
      <header className={styles.head}>
        <h3>
          {finding.product.name}
          {group && `, ${group}`}: {unit(finding.excess)} beyond
        </h3>
        <StateBadge state={finding.state} />
      </header>
      <p className={styles.summary}>{finding.summary}</p>
      <Facts
        entries={[
          ['Limit', unit(finding.limit)],
          ['Measured', unit(finding.measured)],
          ['Excess', unit(finding.excess)],
          ['Since', showInstant(finding.since, zone)],
          ['Until', untilWords(finding, zone)],
          ['Highest', windowWords(finding, peakWindow(finding), zone)],
          ['Windows beyond', finding.windowsBeyond.toLocaleString('en-US')],
        ]}
      />
      <div className={styles.cause}>
        <h4>Cause</h4>
        <p>{finding.cause ?? 'Not known yet.'}</p>
      </div>
      <Commands customer={customer} finding={finding} />
      {finding.state === 'confirmed' && finding.trueUp && (
        <MakeQuote customer={customer} finding={finding.key} />
      )}
      <Disclosure label="Show me why" strong long>
        <Why customer={customer} finding={finding} zone={zone} />
      </Disclosure>
      {props.notices.map((notice) => (
        <NoticePanel key={notice.kind} notice={notice} />
      ))}
    </article>
  );
}

function untilWords({ until, state }: FindingView, zone: string) {
  if (until !== null) return showLastDay(until, zone);
  return state === 'cleared' ? 'cleared by a recount' : 'still so';
}
