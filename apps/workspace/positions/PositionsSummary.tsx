import type { PositionsPage } from '#apps/server/pages.ts';
import { countOf, listed, showInstant } from '../format.ts';
import styles from './positions.module.css';

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What all positions come to, in one line. */
export function PositionsSummary({ page }: { page: PositionsPage }) {
  const customers = new Set(page.positions.map((position) => position.customer.id)).size;
  const beyond = page.positions.filter((position) => position.status === 'beyond').length;
  const money = page.atStake.map((sum) => sum.shown);
  return (
    <div className={styles.summary}>
      <p className={styles.lead}>
        <strong>{countOf(customers, 'customer', 'customers')}</strong>,{' '}
        <strong>{countOf(beyond, 'position', 'positions')} beyond</strong> what was agreed
        {money.length > 0 && (
          <>
            , <strong className={styles.money}>{listed(money)}</strong> at stake
          </>
        )}
        .
      </p>
      <p className="dimmed small">
        As of {showInstant(page.asOf, ownZone)}
        {page.loading && (
          <span role="status" className={styles.reading}>
            Usage is still being read; the figures follow by themselves.
          </span>
        )}
      </p>
    </div>
  );
}
