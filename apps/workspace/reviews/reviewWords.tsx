import styles from '../quotes/quotes.module.css';
import type { Summary } from './reviewData.ts';

export const statusWords: Readonly<Record<Summary['status'], string>> = {
  due: 'Due',
  offered: 'Times offered',
  booked: 'Booked',
  held: 'Held',
  dropped: 'Dropped',
};

export const causeWords: Readonly<Record<Summary['cause'], string>> = {
  cadence: 'Its turn has come',
  renewal: 'The renewal is near',
  asked: 'Somebody asked',
};

const tones = { due: 'near', offered: 'near', booked: 'covered', held: 'within', dropped: 'none' } as const;

/** Where a review stands, and whose turn it is. */
export function ReviewStatus({ review }: { review: Pick<Summary, 'status' | 'offeredBy'> }) {
  const waits = review.offeredBy === 'customer' ? ': they wait for us' : ': we wait for them';
  return (
    <span className={styles.status} data-tone={tones[review.status]}>
      {statusWords[review.status]}
      {review.status === 'offered' && waits}
    </span>
  );
}

/** The last day of a period whose `until` is the day after it. */
export function dayBefore(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}
