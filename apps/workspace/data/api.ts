import type { z } from 'zod';
import type { CustomerPage, EvidenceView, FindingCommand } from '#apps/server/pages.ts';
import type { Cause } from '#business/findings/lifecycle.ts';
import type { OpenApi } from '#platform/openApi.ts';
import { failureOf, unreachable } from './failure.ts';

export type Evidence = z.infer<typeof EvidenceView>;
export type Command = z.infer<typeof FindingCommand>;

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

async function request(path: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(path, { credentials: 'same-origin', ...init }).catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw await failureOf(response);
  return response;
}

async function read<T>(path: string): Promise<T> {
  const response = await request(path, { headers: { accept: 'application/json' } });
  return (await response.json()) as T;
}

/** Returns everything the page of one customer shows. */
export function readCustomer(customer: string): Promise<CustomerPage> {
  return read(`/v1/customers/${encodeURIComponent(customer)}/page`);
}

/** Returns the description of the API. */
export function readDocument(): Promise<OpenApi> {
  return read('/v1/openapi.json');
}

const findingPath = (customer: string, key: string) =>
  `/v1/customers/${encodeURIComponent(customer)}/findings/${encodeURIComponent(key)}`;

/** Returns the counted units of one window of a finding (its index from 0), `evidencePage` rows from `offset` on. */
export function readEvidence(
  customer: string,
  key: string,
  window: number,
  offset: number,
): Promise<Evidence> {
  return read(`${findingPath(customer, key)}/evidence?window=${window}&offset=${offset}`);
}

/** Sends a command; it counts only if the finding still is at the expected version. */
export async function send(customer: string, finding: string, order: Order): Promise<void> {
  const { command, key, ...body } = order;
  await request(`${findingPath(customer, finding)}/${command}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
  });
}

/** Returns a new idempotency key. (`crypto.randomUUID` exists only on https and localhost.) */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
