import { usePositions } from '../data/queries.ts';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import type { Filter } from './filterPositions.ts';
import { PositionsEmpty } from './PositionsEmpty.tsx';
import { PositionsLoading } from './PositionsLoading.tsx';
import { PositionsPage } from './PositionsPage.tsx';

/** The page of all positions in each of its states: loading, failed, empty, there. */
export function PositionsRoute(props: { filter: Filter; onFilter: (filter: Filter) => void }) {
  const { data, error, refetch } = usePositions();
  if (error && !data) return <FailureNotice thrown={error} onRetry={() => refetch()} />;
  return (
    <>
      <PageTitle>Positions</PageTitle>
      {!data && <PositionsLoading />}
      {data && data.positions.length === 0 && <PositionsEmpty loading={data.loading} />}
      {data && data.positions.length > 0 && <PositionsPage page={data} {...props} />}
    </>
  );
}
