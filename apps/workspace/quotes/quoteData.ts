import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { newKey } from '../data/api.ts';
import { client, dataOf } from '../data/client.ts';
import { failureOf, unreachable } from '../data/failure.ts';
import type { components } from '../data/v1.d.ts';

export type Quote = components['schemas']['Quote'];
export type QuoteSummary = components['schemas']['QuoteSummary'];
export type Status = QuoteSummary['status'];
/** All there are, in the order in which a quote goes through them. */
export const statuses = ['quoted', 'agreed', 'billed', 'settled', 'withdrawn'] as const;

/** Quotes, the newest first, a page at a time; of one status where it is given. */
export function useQuotes(status: Status | 'all') {
  return useInfiniteQuery({
    queryKey: ['quotes', 'list', status],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      dataOf(
        client.GET('/v1/quotes', {
          params: {
            query: { ...(status === 'all' ? {} : { status }), ...(pageParam && { cursor: pageParam }) },
          },
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** One quote. */
export function useQuote(id: string) {
  return useQuery({
    queryKey: ['quotes', 'one', id],
    queryFn: () => dataOf(client.GET('/v1/quotes/{quote}', { params: { path: { quote: id } } })),
  });
}

/** Makes a quote for a confirmed finding. */
export function useMakeQuote(customer: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (finding: string) =>
      dataOf(
        client.POST('/v1/customers/{customer}/quotes', {
          params: { path: { customer }, header: { 'idempotency-key': newKey() } },
          body: { finding },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['quotes'] }),
  });
}

/** What can be done with a quote. */
export type Order =
  | { readonly kind: 'agree'; readonly digest: string; readonly on: string; readonly by: string }
  | { readonly kind: 'bill'; readonly port: 'csv' | 'stripe' }
  | {
      readonly kind: 'settle';
      readonly invoice: string;
      readonly amount: string;
      readonly currency: string;
      readonly on: string;
    }
  | { readonly kind: 'withdraw'; readonly reason: string };

/** Carries out an order on a quote; whatever comes of it, quotes and customers are read again. */
export function useQuoteOrder(id: string, key: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (order: Order) => dataOf<unknown>(send(id, key, order) as Promise<{ data?: unknown }>),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['quotes'] });
      await queries.invalidateQueries({ queryKey: ['customer'] });
      await queries.invalidateQueries({ queryKey: ['positions'] });
    },
  });
}

function send(id: string, key: string, { kind, ...body }: Order) {
  const params = { path: { quote: id }, header: { 'idempotency-key': key } };
  return client.POST(`/v1/quotes/{quote}/${kind}` as '/v1/quotes/{quote}/agree', {
    params,
    body: body as never,
  });
}

/** A file that was downloaded, and the quotes in it. */
export type LinesFile = {
  readonly file: string;
  readonly quotes: readonly { readonly id: string; readonly digest: string }[];
};
const mostInAFile = 500;

/** Downloads the lines of all agreed quotes and returns which they are. */
export function useDownload() {
  return useMutation({
    mutationFn: async (): Promise<LinesFile> => {
      const query = { status: 'agreed', limit: mostInAFile } as const;
      const { items } = await dataOf(client.GET('/v1/quotes', { params: { query } }));
      const response = await fetch('/v1/quotes/lines.csv?status=agreed').catch(() => {
        throw unreachable();
      });
      if (!response.ok) throw await failureOf(response);
      const named = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '');
      const file = named?.[1] ?? 'quotes.csv';
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await response.blob());
      link.download = file;
      link.click();
      URL.revokeObjectURL(link.href);
      return { file, quotes: items.map(({ id, digest }) => ({ id, digest })) };
    },
  });
}

/** Marks all quotes of a downloaded file as billed. */
export function useBilled() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ file, quotes }: LinesFile) =>
      dataOf(client.POST('/v1/quotes/billed', { body: { file, quotes: [...quotes] } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['quotes'] }),
  });
}

/** Under which account Stripe knows a customer. */
export function useBillingAccount(customer: string) {
  return useQuery({
    queryKey: ['billingAccount', customer],
    queryFn: () =>
      dataOf(client.GET('/v1/customers/{customer}/billing-account', { params: { path: { customer } } })),
  });
}

/** Enters or changes that account, as it was read. */
export function useEnterAccount(customer: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ stripe, version }: { readonly stripe: string; readonly version: number }) =>
      dataOf(
        client.PUT('/v1/customers/{customer}/billing-account', {
          params: { path: { customer }, header: { 'if-match': `"${version}"` } },
          body: { stripe },
        }),
      ),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['billingAccount', customer] });
      await queries.invalidateQueries({ queryKey: ['quotes'] });
    },
  });
}
