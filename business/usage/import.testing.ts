import type { Tx } from '#platform/database/scope.ts';
import { cloudEvents } from './import/cloudEvents.ts';
import type { Decoded } from './import/decoded.ts';
import { chunks, usual } from './import/decoders.testing.ts';
import { type ImportOutcome, importUsage } from './import.store.ts';

/** An event of `/api` on a day of March 2026 (the first unless said) at 8:00; all else is its data. */
export type TestEvent = { readonly id: string; readonly day?: number } & Readonly<Record<string, unknown>>;

/** Returns one line of NDJSON. */
export function eventLine({ id, day = 1, ...data }: TestEvent): string {
  const time = `2026-03-${String(day).padStart(2, '0')}T08:00:00Z`;
  return `${JSON.stringify({ specversion: '1.0', id, source: '/api', type: 'call', time, data })}\n`;
}

/** Decodes events. */
export function events(...list: readonly TestEvent[]): Decoded {
  return cloudEvents(chunks(list.map(eventLine).join('')), usual);
}

/** Imports what is decoded, for a customer. */
export function importing(tx: Tx, customer: string, batches: Decoded): Promise<ImportOutcome> {
  const { receivedAt } = usual;
  return importUsage(tx, { customer, actor: 'ann', receivedAt, fileName: 'march', format: 'any', batches });
}
