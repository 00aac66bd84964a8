import { z } from '@hono/zod-openapi';
import { readCustomer } from '#business/customers/customer.store.ts';
import {
  type ConflictChoice,
  type ConflictContent,
  readChoices,
  readConflicts,
  readContents,
} from '#business/usage/conflict.store.ts';
import { recordKey } from '#business/usage/record.ts';
import { readNameOf } from '#business/usage/usage.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { formatInstant, type Instant } from '#platform/instant.ts';
import { TakenBack } from '../reasoned.ts';

const Content = z.object({
  digest: z.string(),
  /** Whether this is what counts now; while nobody has chosen, none does. */
  counts: z.boolean(),
  /** The same in one sentence. */
  words: z.string(),
  kind: z.string(),
  feature: z.string(),
  at: z.string(),
  until: z.string().nullable(),
  quantity: z.string(),
  who: z.string().nullable(),
  series: z.string().nullable(),
  attributes: z.record(z.string(), z.string()),
  receivedAt: z.string(),
  file: z.string(),
});
const Choice = z.object({
  choice: z.string(),
  digest: z.string(),
  at: z.string(),
  by: z.string(),
  reason: z.string(),
  undone: TakenBack.nullable(),
});
const Conflict = z.object({
  source: z.string(),
  id: z.string(),
  settled: z.boolean(),
  contents: z.array(Content),
  /** What was ever chosen, in order of time. */
  choices: z.array(Choice),
});
export const ConflictsPage = z
  .object({
    total: z.number().int(),
    unsettled: z.number().int(),
    conflicts: z.array(Conflict),
  })
  .openapi('Conflicts');

export type ConflictsPage = z.infer<typeof ConflictsPage>;

const pageSize = 50;

/** Returns one page of a customer's conflicts, those nobody has settled first; `undefined` when there is no such customer. */
export async function conflictsPage(
  tx: Tx,
  customer: string,
  { offset, source }: { readonly offset: number; readonly source?: string | undefined },
): Promise<ConflictsPage | undefined> {
  if (!(await readCustomer(tx, customer))) return undefined;
  const all = await readConflicts(tx, customer, source);
  const open = all.filter(({ chosen }) => chosen === null);
  const shown = [...open, ...all.filter(({ chosen }) => chosen !== null)].slice(offset, offset + pageSize);
  const ids = [...new Set(shown.map(({ id }) => id))];
  const contents = Map.groupBy(await readContents(tx, customer, ids), recordKey);
  const choices = Map.groupBy(await readChoices(tx, customer, ids), recordKey);
  const nameOf = await readNameOf(tx, customer);
  return {
    total: all.length,
    unsettled: open.length,
    conflicts: shown.map(({ source, id, chosen }) => ({
      source,
      id,
      settled: chosen !== null,
      contents: (contents.get(recordKey({ source, id })) ?? []).map((content) =>
        contentView(content, chosen, nameOf),
      ),
      choices: (choices.get(recordKey({ source, id })) ?? []).map(choiceView),
    })),
  };
}

function contentView(
  { digest, kind, feature, at, until, quantity, who, series, attributes, receivedAt, file }: ConflictContent,
  chosen: string | null,
  nameOf: (who: string) => string,
): z.infer<typeof Content> {
  const person = who === null ? null : nameOf(who);
  const times = `${formatInstant(at)}${until === null ? '' : ` to ${formatInstant(until)}`}`;
  return {
    digest,
    counts: digest === chosen,
    words: `${kind} of ${quantity} ${feature}${person === null ? '' : ` by ${person}`}, ${times}`,
    kind,
    feature,
    at: formatInstant(at),
    until: instantText(until),
    quantity,
    who: person,
    series,
    attributes: { ...attributes },
    receivedAt: formatInstant(receivedAt),
    file,
  };
}

function choiceView(row: ConflictChoice): z.infer<typeof Choice> {
  const { choice, digest, at, by, reason, undoneAt, undoneBy, undoneReason } = row;
  const undone =
    undoneAt === null ? null : { at: formatInstant(undoneAt), by: undoneBy!, reason: undoneReason };
  return { choice, digest, at: formatInstant(at), by, reason, undone };
}

const instantText = (instant: Instant | null) => (instant === null ? null : formatInstant(instant));
