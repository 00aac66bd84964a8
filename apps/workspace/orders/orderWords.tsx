import { showDate, showNumber, unitWord } from '../format.ts';
import styles from '../quotes/quotes.module.css';
import type { Order } from './orderData.ts';

const words: Record<Order['status'], string> = {
  prepared: 'Being prepared',
  requested: 'Waits for an offer',
  quoted: 'Offered',
  agreed: 'Agreed',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
};
const tones: Record<Order['status'], string> = {
  prepared: 'unknown',
  requested: 'near',
  quoted: 'covered',
  agreed: 'within',
  declined: 'unknown',
  withdrawn: 'unknown',
};

/** Returns the word for where an order stands. */
export function statusWord(status: Order['status']): string {
  return words[status];
}

/** Where an order stands, as a word. */
export function OrderStatus({ status }: { status: Order['status'] }) {
  return (
    <span className={styles.status} data-tone={tones[status]}>
      {words[status]}
    </span>
  );
}

/** Returns what is wanted: `20 seats more of Atlas`, `Atlas in the edition Business`. */
export function wanted({ seen, unit, product, edition }: Order): string {
  if (edition) return `${product.name} in the edition ${edition.name}`;
  return `${showNumber(seen.units)} ${unitWord(seen.units, unit)} more of ${product.name}`;
}

/** Returns the days it is for, both included. */
export function daysOf({ seen }: Order): string {
  const last = new Date(`${seen.until}T00:00:00Z`);
  last.setUTCDate(last.getUTCDate() - 1);
  return `${showDate(seen.firstDay)} – ${showDate(last.toISOString().slice(0, 10))}`;
}

/** Returns the sum that was shown, as people write it. */
export function totalOf({ seen }: Order): string {
  if (seen.total === null) return 'no price';
  return new Intl.NumberFormat('en-US', { style: 'currency', currency: seen.currency }).format(
    seen.total as `${number}`,
  );
}
