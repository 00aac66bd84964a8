import type { FindingView } from '#apps/server/pages.ts';
import { Icon } from '../parts/Icon.tsx';
import styles from './findings.module.css';

/** What comparing the totals that a source states with its lines came to, in words. */
const reconciled: Record<string, string> = {
  agrees: 'The totals that the source states agree with its lines.',
  differs: 'The totals that the source states differ from its lines.',
  'nothing to compare': 'The source states no totals to compare its lines with.',
};

/** The two independent counts, the totals of the source, and what follows from them. */
export function Checks({ verification }: { verification: FindingView['verification'] }) {
  const agree = verification.counts === 'agree';
  return (
    <ul className={styles.checks}>
      <Check passed={agree}>
        {agree
          ? 'Two independent counts come to the same number in every window.'
          : `Two independent counts differ. ${verification.firstDifference ?? ''}`}
      </Check>
      <Check passed={verification.reconciliation !== 'differs'}>
        {reconciled[verification.reconciliation] ?? verification.reconciliation}
      </Check>
      <Check passed={verification.passed}>
        {verification.passed
          ? 'It passed all that must be right before anyone is contacted.'
          : 'It has not passed, so nobody is contacted.'}
      </Check>
      <li className="dimmed small">Time zones as of tzdata {verification.tzdata}.</li>
    </ul>
  );
}

function Check({ passed, children }: { passed: boolean; children: React.ReactNode }) {
  return (
    <li data-passed={passed}>
      <Icon name={passed ? 'within' : 'beyond'} />
      <span>{children}</span>
    </li>
  );
}
