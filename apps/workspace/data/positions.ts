import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Position, PositionsPage } from '#apps/server/positions/schemas.ts';
import { addressOf, type Filter, queryOf } from '../positions/filter.ts';
import { client, dataOf } from './client.ts';

/** While the server is still reading usage, the figures change: look again every few seconds. */
const whileLoading = 3_000;

/** The positions read so far, and what all that pass the filter come to. */
export type ShownPositions = {
  readonly first: PositionsPage;
  readonly rows: readonly Position[];
};

/** The positions that pass a filter, page by page; those shown before stay until the next ones are there. */
export function usePositions(filter: Filter) {
  return useInfiniteQuery({
    queryKey: ['positions', addressOf(filter)],
    queryFn: ({ pageParam }) =>
      dataOf(
        client.GET('/v1/positions', {
          params: { query: { ...queryOf(filter), ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ) as Promise<PositionsPage>,
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    select: ({ pages }): ShownPositions => ({
      first: pages[0]!,
      rows: pages.flatMap(({ items }) => items),
    }),
    placeholderData: keepPreviousData,
    refetchInterval: (query) => (query.state.data?.pages[0]?.loading ? whileLoading : false),
  });
}

/** What there is to choose from in the filters. */
export function useChoices() {
  return useQuery({
    queryKey: ['positions', 'choices'],
    queryFn: () => dataOf(client.GET('/v1/positions/choices')),
    staleTime: 60_000,
  });
}
