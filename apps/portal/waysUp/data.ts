import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { components } from '#apps/workspace/data/v1.d.ts';
import { client, dataOf } from '../data/client.ts';

type Schemas = components['schemas'];
export type Ways = Schemas['WaysUp'];
export type Way = Schemas['WayUp'];
export type Seen = Schemas['WayUpSeen'];
export type Price = Schemas['WayUpPrice'];
export type Reason = Schemas['WayUpReason'];
export type Order = Schemas['Order'];

/** A clause of a customer's agreement. */
export type Place = { readonly customer: string; readonly agreement: string; readonly clause: string };

/** The clauses that more could be had of. */
export const waysListQuery = (customer: string) =>
  queryOptions({
    queryKey: ['portal', customer, 'ways-up'],
    queryFn: () => dataOf(client.GET('/v1/portal/{customer}/ways-up', { params: { path: { customer } } })),
  });

/** All that is compared for one clause. */
export const waysQuery = (place: Place) =>
  queryOptions({
    queryKey: ['portal', place.customer, 'ways-up', place.agreement, place.clause],
    queryFn: () =>
      dataOf(
        client.GET('/v1/portal/{customer}/ways-up/{agreement}/{clause}', { params: { path: { ...place } } }),
      ),
  });

/** One quantity, with its price. */
export const unitsQuery = (place: Place, units: string) =>
  queryOptions({
    queryKey: ['portal', place.customer, 'ways-up', place.agreement, place.clause, 'units', units],
    queryFn: () =>
      dataOf(
        client.GET('/v1/portal/{customer}/ways-up/{agreement}/{clause}/units/{units}', {
          params: { path: { ...place, units } },
        }),
      ),
  });

/** The newest orders of a customer. */
export const ordersQuery = (customer: string) =>
  queryOptions({
    queryKey: ['portal', customer, 'orders'],
    queryFn: () => dataOf(client.GET('/v1/portal/{customer}/orders', { params: { path: { customer } } })),
  });

export const orderQuery = (customer: string, order: string) =>
  queryOptions({
    queryKey: ['portal', customer, 'orders', order],
    queryFn: () =>
      dataOf(client.GET('/v1/portal/{customer}/orders/{order}', { params: { path: { customer, order } } })),
  });

/** How an order is sent: ordered at once, asked for, or put before an administrator. */
export type How = 'place' | 'request' | 'prepare';

export type Sent = {
  readonly how: How;
  readonly seen: Seen;
  readonly note: string;
  /** Made once for each dialog: sent twice, it orders once. */
  readonly key: string;
  readonly prepared: string | null;
};

/** Sends an order; everything that was read of the customer is read anew. */
export function useSend(place: Place) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ how, seen, note, key, prepared }: Sent) => {
      const { customer, agreement, clause } = place;
      const init = {
        params: { path: { customer }, header: { 'idempotency-key': key } },
        body: {
          ...{ agreement, clause, seen },
          ...(note.trim() === '' ? {} : { note: note.trim() }),
          ...(prepared === null ? {} : { prepared }),
        },
      };
      switch (how) {
        case 'place':
          return dataOf(client.POST('/v1/portal/{customer}/orders', init));
        case 'request':
          return dataOf(client.POST('/v1/portal/{customer}/orders/request', init));
        case 'prepare':
          return dataOf(client.POST('/v1/portal/{customer}/orders/prepare', init));
      }
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ['portal', place.customer] }),
  });
}

export type Answer =
  | { readonly kind: 'agree'; readonly digest: string }
  | { readonly kind: 'decline' | 'withdraw'; readonly reason: string };

/** Answers an order: yes to its quote, no, or never mind. */
export function useAnswer(customer: string, order: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (answer: Answer) => {
      const params = { path: { customer, order } };
      if (answer.kind === 'agree')
        return dataOf(
          client.POST('/v1/portal/{customer}/orders/{order}/agree', {
            params,
            body: { digest: answer.digest },
          }),
        );
      const body = answer.reason.trim() === '' ? {} : { reason: answer.reason.trim() };
      return answer.kind === 'decline'
        ? dataOf(client.POST('/v1/portal/{customer}/orders/{order}/decline', { params, body }))
        : dataOf(client.POST('/v1/portal/{customer}/orders/{order}/withdraw', { params, body }));
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ['portal', customer] }),
  });
}
