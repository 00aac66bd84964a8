import type { AgreementView } from '#apps/server/pages.ts';
import { showInstant, showLastDay } from '../format.ts';
import styles from './customer.module.css';

type Variation = AgreementView['variations'][number];

/** Returns whether a variation holds now, is to come, or has ended, as of then. */
function when(variation: Variation, asOf: string): string {
  if (variation.inForce) return 'in force';
  return Date.parse(variation.from) > Date.parse(asOf) ? 'to come' : 'ended';
}

/** What departs from the clause: in force, to come and past. */
export function Variations(props: { variations: readonly Variation[]; zone: string; asOf: string }) {
  const { variations, zone, asOf } = props;
  if (variations.length === 0) return null;
  return (
    <div>
      <h4 className={styles.small}>Departures from the clause</h4>
      <ul className={styles.variations}>
        {variations.map((variation) => (
          <li key={variation.id} data-in-force={variation.inForce}>
            <span className={styles.when}>{when(variation, asOf)}</span>
            <div>
              <p>
                <strong>{variation.words}</strong>
              </p>
              <p className="dimmed small">
                {variation.kind === 'permit' ? 'Permit' : 'Forbearance'} {variation.id}, from{' '}
                {showInstant(variation.from, zone)} until {showLastDay(variation.until, zone)}.{' '}
                {variation.reason}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
