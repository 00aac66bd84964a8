import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useChange } from '../data/change.ts';
import { client, dataOf, seen } from '../data/client.ts';
import type { components } from '../data/v1.d.ts';

type Schemas = components['schemas'];
export type Order = Schemas['CustomerOrder'];
export type Policy = Schemas['OrderPolicy'];
export type PolicyRow = Schemas['OrderPolicyRow'];
export const statuses = ['requested', 'quoted', 'agreed', 'declined', 'withdrawn'] as const;
export type Status = (typeof statuses)[number];

/** Orders that customers have sent, the newest first, a page at a time. */
export function useOrders(status: Status | 'all') {
  return useInfiniteQuery({
    queryKey: ['orders', 'list', status],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      dataOf(
        client.GET('/v1/orders', {
          params: {
            query: { ...(status === 'all' ? {} : { status }), ...(pageParam && { cursor: pageParam }) },
          },
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function useOrder(id: string) {
  return useQuery({
    queryKey: ['orders', 'one', id],
    queryFn: () => dataOf(client.GET('/v1/orders/{order}', { params: { path: { order: id } } })),
  });
}

export type Answer =
  | { readonly kind: 'quote' | 'carryOut' }
  | { readonly kind: 'decline'; readonly reason: string };

/** Answers an order: with a quote, as carried out, or by declining it. */
export function useAnswer(id: string) {
  return useChange(
    (answer: Answer) => {
      const params = { path: { order: id } };
      switch (answer.kind) {
        case 'quote':
          return dataOf(client.POST('/v1/orders/{order}/quote', { params, body: {} }));
        case 'carryOut':
          return dataOf(client.POST('/v1/orders/{order}/carry-out', { params, body: {} }));
        case 'decline':
          return dataOf(
            client.POST('/v1/orders/{order}/decline', { params, body: { reason: answer.reason } }),
          );
      }
    },
    ['orders', 'quotes', 'notifications'],
  );
}

/** The table that says who orders at once. */
export function usePolicy() {
  return useQuery({ queryKey: ['order-policy'], queryFn: () => dataOf(client.GET('/v1/order-policy')) });
}

/** Publishes a table made from the version that was seen. */
export function usePublishPolicy() {
  return useChange(
    ({ rows, version }: { rows: PolicyRow[]; version: number }) =>
      client.PUT('/v1/order-policy', { params: { header: seen(version) }, body: { rows } }),
    ['order-policy'],
  );
}
