import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useState } from 'react';
import { newKey } from '../data/api.ts';
import { client, dataOf, seen } from '../data/client.ts';
import type { components } from '../data/v1.d.ts';

type Schemas = components['schemas'];
export type Summary = Schemas['QuestionSummary'];
export type Thread = Schemas['QuestionThread'];
export type Entry = Schemas['ThreadEntry'];
export type Remedy = Schemas['Remedy'];
export type Outcome = NonNullable<Thread['outcome']>;
export type Policy = Schemas['AnswerPolicy'];
export const shows = ['open', 'late', 'answered', 'closed', 'all'] as const;
export type Show = (typeof shows)[number];

/** Questions of customers, a page at a time. */
export function useQuestions({ show, mine }: { readonly show: Show; readonly mine: boolean }) {
  return useInfiniteQuery({
    queryKey: ['questions', 'list', show, mine],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      dataOf(
        client.GET('/v1/questions', {
          params: {
            query: { show, mine: mine ? 'true' : 'false', ...(pageParam && { cursor: pageParam }) },
          },
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** One question with all that was said, notes too. */
export function useThread(id: string) {
  return useQuery({
    queryKey: ['questions', 'one', id],
    queryFn: () => dataOf(client.GET('/v1/questions/{question}', { params: { path: { question: id } } })),
  });
}

/** What somebody of the vendor does with a question. */
export type Deed =
  | {
      readonly kind: 'answer';
      readonly text: string;
      readonly outcome: Outcome | null;
      readonly remedies: Remedy[];
    }
  | { readonly kind: 'hand-over'; readonly person: string }
  | { readonly kind: 'promise'; readonly on: string; readonly text: string }
  | { readonly kind: 'note'; readonly text: string };

/** Carries out what is done with a question; whatever comes of it, questions and customers are read again. */
export function useDeed(id: string) {
  const queries = useQueryClient();
  const [key, setKey] = useState(newKey);
  return useMutation({
    mutationFn: ({ kind, ...body }: Deed) =>
      dataOf<Thread>(
        client.POST(`/v1/questions/{question}/${kind}` as '/v1/questions/{question}/note', {
          params: { path: { question: id }, header: { 'idempotency-key': key } },
          body: body as never,
        }) as Promise<{ data?: Thread }>,
      ),
    // What was refused is another request once it is corrected.
    onSettled: async () => {
      setKey(newKey());
      await queries.invalidateQueries({ queryKey: ['questions'] });
      await queries.invalidateQueries({ queryKey: ['customer'] });
    },
  });
}

/** Decisions about a customer's people that stand, the latest first: what an answer may be linked to. */
export function useDecisions(customer: string, enabled: boolean) {
  return useQuery({
    queryKey: ['questions', 'decisions', customer],
    enabled,
    queryFn: () =>
      dataOf(client.GET('/v1/customers/{customer}/people/decisions', { params: { path: { customer } } })),
    select: ({ items }) => items.filter(({ undone }) => undone === null),
  });
}

/** Leaves an identity out as a machine, and returns the decision. */
export function useLeaveOut(customer: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ identity, reason }: { identity: string; reason: string }) =>
      dataOf(
        client.POST('/v1/customers/{customer}/people/leave-outs', {
          params: { path: { customer }, header: { 'idempotency-key': newKey() } },
          body: { identity, reason },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['questions', 'decisions', customer] }),
  });
}

/** By when customers are answered. */
export function usePolicy() {
  return useQuery({
    queryKey: ['questions', 'policy'],
    queryFn: () => dataOf(client.GET('/v1/answer-policy')),
  });
}

/** Sets by when customers are answered, from the version that was read. */
export function useSavePolicy() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ version, promises: _, ...policy }: Policy) =>
      dataOf(client.PUT('/v1/answer-policy', { params: { header: seen(version) }, body: policy })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['questions', 'policy'] }),
  });
}
