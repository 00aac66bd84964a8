import type { z } from '@hono/zod-openapi';
import type { Flag } from '#business/customers/flag.ts';
import { readFlags } from '#business/customers/flags.store.ts';
import { spanOf } from '#business/customers/flags.ts';
import type { Tx } from '#platform/database/scope.ts';
import { formatInstant, type Instant } from '#platform/instant.ts';
import { readDocument } from '#platform/journal/documents.ts';
import type { FlagView } from './schemas.ts';

type View = z.infer<typeof FlagView>;

/** Returns the flags of a customer as shown: in force first, then those to come, then the past, newest first. */
export async function flagViews(tx: Tx, customer: string, now: Instant): Promise<View[]> {
  const { flags } = await readFlags(tx, customer);
  const views = await Promise.all([...flags].reverse().map((flag) => viewOf(tx, flag, now)));
  const order = ['in-force', 'coming', 'over'];
  return views.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}

async function viewOf(tx: Tx, flag: Flag, now: Instant): Promise<View> {
  const { from, until } = spanOf(flag);
  const { lifted } = flag;
  const over = until !== null && until <= now;
  return {
    id: flag.id,
    kind: flag.kind,
    state: over ? 'over' : from > now ? 'coming' : 'in-force',
    from: formatInstant(from),
    until: until === null ? null : formatInstant(until),
    reason: (await readDocument(tx, flag.reason.document)) ?? null,
    by: flag.by,
    at: formatInstant(flag.at),
    lifted: lifted && {
      at: formatInstant(lifted.at),
      by: lifted.by,
      reason: (await readDocument(tx, lifted.reason.document)) ?? null,
    },
  };
}
