import type { CustomerPage } from '#apps/server/pages.ts';
import type { Cause } from '#business/findings/lifecycle.ts';
import type { OpenApi } from '#platform/openApi.ts';
import { client, dataOf, seen } from './client.ts';
import { failureOf, unreachable } from './failure.ts';
import type { components } from './v1.d.ts';

export type Evidence = components['schemas']['Evidence'];
export type Command = components['schemas']['FindingCommand'];

/** What is sent with a command on a finding. `key` makes sending it twice harmless. */
export type Order = {
  readonly command: Command;
  readonly reason: string;
  readonly cause?: Cause;
  readonly expectedVersion: number;
  readonly key: string;
};

/** How many evidence rows one request brings. */
export const evidencePage = 50;

/** Returns everything the page of one customer shows. */
export function readCustomer(customer: string): Promise<CustomerPage> {
  return dataOf(client.GET('/v1/customers/{customer}/page', { params: { path: { customer } } }));
}

/** Returns the description of the API, which is no operation of it. */
export async function readDocument(): Promise<OpenApi> {
  const response = await fetch('/v1/openapi.json', { credentials: 'same-origin' }).catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw await failureOf(response);
  return (await response.json()) as OpenApi;
}

/** Returns the counted units of one window of a finding (its index from 0), `evidencePage` rows from `offset` on. */
export function readEvidence(
  customer: string,
  key: string,
  window: number,
  offset: number,
): Promise<Evidence> {
  const params = { path: { customer, key }, query: { window, offset } };
  return dataOf(client.GET('/v1/customers/{customer}/findings/{key}/evidence', { params }));
}

/** Sends a command; it counts only if the finding still is at the expected version. */
export async function send(customer: string, finding: string, order: Order): Promise<void> {
  const { command, key, expectedVersion, ...body } = order;
  await client.POST('/v1/customers/{customer}/findings/{key}/{command}', {
    params: {
      path: { customer, key: finding, command },
      header: { 'idempotency-key': key, ...seen(expectedVersion) },
    },
    body,
  });
}

/** Returns a new idempotency key. (`crypto.randomUUID` exists only on https and localhost.) */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
