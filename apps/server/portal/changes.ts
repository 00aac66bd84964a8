import { sql } from 'kysely';
import type { Finding, FindingEvent } from '#business/findings/lifecycle.ts';
import { agreementChanges, priceChangesSince } from '#business/portal/agreementChanges.ts';
import { type Change, latestFirst, type Since } from '#business/portal/change.ts';
import {
  accountChanges,
  type Correction,
  correctionChanges,
  type FirstHeard,
  sourceChanges,
} from '#business/portal/countingChanges.ts';
import { seenAt } from '#business/portal/seen.store.ts';
import { readDecisions } from '#business/usage/people/peopleDecision.store.ts';
import { readNameOf } from '#business/usage/usage.store.ts';
import { counting } from '#business/usage/withdrawal.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import { formatInstant, type Instant } from '#platform/instant.ts';
import { principalNow } from '../access/current.ts';
import { asStaffOf, type ServerContext } from '../context.ts';
import { amendmentWords, variationWords } from '../views/agreementView.ts';
import { type Papers, readPapers } from '../world.ts';
import { decimal } from './allowedFacts.ts';
import type { PortalChange, PortalChanges } from './changeSchemas.ts';
import { changeWords } from './changeWords.ts';

const mostChanges = 500;

/**
 * Returns what has changed for a customer since the reader last looked, or since `asked`; `undefined` when there is no
 * such customer. For whoever has never looked nothing is listed.
 */
export function portalChanges(
  context: ServerContext,
  customer: string,
  asked: Instant | null,
): Promise<PortalChanges | undefined> {
  const account = principalNow()?.account ?? context.actor;
  return asStaffOf(context, customer, async (tx) => {
    const papers = await readPapers(tx, customer, context.clock());
    if (!papers) return undefined;
    const since = asked ?? (await seenAt(tx, { customer, account }));
    const items = since === null ? [] : await changesSince(tx, papers, since);
    return {
      asOf: formatInstant(papers.now),
      since: since === null ? null : formatInstant(since),
      items: items.slice(0, mostChanges),
    };
  });
}

/** Returns everything that has changed for a customer after `from`, the latest first. */
export async function changesSince(tx: Tx, papers: Papers, from: Instant): Promise<PortalChange[]> {
  const { customer, agreements, catalog, now } = papers;
  const since: Since = { from, until: now };
  const told = { amendment: amendmentWords, variation: variationWords };
  const found: Change[] = [
    ...agreements.flatMap(({ agreement }) => agreementChanges(agreement, since, told)),
    ...agreements.flatMap(({ signed }) => priceChangesSince(signed, catalog, since)),
    ...accountChanges(await readDecisions(tx, customer.id), since, await readNameOf(tx, customer.id)),
    ...sourceChanges(await firstHeard(tx, customer.id), since),
    ...correctionChanges(await readCorrections(tx, papers, from), since),
  ];
  return found.sort(latestFirst).map(changeView);
}

function changeView(change: Change): PortalChange {
  const { told: _, at, ...facts } = change;
  return { ...facts, at: formatInstant(at), words: changeWords(change) };
}

async function firstHeard(tx: Tx, customer: string): Promise<FirstHeard[]> {
  const { rows } = await sql<FirstHeard>`
    SELECT s.name AS source, min(i.received_at) AS at FROM usage_source s
    JOIN usage_import_source l ON l.customer_id = s.customer_id AND l.source_id = s.id
    JOIN usage_import i ON i.customer_id = l.customer_id AND i.id = l.import_id
    WHERE s.customer_id = ${customer} AND i.status = 'accepted' AND ${counting(customer, 'l.import_id')}
    GROUP BY s.name ORDER BY s.name`.execute(tx);
  return rows;
}

/** Corrections are shared events of findings that were confirmed: what stood there then is in the finding itself. */
async function readCorrections(
  tx: Tx,
  { customer, agreements }: Papers,
  from: Instant,
): Promise<Correction[]> {
  const rows = await tx
    .selectFrom('event')
    .innerJoin('stream_state', 'stream_state.stream', 'event.stream')
    .select(['event.recorded_at', 'event.payload', 'stream_state.state'])
    .where('event.customer_id', '=', customer.id)
    .where('event.visibility', '=', 'shared')
    .where('event.type', '=', 'finding.correctionDue')
    .where('event.recorded_at', '>', toTimestamp(from) as never)
    .execute();
  return rows.flatMap(({ recorded_at: at, payload, state }) => {
    const finding = state as unknown as Finding;
    if (finding.status === 'none') return [];
    const { reading } = payload as unknown as Extract<FindingEvent, { kind: 'correctionDue' }>;
    const { agreement, clause: id } = finding;
    const signed = agreements.find((known) => known.signed.id === agreement)?.signed;
    const clause = signed?.clauses.find((one) => one.id === id);
    if (!clause) return [];
    const confirmed = 'confirmed' in finding ? finding.confirmed : null;
    const before = confirmed && decimal(confirmed.value);
    return [
      { at, agreement, clause: id, about: clause.plain, before, after: reading && decimal(reading.value) },
    ];
  });
}
