import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useChange } from '../data/change.ts';
import { client, dataOf } from '../data/client.ts';
import type { components } from '../data/v1.d.ts';

type Schemas = components['schemas'];
export type Summary = Schemas['ReviewSummary'];
export type Review = Schemas['Review'];
export type Line = Schemas['ReviewLine'];
export type Policy = Schemas['ReviewPolicy'];
export type HoldOrder = Schemas['ReviewHoldOrder'];
export type OutcomeForm = HoldOrder['outcomes'][number];
export const shows = ['open', 'due', 'offered', 'booked', 'held', 'dropped', 'all'] as const;
export type Show = (typeof shows)[number];
export type Slot = { readonly from: string; readonly until: string };

/** Reviews with customers, what changed last first, a page at a time. */
export function useReviews(show: Show) {
  return useInfiniteQuery({
    queryKey: ['reviews', 'list', show],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      dataOf(
        client.GET('/v1/reviews', {
          params: { query: { show, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function useReview(id: string) {
  return useQuery({
    queryKey: ['reviews', 'one', id],
    queryFn: () => dataOf(client.GET('/v1/reviews/{review}', { params: { path: { review: id } } })),
  });
}

export function useReviewPolicy() {
  return useQuery({
    queryKey: ['reviews', 'policy'],
    queryFn: () => dataOf(client.GET('/v1/review-policy')),
  });
}

/** Sets how often reviews come round, where nobody else has since. */
export function useSetPolicy() {
  return useChange(
    ({ version, ...body }: Policy) =>
      dataOf(client.PUT('/v1/review-policy', { params: { header: { 'if-match': `"${version}"` } }, body })),
    ['reviews'],
  );
}

export type Deed =
  | { readonly kind: 'offer'; readonly slots: Slot[]; readonly note: string }
  | { readonly kind: 'accept'; readonly slot: Slot; readonly place: string }
  | { readonly kind: 'call-off' | 'drop'; readonly reason: string }
  | { readonly kind: 'hold'; readonly order: HoldOrder }
  | {
      readonly kind: 'end';
      readonly outcome: string;
      readonly how: 'done' | 'given-up';
      readonly why: string;
    };

/** Does something about a review in the vendor's name. */
export function useReviewDeed(id: string) {
  return useChange((deed: Deed) => send(id, deed), ['reviews', 'notifications', 'tasks']);
}

function send(review: string, deed: Deed) {
  const params = { path: { review } };
  switch (deed.kind) {
    case 'offer': {
      const { slots, note } = deed;
      return dataOf(client.POST('/v1/reviews/{review}/offer', { params, body: { slots, note } }));
    }
    case 'accept': {
      const { slot, place } = deed;
      return dataOf(client.POST('/v1/reviews/{review}/accept', { params, body: { ...slot, place } }));
    }
    case 'call-off':
      return dataOf(client.POST('/v1/reviews/{review}/call-off', { params, body: { reason: deed.reason } }));
    case 'drop':
      return dataOf(client.POST('/v1/reviews/{review}/drop', { params, body: { reason: deed.reason } }));
    case 'hold':
      return dataOf(client.POST('/v1/reviews/{review}/hold', { params, body: deed.order }));
    case 'end': {
      const { outcome, how, why } = deed;
      return dataOf(
        client.POST('/v1/reviews/{review}/outcomes/{outcome}/end', {
          params: { path: { review, outcome } },
          body: { how, why },
        }),
      );
    }
  }
}
