import { usePositions } from '../data/positions.ts';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import type { Filter } from './filter.ts';
import { PositionsEmpty } from './PositionsEmpty.tsx';
import { PositionsLoading } from './PositionsLoading.tsx';
import { PositionsPage } from './PositionsPage.tsx';

/** The page of all positions in each of its states: loading, failed, empty, there. */
export function PositionsRoute(props: { filter: Filter; onFilter: (filter: Filter) => void }) {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = usePositions(props.filter);
  if (error && !data) return <FailureNotice thrown={error} onRetry={() => refetch()} />;
  const isEmpty = data?.first.totals?.all === 0;
  const more = { there: hasNextPage, busy: isFetchingNextPage, read: () => void fetchNextPage() };
  return (
    <>
      <PageTitle>Positions</PageTitle>
      {!data && <PositionsLoading />}
      {data && isEmpty && <PositionsEmpty loading={data.first.loading} />}
      {data && !isEmpty && <PositionsPage shown={data} more={more} {...props} />}
    </>
  );
}
