import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { components } from '#apps/workspace/data/v1.d.ts';
import { client, dataOf } from '../data/client.ts';
import { useViewer } from '../data/session.ts';

type Schemas = components['schemas'];
export type OwnAlerts = Schemas['OwnAlerts'];
export type OwnAlert = Schemas['OwnAlert'];
export type Order = Schemas['OwnAlertOrder'];
export type Line = Schemas['WatchedLine'];
export type Wish = Schemas['OwnWish'];

/** The alerts that the customer set, and what can be watched. */
export const alertsQuery = (customer: string) =>
  queryOptions({
    queryKey: ['portal', customer, 'alerts'],
    queryFn: () => dataOf(client.GET('/v1/portal/{customer}/alerts', { params: { path: { customer } } })),
  });

/** What whoever reads wishes to hear of. */
export const wishQuery = (customer: string) =>
  queryOptions({
    queryKey: ['portal', customer, 'wish'],
    queryFn: () => dataOf(client.GET('/v1/portal/{customer}/alert-wish', { params: { path: { customer } } })),
  });

export type Deed =
  | { readonly kind: 'set'; readonly order: Order }
  | { readonly kind: 'change'; readonly alert: OwnAlert; readonly order: Order }
  | { readonly kind: 'remove'; readonly alert: OwnAlert };

/** Sets, changes or takes an alert away; what there is then is read from the answer. */
export function useAlertDeed(customer: string, then?: () => void) {
  const queries = useQueryClient();
  const [key, setKey] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: (deed: Deed) => dataOf<OwnAlerts>(send(customer, key, deed) as Promise<{ data?: OwnAlerts }>),
    onSuccess: (alerts) => {
      setKey(crypto.randomUUID());
      queries.setQueryData(alertsQuery(customer).queryKey, alerts);
      then?.();
    },
    onError: () => queries.invalidateQueries({ queryKey: alertsQuery(customer).queryKey }),
  });
}

function send(customer: string, key: string, deed: Deed) {
  if (deed.kind === 'set')
    return client.POST('/v1/portal/{customer}/alerts', {
      params: { path: { customer }, header: { 'idempotency-key': key } },
      body: deed.order,
    });
  const { id, version } = deed.alert;
  const path = { customer, alert: id };
  if (deed.kind === 'change')
    return client.PUT('/v1/portal/{customer}/alerts/{alert}', {
      params: { path, header: { 'if-match': `"${version}"` } },
      body: deed.order,
    });
  return client.DELETE('/v1/portal/{customer}/alerts/{alert}', { params: { path } });
}

/** Keeps what whoever reads wishes to hear of. */
export function useSaveWish(customer: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish: Wish) =>
      dataOf(client.PUT('/v1/portal/{customer}/alert-wish', { params: { path: { customer } }, body: wish })),
    onSuccess: (wish) => queries.setQueryData(wishQuery(customer).queryKey, wish),
  });
}

/** Whether whoever reads may set alerts: people of the customer. */
export function useMaySet(): boolean {
  const viewer = useViewer();
  return viewer?.as === 'customer-administrator' || viewer?.as === 'customer-member';
}
