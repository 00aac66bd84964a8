import { queryOptions, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { components } from '#apps/workspace/data/v1.d.ts';
import { client, dataOf } from '../data/client.ts';

type Schemas = components['schemas'];
export type Review = Schemas['Review'];
export type Summary = Schemas['ReviewSummary'];
export type Line = Schemas['ReviewLine'];
export type PageData = Schemas['ReviewPage'];
export type Slot = { readonly from: string; readonly until: string };

/** The reviews of a customer, a page at a time. */
export function useReviews(customer: string) {
  return useInfiniteQuery({
    queryKey: ['portal', customer, 'reviews', 'list'],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      dataOf(
        client.GET('/v1/portal/{customer}/reviews', {
          params: { path: { customer }, query: pageParam ? { cursor: pageParam } : {} },
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** One review with its page. */
export const reviewQuery = (customer: string, review: string) =>
  queryOptions({
    queryKey: ['portal', customer, 'reviews', 'one', review],
    queryFn: () =>
      dataOf(
        client.GET('/v1/portal/{customer}/reviews/{review}', { params: { path: { customer, review } } }),
      ),
  });

/** What the customer's side does, each under a key of its own until it was carried out: sent twice, it happens once. */
export type Deed =
  | { readonly kind: 'open' }
  | { readonly kind: 'offer'; readonly review: string; readonly slots: Slot[]; readonly note: string }
  | { readonly kind: 'accept'; readonly review: string; readonly slot: Slot; readonly place: string }
  | { readonly kind: 'callOff'; readonly review: string; readonly reason: string };

/** Carries out what somebody does about a review; whatever comes of it, reviews are read again. */
export function useReviewDeed(customer: string, then?: (review: Review) => void) {
  const queries = useQueryClient();
  const [key, setKey] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: (deed: Deed) => dataOf<Review>(send(customer, key, deed) as Promise<{ data?: Review }>),
    onSuccess: (review) => {
      setKey(crypto.randomUUID());
      then?.(review);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['portal', customer, 'reviews'] }),
  });
}

function send(customer: string, key: string, deed: Deed) {
  const header = { 'idempotency-key': key };
  if (deed.kind === 'open')
    return client.POST('/v1/portal/{customer}/reviews', { params: { path: { customer }, header }, body: {} });
  const params = { path: { customer, review: deed.review }, header };
  switch (deed.kind) {
    case 'offer':
      return client.POST('/v1/portal/{customer}/reviews/{review}/offer', {
        params,
        body: { slots: deed.slots, note: deed.note },
      });
    case 'accept':
      return client.POST('/v1/portal/{customer}/reviews/{review}/accept', {
        params,
        body: { ...deed.slot, place: deed.place },
      });
    case 'callOff':
      return client.POST('/v1/portal/{customer}/reviews/{review}/call-off', {
        params,
        body: { reason: deed.reason },
      });
  }
}
