import { Skeleton } from '@mantine/core';
import styles from './positions.module.css';

const rows = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

/** The shape of the page while it is being read. */
export function PositionsLoading() {
  return (
    <div aria-busy="true">
      <h1>Positions</h1>
      <p className="hiddenVisually" role="status">
        Reading the positions…
      </p>
      <div className={styles.summary}>
        <Skeleton height={22} width="min(34rem, 90%)" />
        <Skeleton height={14} width="9rem" mt="xs" />
      </div>
      <Skeleton height={36} width="min(22rem, 100%)" mb="xl" />
      <div className={styles.box}>
        {rows.map((row) => (
          <div key={row} className={styles.ghost}>
            <Skeleton height={14} width="22%" />
            <Skeleton height={14} width="38%" />
            <Skeleton height={14} width="14%" />
            <Skeleton height={14} width="12%" />
          </div>
        ))}
      </div>
    </div>
  );
}
