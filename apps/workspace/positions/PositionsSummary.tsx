import type { PositionsPage } from '#apps/server/positions/schemas.ts';
import { countOf, listed, showInstant } from '../format.ts';
import styles from './positions.module.css';

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What all positions that pass the filter come to, in one line; the money of each currency by itself. */
export function PositionsSummary({ page, narrowed }: { page: PositionsPage; narrowed: boolean }) {
  const { totals } = page;
  const beyond = totals?.statuses.find(({ status }) => status === 'beyond')?.positions ?? 0;
  const money = totals?.atStake.map((sum) => sum.shown) ?? [];
  return (
    <div className={styles.summary}>
      <p className={styles.lead}>
        {narrowed && 'What you have chosen: '}
        <strong>{countOf(totals?.customers ?? 0, 'customer', 'customers')}</strong>,{' '}
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
