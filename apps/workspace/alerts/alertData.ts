import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { client, dataOf, seen } from '../data/client.ts';
import type { components } from '../data/v1.d.ts';

export type Alert = components['schemas']['Alert'];
export type Rules = components['schemas']['AlertRules'];
export type Rule = components['schemas']['AlertRule'];
export type Threshold = components['schemas']['AlertThreshold'];
export type Delivery = components['schemas']['AlertDelivery'];
export type WishOfPerson = components['schemas']['AlertWishOfPerson'];
export type Show = 'open' | 'silenced' | 'over' | 'all';

/** Alerts, what changed last first, a page at a time. */
export function useAlerts(show: Show) {
  return useInfiniteQuery({
    queryKey: ['alerts', 'list', show],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      dataOf(
        client.GET('/v1/alerts', { params: { query: { show, ...(pageParam && { cursor: pageParam }) } } }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** What became of the messages, newest first. */
export function useDeliveries() {
  return useInfiniteQuery({
    queryKey: ['alerts', 'deliveries'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      dataOf(
        client.GET('/v1/alert-deliveries', {
          params: { query: { limit: 20, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** Silences an alert as it was read. */
export function useAcknowledge() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({
      alert,
      reason,
      until,
      key,
    }: {
      alert: Alert;
      reason: string;
      until: string | null;
      key: string;
    }) =>
      dataOf(
        client.POST('/v1/customers/{customer}/alerts/{alert}/acknowledge', {
          params: {
            path: { customer: alert.customer.id, alert: alert.id },
            header: { 'idempotency-key': key, ...seen(alert.version) },
          },
          body: { reason, until },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['alerts'] }),
  });
}

/** A clause with rules of its own; without it the vendor's are meant. */
export type Place = { readonly customer: string; readonly agreement: string; readonly clause: string };

const ofClause = '/v1/customers/{customer}/agreements/{agreement}/clauses/{clause}/alert-rules' as const;

/** The rules of a clause, or the vendor's. */
export function useRules(place: Place | null) {
  return useQuery({
    queryKey: ['alerts', 'rules', place],
    queryFn: (): Promise<Rules> =>
      place
        ? dataOf(client.GET(ofClause, { params: { path: place } }))
        : dataOf(client.GET('/v1/alert-rules')),
  });
}

/** Saves rules made from the version that was read; `null` gives a clause back to the vendor's rules. */
export function useSaveRules(place: Place | null) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ rules, version }: { rules: Rule[] | null; version: number }): Promise<Rules> => {
      const header = seen(version);
      return place
        ? dataOf(client.PUT(ofClause, { params: { path: place, header }, body: { rules } }))
        : dataOf(client.PUT('/v1/alert-rules', { params: { header }, body: { rules } }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['alerts'] }),
  });
}

/** What would be due today under rules that are not saved. */
export function usePreview(place: Place | null) {
  return useMutation({
    mutationFn: (rules: Rule[]) =>
      dataOf(client.POST('/v1/alert-rules/preview', { body: { rules, ...(place ?? {}) } })),
  });
}

/** Who is told of alerts of a customer. */
export function useWishes(customer: string) {
  return useQuery({
    queryKey: ['alerts', 'wishes', customer],
    queryFn: () =>
      dataOf(client.GET('/v1/customers/{customer}/alert-wishes', { params: { path: { customer } } })),
  });
}

/** Keeps what a person wishes. */
export function useSaveWish(customer: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ who, channel, kinds }: Pick<WishOfPerson, 'who' | 'channel' | 'kinds'>) =>
      dataOf(
        client.PUT('/v1/customers/{customer}/alert-wishes/{who}', {
          params: { path: { customer, who } },
          body: { channel, kinds },
        }),
      ),
    onSuccess: (data) => queries.setQueryData(['alerts', 'wishes', customer], data),
  });
}
