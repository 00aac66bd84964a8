import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { client, dataOf } from '../data/client.ts';
import type { paths } from '../data/v1.d.ts';

type Answer<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;
export type SourceItem = Answer<'/v1/sources'>['items'][number];
export type SourceDetail = Answer<'/v1/customers/{customer}/sources/{source}'>;
export type ConflictList = Answer<'/v1/customers/{customer}/conflicts'>;
export type Conflict = ConflictList['conflicts'][number];
export type Content = Conflict['contents'][number];
export type ScimToken = Answer<'/v1/customers/{customer}/scim-tokens'>['items'][number];

/** What the list of sources may be narrowed to, and how the choice reads. */
export const shows = {
  all: 'All sources',
  silent: 'Silent',
  gaps: 'With gaps',
  conflicts: 'With conflicts to settle',
  unmatched: 'With features of no product',
  totals: 'With totals that disagree',
} as const;
export type Show = keyof typeof shows;

/** Which source an address names. */
export type SourcePlace = { readonly customer: string; readonly source: string };

/** What the list shows. */
export type SourceFilter = {
  readonly show: Show;
  readonly search: string;
  readonly customer?: string | undefined;
};

/** Sources of all customers or of one, a page at a time. */
export function useSources({ show, search, customer }: SourceFilter) {
  return useInfiniteQuery({
    queryKey: ['sources', show, search, customer],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      dataOf(
        client.GET('/v1/sources', {
          params: {
            query: {
              show,
              search,
              ...(customer ? { customer } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** Everything about one source but its conflicts. */
export function useSource(path: SourcePlace) {
  return useQuery({
    queryKey: ['source', path],
    queryFn: () => dataOf(client.GET('/v1/customers/{customer}/sources/{source}', { params: { path } })),
  });
}

/** Conflicts of a source, fifty at a time from `offset` on; open ones first. */
export function useConflicts({ customer, source }: SourcePlace, offset: number) {
  return useQuery({
    queryKey: ['conflicts', customer, source, offset],
    queryFn: () =>
      dataOf(
        client.GET('/v1/customers/{customer}/conflicts', {
          params: { path: { customer }, query: { source, offset } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export type Side = 'latest' | 'earliest';

/** What settling all open conflicts to one side would choose. */
export function useMany({ customer, source }: SourcePlace, side: Side) {
  return useQuery({
    queryKey: ['conflicts', customer, source, 'many', side],
    queryFn: () =>
      dataOf(
        client.GET('/v1/customers/{customer}/conflicts/choose-many', {
          params: { path: { customer }, query: { source, side } },
        }),
      ),
  });
}

/** A decision about conflicts. */
export type ConflictDeed =
  | { readonly kind: 'choose'; readonly id: string; readonly digest: string }
  | { readonly kind: 'undo'; readonly choice: string }
  | { readonly kind: 'many'; readonly side: Side; readonly expected: number };

/** Carries out a decision about conflicts of a source; returns the moment it was made. */
export function useConflictDeed({ customer, source }: SourcePlace) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ deed, reason }: { deed: ConflictDeed; reason: string }) => {
      const params = { path: { customer } };
      if (deed.kind === 'choose') {
        const body = { source, id: deed.id, digest: deed.digest, reason };
        return dataOf(client.POST('/v1/customers/{customer}/conflicts/choose', { params, body }));
      }
      if (deed.kind === 'undo') {
        const body = { choice: deed.choice, reason };
        return dataOf(client.POST('/v1/customers/{customer}/conflicts/undo', { params, body }));
      }
      const body = { source, side: deed.side, expected: deed.expected, reason };
      return dataOf(client.POST('/v1/customers/{customer}/conflicts/choose-many', { params, body }));
    },
    onSettled: () =>
      Promise.all(
        ['conflicts', 'source', 'sources'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
      ),
  });
}

/** What findings became since a moment; looked at again while counting goes on. */
export function useEffectSince(customer: string, since: string) {
  return useQuery({
    queryKey: ['effect', customer, since],
    queryFn: () =>
      dataOf(
        client.GET('/v1/customers/{customer}/effect', { params: { path: { customer }, query: { since } } }),
      ),
    refetchInterval: ({ state }) => (state.data?.counting === false ? false : 700),
  });
}

/** The doors for directories of a customer. */
export function useScimTokens(customer: string) {
  return useQuery({
    queryKey: ['scim', customer],
    queryFn: () =>
      dataOf(client.GET('/v1/customers/{customer}/scim-tokens', { params: { path: { customer } } })),
  });
}

/** Makes a token. */
export function useNewToken(customer: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { source: string; feature: string }) =>
      dataOf(client.POST('/v1/customers/{customer}/scim-tokens', { params: { path: { customer } }, body })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['scim', customer] }),
  });
}

/** Revokes a token. */
export function useRevoke(customer: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (token: string) =>
      dataOf(
        client.POST('/v1/customers/{customer}/scim-tokens/{token}/revoke', {
          params: { path: { customer, token } },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['scim', customer] }),
  });
}
