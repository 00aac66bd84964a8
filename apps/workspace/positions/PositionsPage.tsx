import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ShownPositions } from '../data/positions.ts';
import { countOf } from '../format.ts';
import { addressOf, type Filter, isNarrowed, type Order } from './filter.ts';
import { PositionCards } from './PositionCards.tsx';
import { PositionsFilter } from './PositionsFilter.tsx';
import { PositionsSummary } from './PositionsSummary.tsx';
import { PositionsTable } from './PositionsTable.tsx';
import styles from './positions.module.css';
import { SavedFilters } from './SavedFilters.tsx';

/** From this width on the table fits; below it each position is a card. */
const tableFits = '(min-width: 72rem), print';

const inWords: Record<Order, string> = {
  money: 'most money at stake first, each currency by itself unless you gave exchange rates',
  customer: 'by customer',
  status: 'by status',
  renews: 'next renewal first',
  severity: 'gravest first',
  due: 'next due date first',
};

/** The list as it is filtered, as files. */
function Files({ filter }: { filter: Filter }) {
  const address = addressOf(filter);
  const href = (format: string) => `/v1/positions/export?${address}${address ? '&' : ''}format=${format}`;
  return (
    <span className={`${styles.files} noPrint`}>
      <a href={href('xlsx')} download>
        Excel
      </a>
      <a href={href('csv')} download>
        CSV
      </a>
    </span>
  );
}

/** The positions that pass the filter: in one line what they come to, then each of them, the next ones by a button. */
export function PositionsPage(props: {
  shown: ShownPositions;
  filter: Filter;
  onFilter: (filter: Filter) => void;
  more: { readonly there: boolean; readonly busy: boolean; readonly read: () => void };
}) {
  const { filter, more, onFilter } = props;
  const { first, rows } = props.shown;
  const wide = useMediaQuery(tableFits, true, { getInitialValueInEffect: false });
  const all = first.totals?.all ?? 0;
  const found = first.total ?? 0;
  const order = filter.backwards
    ? `${inWords[filter.order ?? 'money']}, turned around`
    : inWords[filter.order ?? 'money'];
  const count =
    found === all
      ? `${countOf(all, 'position', 'positions')}, ${order}`
      : `${found.toLocaleString('en-US')} of ${countOf(all, 'position', 'positions')}, ${order}`;
  return (
    <>
      <h1>Positions</h1>
      <PositionsSummary page={first} narrowed={isNarrowed(filter)} />
      <SavedFilters filter={filter} />
      <PositionsFilter totals={first.totals} filter={filter} onFilter={onFilter} />
      <div className={styles.countLine}>
        <p role="status" className={`${styles.count} dimmed small`}>
          {count}
        </p>
        {found > 0 && <Files filter={filter} />}
      </div>
      {found === 0 && (
        <p className={styles.nothing}>No position matches. Take away a word or a filter to see more.</p>
      )}
      {rows.length > 0 &&
        (wide ? (
          <PositionsTable positions={rows} filter={filter} onFilter={onFilter} />
        ) : (
          <PositionCards positions={rows} />
        ))}
      {more.there && (
        <Button variant="default" mt="md" loading={more.busy} onClick={more.read}>
          Show more ({(found - rows.length).toLocaleString('en-US')} left)
        </Button>
      )}
    </>
  );
}
