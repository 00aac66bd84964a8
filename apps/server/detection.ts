import { sql } from 'kysely';
import type { Pool } from 'pg';
import { detectClause } from '#business/findings/detect.jobs.ts';
import { type Examined, examine } from '#business/findings/examine.ts';
import { type ClauseReading, findingsOf, markDue } from '#business/findings/finding.store.ts';
import type { JudgeInput } from '#business/findings/judge.ts';
import { judgeInput } from '#business/findings/judgeInput.ts';
import { nextLook } from '#business/findings/nextLook.ts';
import { saveDutyDates } from '#business/remediation/duty.store.ts';
import { savePositions } from '#business/remediation/position.store.ts';
import { standingOf } from '#business/remediation/position.ts';
import { triageAll } from '#business/remediation/triage.store.ts';
import { findingsAgreed } from '#business/settlement/quoteList.store.ts';
import { namedFeatures } from '#business/usage/clauseFeatures.ts';
import { countWithPartials } from '#business/usage/counts/one/partials.ts';
import { countByASweep } from '#business/usage/counts/one/sweep.ts';
import { unmatchedFeatures } from '#business/usage/featureMap.ts';
import type { CountRequest } from '#business/usage/measure.ts';
import { partialsOf, usageLock } from '#business/usage/partial.store.ts';
import { saveIdentityUse } from '#business/usage/people/people.store.ts';
import { rulingOf } from '#business/usage/ruled.ts';
import { saveSourceUse } from '#business/usage/sources/sourceUse.store.ts';
import { saveUnmatched, type UnmatchedUse } from '#business/usage/unmatched.store.ts';
import { tzdataVersion } from '#platform/calendar.ts';
import { type Tx, vendorWide, withScope } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import { evaluateAlerts } from './alerts/evaluate.ts';
import { clauseReading } from './clauseReading.ts';
import { tellOfFinding } from './notifications/tell.ts';
import { type Counted, linkRecounts } from './questions/recounts.ts';
import { readWorld, type World } from './world.ts';

/** Of fewer records a count is made faster from the records themselves than from what was stored of them. */
const worthKeeping = 2_000;

/**
 * Examines all clauses of one customer and brings findings, readings and positions to what it found, in one transaction.
 * A crash at any point leaves the due mark in place, and the next round does it again from the start.
 */
export async function detectCustomer(pool: Pool, id: string, clock: () => Instant): Promise<void> {
  await withScope(pool, { customers: [id, vendorWide], actor: 'detection' }, async (tx) => {
    // Imports take this lock before they mark the customer as due; taken later than the mark, each would wait for the other.
    await sql`SELECT pg_advisory_xact_lock_shared(${usageLock(id)})`.execute(tx);
    // Two rounds for one customer would both find the same new run: the second waits and then sees the first's finding.
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`detection ${id}`}, 0))`.execute(tx);
    await tx
      .deleteFrom('detection_due')
      .where('customer_id', '=', id)
      .where('due_at', '<=', toTimestamp(clock()) as never)
      .execute();
    // The delete may have waited for whoever set the mark: only a moment after it knows what they recorded.
    const now = clock();
    const world = await readWorld(tx, id, now);
    if (!world) return;
    const partials = world.records.length < worthKeeping ? null : await partialsOf(tx, id);
    // Stored results are of the contents that were chosen: what other contents of records in conflict would give is counted anew.
    const first = (request: CountRequest) =>
      partials && request.chosen === world.chosen
        ? countWithPartials(request, partials)
        : countByASweep(request);
    let findings = await findingsOf(tx, id);
    const known = new Set(findings.map(({ finding }) => finding.key));
    const readings: ClauseReadingRow[] = [];
    const counted: Counted[] = [];
    for (const agreement of world.agreements)
      for (const clause of agreement.signed.clauses) {
        const input = judgeInput(world, agreement, clause);
        // A right may look beyond a day at the use of others: what is stored by days knows nothing of it.
        const examined = examine(input, world.around, hasRights(input) ? countByASweep : first);
        const detected = { agreement: agreement.signed.id, clause, examined, stored: findings };
        if (await detectClause(tx, detected, { customer: id, actor: 'detection', now }))
          findings = await findingsOf(tx, id);
        readings.push(readingRow(input, examined));
        counted.push({ input, judged: examined.judged });
      }
    await saveClauseReadings(tx, world, readings);
    await partials?.save(now);
    await saveUnmatched(tx, id, unmatchedIn(world));
    await saveIdentityUse(tx, id, world.identities());
    await saveSourceUse(tx, id, world.sources());
    await placePositions(tx, world);
    await triageAll(tx, now, id);
    const found = findings.map(({ finding }) => finding).filter(({ key }) => !known.has(key));
    for (const finding of found) await tellOfFinding(tx, finding, now);
    const signed = world.agreements.map((known) => known.signed);
    await saveDutyDates(tx, world.customer, signed, now);
    await evaluateAlerts(tx, { world, readings, findings });
    await linkRecounts(tx, world.contests, counted, { customer: id, actor: 'detection', now });
    const next = [nextLook(world.agreements, now) ?? [], holdEnds(world)].flat();
    if (next.length > 0) await markDue(tx, id, Math.min(...next) as Instant);
  });
}

/** A contest holds back what is told about its line up to a latest moment: then somebody has to look again. */
function holdEnds({ around, now }: World): Instant[] {
  return (around.contests ?? []).flatMap(({ open, holdsUntil }) =>
    open && holdsUntil > now ? [holdsUntil] : [],
  );
}

function hasRights({ rights = [], grownBy }: JudgeInput): boolean {
  return rights.length > 0 || (grownBy?.rights ?? []).length > 0;
}

function unmatchedIn({ records, catalog, agreements }: World): UnmatchedUse[] {
  const named = agreements.flatMap(({ signed }) => signed.clauses.flatMap(namedFeatures));
  const used = records.filter((record) => !rulingOf(record)?.aside);
  return unmatchedFeatures(used, catalog.features, named, agreements[0]?.signed.zone ?? 'UTC');
}

type ClauseReadingRow = { readonly agreement: string; readonly clause: string; readonly body: ClauseReading };

function readingRow(input: JudgeInput, examined: Examined): ClauseReadingRow {
  return { agreement: input.agreement.id, clause: input.clause.id, body: clauseReading(input, examined) };
}

async function saveClauseReadings(tx: Tx, world: World, rows: readonly ClauseReadingRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    INSERT INTO clause_reading (customer_id, agreement, clause, as_of, tzdata, body)
    SELECT ${world.customer.id}, agreement, clause, ${toTimestamp(world.now)}, ${tzdataVersion()}, body
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row (agreement text, clause text, body jsonb)
    ON CONFLICT (customer_id, agreement, clause)
    DO UPDATE SET as_of = excluded.as_of, tzdata = excluded.tzdata, body = excluded.body`.execute(tx);
}

async function placePositions(tx: Tx, world: World): Promise<void> {
  const findings = await findingsOf(tx, world.customer.id);
  const agreed = await findingsAgreed(tx, world.customer.id);
  const readings = await tx
    .selectFrom('clause_reading')
    .selectAll()
    .where('customer_id', '=', world.customer.id)
    .execute();
  const standings = world.agreements.flatMap(({ agreement, signed }) =>
    signed.clauses.flatMap((clause) => {
      const body = readings.find((row) => row.agreement === signed.id && row.clause === clause.id)?.body;
      const groups = Object.keys(body?.groups ?? {});
      return (groups.length > 0 ? groups : ['[]']).map((group) => ({
        signed,
        clause,
        standing: standingOf({
          agreement,
          signed,
          clause,
          group,
          windows: body?.groups[group] ?? [],
          findings: findings
            .map(({ finding }) => finding)
            .filter((one) => one.agreement === signed.id && one.clause === clause.id && one.group === group),
          noData: body?.noData ?? true,
          catalog: world.catalog,
          now: world.now,
          agreed,
        }),
      }));
    }),
  );
  await savePositions(tx, world.customer, world.catalog, standings);
}
