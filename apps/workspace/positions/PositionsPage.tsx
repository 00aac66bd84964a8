import { useMediaQuery } from '@mantine/hooks';
import type { PositionsPage as Page } from '#apps/server/pages.ts';
import { countOf } from '../format.ts';
import { type Filter, filterPositions } from './filterPositions.ts';
import { PositionCards } from './PositionCards.tsx';
import { PositionsFilter } from './PositionsFilter.tsx';
import { PositionsSummary } from './PositionsSummary.tsx';
import { PositionsTable } from './PositionsTable.tsx';
import styles from './positions.module.css';

/** From this width on the table fits; below it each position is a card. */
const tableFits = '(min-width: 60rem), print';

/** All positions: in one line what they come to, then each of them, worst first. */
export function PositionsPage(props: { page: Page; filter: Filter; onFilter: (filter: Filter) => void }) {
  const { page, filter } = props;
  const shown = filterPositions(page.positions, filter);
  const wide = useMediaQuery(tableFits, true, { getInitialValueInEffect: false });
  const all = page.positions.length;
  const count =
    shown.length === all
      ? `${countOf(all, 'position', 'positions')}, worst first by money`
      : `${shown.length} of ${countOf(all, 'position', 'positions')}`;
  return (
    <>
      <h1>Positions</h1>
      <PositionsSummary page={page} />
      <PositionsFilter positions={page.positions} filter={filter} onFilter={props.onFilter} />
      <p role="status" className={`${styles.count} dimmed small`}>
        {count}
      </p>
      {shown.length === 0 && (
        <p className={styles.nothing}>No position matches. Take away a word or a status to see more.</p>
      )}
      {shown.length > 0 &&
        (wide ? <PositionsTable positions={shown} /> : <PositionCards positions={shown} />)}
    </>
  );
}
