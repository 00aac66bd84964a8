import { useQuery } from '@tanstack/react-query';
import { newKey } from './api.ts';
import { useChange } from './change.ts';
import { client, dataOf } from './client.ts';
import type { components } from './v1.d.ts';

export type Work = components['schemas']['CustomerWork'];
export type Note = components['schemas']['Note'];
export type Flag = components['schemas']['Flag'];
type Schemas = components['schemas'];

/** Who works on what at a customer, and its notes. */
export function useWork(customer: string) {
  return useQuery({
    queryKey: ['work', customer],
    queryFn: () => dataOf(client.GET('/v1/customers/{customer}/work', { params: { path: { customer } } })),
  });
}

const once = () => ({ 'idempotency-key': newKey() });

/** Assigns a position to somebody, or to nobody. */
export function useAssign(customer: string) {
  return useChange(
    (body: Schemas['AssignOrder']) =>
      client.POST('/v1/customers/{customer}/assignments', {
        params: { path: { customer }, header: once() },
        body,
      }),
    ['work', 'positions'],
  );
}

/** Writes a note, or adds to one. */
export function useNote(customer: string) {
  return useChange(
    ({ note, ...body }: { note: string | null; text: string; author: string | null }) =>
      note === null
        ? client.POST('/v1/customers/{customer}/notes', {
            params: { path: { customer }, header: once() },
            body: { ...body, finding: null },
          })
        : client.POST('/v1/customers/{customer}/notes/{note}/append', {
            params: { path: { customer, note }, header: once() },
            body,
          }),
    ['work'],
  );
}

/** Raises a flag, or lifts one. */
export function useFlag(customer: string) {
  return useChange(
    (order: { lift: string; reason: string } | Schemas['FlagOrder']) =>
      'lift' in order
        ? client.POST('/v1/customers/{customer}/flags/{flag}/lift', {
            params: { path: { customer, flag: order.lift }, header: once() },
            body: { reason: order.reason },
          })
        : client.POST('/v1/customers/{customer}/flags', {
            params: { path: { customer }, header: once() },
            body: order,
          }),
    ['customer', 'positions'],
  );
}
