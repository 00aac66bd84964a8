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
export type Identity = Answer<'/v1/customers/{customer}/people'>['items'][number];
export type Suggestion = Answer<'/v1/customers/{customer}/people/suggestions'>['items'][number];
export type PeopleDecision = Answer<'/v1/customers/{customer}/people/decisions'>['items'][number];

/** Somebody a decision may be about. */
export type Somebody = { readonly id: string; readonly key: string | null };

/** Identities of a customer whose key holds `search`, a page at a time. */
export function usePeople(customer: string, search: string) {
  return useInfiniteQuery({
    queryKey: ['people', customer, 'list', search],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      dataOf(
        client.GET('/v1/customers/{customer}/people', {
          params: { path: { customer }, query: { search, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** What may be worth deciding. */
export function useSuggestions(customer: string) {
  return useQuery({
    queryKey: ['people', customer, 'suggestions'],
    queryFn: () =>
      dataOf(client.GET('/v1/customers/{customer}/people/suggestions', { params: { path: { customer } } })),
  });
}

/** What was decided. */
export function useDecisions(customer: string) {
  return useQuery({
    queryKey: ['people', customer, 'decisions'],
    queryFn: () =>
      dataOf(client.GET('/v1/customers/{customer}/people/decisions', { params: { path: { customer } } })),
  });
}

/** What a person decided: a merge of everybody named into one of them, or leaving one out; an undo; an erasure. */
export type Deed =
  | {
      readonly kind: 'merge';
      readonly identities: readonly string[];
      readonly into: string;
      readonly from: string | undefined;
    }
  | { readonly kind: 'leaveOut'; readonly identity: string; readonly from: string | undefined }
  | { readonly kind: 'undo'; readonly decision: string };

/** Carries out what was decided, with the reason; `key` makes sending it twice harmless. */
export function useDeed(customer: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ deed, reason, key }: { deed: Deed; reason: string; key: string }) =>
      carryOut(customer, deed, reason, key),
    onSettled: () => readAgain(queries, customer),
  });
}

async function carryOut(customer: string, deed: Deed, reason: string, key: string): Promise<void> {
  const path = { customer };
  const header = (n: number) => ({ 'idempotency-key': `${key}-${n}` });
  if (deed.kind === 'undo') {
    const params = { path: { customer, decision: deed.decision }, header: header(0) };
    await client.POST('/v1/customers/{customer}/people/decisions/{decision}/undo', {
      params,
      body: { reason },
    });
    return;
  }
  const from = deed.from === undefined ? {} : { from: deed.from };
  if (deed.kind === 'leaveOut') {
    const body = { identity: deed.identity, reason, ...from };
    await client.POST('/v1/customers/{customer}/people/leave-outs', {
      params: { path, header: header(0) },
      body,
    });
    return;
  }
  const others = deed.identities.filter((id) => id !== deed.into);
  for (const [n, identity] of others.entries())
    await client.POST('/v1/customers/{customer}/people/merges', {
      params: { path, header: header(n) },
      body: { identity, into: deed.into, reason, ...from },
    });
}

/** Erases a person for ever. */
export function useErase(customer: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (identity: string) =>
      dataOf(
        client.POST('/v1/customers/{customer}/people/{identity}/erase', {
          params: { path: { customer, identity } },
        }),
      ),
    onSettled: () => readAgain(queries, customer),
  });
}

/** The findings follow once they are counted again; until then they are as they were. */
async function readAgain(queries: ReturnType<typeof useQueryClient>, customer: string): Promise<void> {
  await queries.invalidateQueries({ queryKey: ['people', customer] });
  await queries.invalidateQueries({ queryKey: ['customer', customer] });
  await queries.invalidateQueries({ queryKey: ['evidence', customer] });
}
