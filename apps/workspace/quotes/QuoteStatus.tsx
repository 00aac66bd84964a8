import type { Status } from './quoteData.ts';
import styles from './quotes.module.css';

const words: Record<Status, string> = {
  quoted: 'Offered',
  agreed: 'Agreed',
  billed: 'With billing',
  settled: 'Settled',
  withdrawn: 'Withdrawn',
};
const tones: Record<Status, string> = {
  quoted: 'near',
  agreed: 'covered',
  billed: 'covered',
  settled: 'within',
  withdrawn: 'unknown',
};

/** Returns the word for where a quote stands. */
export function statusWord(status: Status): string {
  return words[status];
}

/** Where a quote stands, as a word. */
export function QuoteStatus({ status }: { status: Status }) {
  return (
    <span className={styles.status} data-tone={tones[status]}>
      {words[status]}
    </span>
  );
}
