import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { useState } from 'react';
import type { components } from '#apps/workspace/data/v1.d.ts';
import { client, dataOf } from '../data/client.ts';
import { useViewer } from '../data/session.ts';

type Schemas = components['schemas'];
export type Summary = Schemas['QuestionSummary'];
export type Thread = Schemas['QuestionThread'];
export type Entry = Schemas['ThreadEntry'];
export type AboutForm = Schemas['QuestionAboutForm'];
export type ContestOrder = Schemas['ContestOrder'];
export type ClaimKind = Schemas['ClaimForm']['kind'];
export type Show = 'all' | 'open' | 'answered' | 'closed';

/** The questions of a customer, a page at a time. */
export function useQuestions(customer: string, show: Show) {
  return useInfiniteQuery({
    queryKey: ['portal', customer, 'questions', 'list', show],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      dataOf(
        client.GET('/v1/portal/{customer}/questions', {
          params: { path: { customer }, query: { show, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** One question with all that was said. */
export const threadQuery = (customer: string, question: string) =>
  queryOptions({
    queryKey: ['portal', customer, 'questions', 'one', question],
    queryFn: () =>
      dataOf(
        client.GET('/v1/portal/{customer}/questions/{question}', {
          params: { path: { customer, question } },
        }),
      ),
  });

/** The contested lines of a clause, each with what was answered. */
export const contestsQuery = (customer: string, agreement: string, clause: string) =>
  queryOptions({
    queryKey: ['portal', customer, 'questions', 'contests', agreement, clause],
    queryFn: () =>
      dataOf(
        client.GET('/v1/portal/{customer}/contests', {
          params: { path: { customer }, query: { agreement, clause } },
        }),
      ),
  });

/** What is sent, each under a key of its own until it was carried out: sent twice, it happens once. */
export type Deed =
  | { readonly kind: 'ask'; readonly about: AboutForm; readonly text: string }
  | { readonly kind: 'contest'; readonly order: ContestOrder }
  | { readonly kind: 'followUp'; readonly question: string; readonly text: string }
  | { readonly kind: 'close'; readonly question: string };

/** Carries out what somebody wants to do with questions; whatever comes of it, they are read again. */
export function useQuestionDeed(customer: string, then?: (thread: Thread) => void) {
  const queries = useQueryClient();
  const [key, setKey] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: (deed: Deed) => dataOf<Thread>(send(customer, key, deed) as Promise<{ data?: Thread }>),
    onSuccess: (thread) => {
      setKey(crypto.randomUUID());
      then?.(thread);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['portal', customer, 'questions'] }),
  });
}

function send(customer: string, key: string, deed: Deed) {
  const header = { 'idempotency-key': key };
  switch (deed.kind) {
    case 'ask':
      return client.POST('/v1/portal/{customer}/questions', {
        params: { path: { customer }, header },
        body: { about: deed.about, text: deed.text },
      });
    case 'contest':
      return client.POST('/v1/portal/{customer}/contests', {
        params: { path: { customer }, header },
        body: deed.order,
      });
    case 'followUp':
      return client.POST('/v1/portal/{customer}/questions/{question}/follow-up', {
        params: { path: { customer, question: deed.question }, header },
        body: { text: deed.text },
      });
    case 'close':
      return client.POST('/v1/portal/{customer}/questions/{question}/close', {
        params: { path: { customer, question: deed.question }, header },
      });
  }
}

/** Whether whoever reads may ask: staff see the page as it is for the customer, and change nothing. */
export function useMayAsk(): boolean {
  const viewer = useViewer();
  return viewer !== undefined && viewer.as !== 'staff';
}
