import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  FormatView,
  ImportDetail as ImportDetailSchema,
  ImportItem as ImportItemSchema,
  OptionValues,
  PreviewView,
  RejectedView,
} from '#apps/server/imports/schemas.ts';
import { client, dataOf } from '../data/client.ts';

export type ImportDetail = z.infer<typeof ImportDetailSchema>;
export type ImportItem = z.infer<typeof ImportItemSchema>;
export type Format = z.infer<typeof FormatView>;
export type Options = z.infer<typeof OptionValues>;
export type Preview = z.infer<typeof PreviewView>;
export type Rejected = z.infer<typeof RejectedView>;

/** Which import an address names. */
export type Place = { readonly customer: string; readonly import: string };

/** The statuses in which an import goes on by itself. */
const moving: readonly string[] = ['queued', 'running'];
const lookAgain = 700;

/** Imports of all customers or one, page by page, the latest first. */
export function useImports(status: ImportItem['status'] | undefined) {
  return useInfiniteQuery({
    queryKey: ['imports', status],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      dataOf(
        client.GET('/v1/usage-imports', {
          params: { query: { ...(status && { status }), ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some((item) => moving.includes(item.status)))
        ? 2000
        : false,
  });
}

/** One import; looked at again while it goes on by itself. */
export function useImport(place: Place) {
  return useQuery({
    queryKey: ['import', place],
    queryFn: () =>
      dataOf(client.GET('/v1/customers/{customer}/usage-imports/{import}', { params: { path: place } })),
    refetchInterval: ({ state }) => (moving.includes(state.data?.status ?? '') ? lookAgain : false),
  });
}

/** The formats usage can come in. */
export function useFormats() {
  return useQuery({
    queryKey: ['usage-formats'],
    queryFn: async () => (await dataOf(client.GET('/v1/usage-formats'))).items,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What an import would do with this format and these options; with none given, with those the server proposes. */
export function usePreview(place: Place, ask: { format: string; options: Options } | null) {
  return useQuery({
    queryKey: ['import-preview', place, ask],
    queryFn: () =>
      dataOf(
        client.POST('/v1/customers/{customer}/usage-imports/{import}/preview', {
          params: { path: place },
          body: (ask ?? {}) as never,
        }),
      ) as Promise<Preview>,
    placeholderData: keepPreviousData,
  });
}

/** Customers whose name holds the words. */
export function useCustomers(words: string) {
  return useQuery({
    queryKey: ['import-customers', words],
    queryFn: async () =>
      (await dataOf(client.GET('/v1/usage-imports/customers', { params: { query: { words } } }))).items,
    placeholderData: keepPreviousData,
  });
}

/** Rejected entries, page by page. */
export function useRejected(place: Place, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: ['import-rejections', place],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      dataOf(
        client.GET('/v1/customers/{customer}/usage-imports/{import}/rejections', {
          params: { path: place, query: { ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
    enabled,
  });
}

/** What can be done with an import. */
export type ImportOrder =
  | { readonly does: 'start'; readonly format: string; readonly options: Options }
  | { readonly does: 'cancel' }
  | { readonly does: 'withdraw' | 'restore'; readonly reason: string };

/** Does something with an import; the page shows it as it is then. */
export function useImportOrder(place: Place) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (order: ImportOrder) => sendOrder(place, order),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['import', place] });
      await queries.invalidateQueries({ queryKey: ['imports'] });
    },
  });
}

async function sendOrder(path: Place, { does, ...body }: ImportOrder): Promise<void> {
  const params = { path };
  const address = '/v1/customers/{customer}/usage-imports/{import}' as const;
  if (does === 'start') await client.POST(`${address}/start`, { params, body: body as never });
  else if (does === 'cancel') await client.POST(`${address}/cancel`, { params });
  else await client.POST(`${address}/${does}`, { params, body: body as { reason: string } });
}
