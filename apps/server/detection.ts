import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { Clause } from '#business/agreements/agreement.ts';
import { detectClause } from '#business/findings/detect.jobs.ts';
import { type Examined, examine } from '#business/findings/examine.ts';
import { type ClauseReading, findingsOf, markDue } from '#business/findings/finding.store.ts';
import type { JudgeInput } from '#business/findings/judge.ts';
import { judgeInput, type KnownToday } from '#business/findings/judgeInput.ts';
import { savePositions } from '#business/remediation/position.store.ts';
import { standingOf } from '#business/remediation/position.ts';
import { countWithPartials } from '#business/usage/counts/one/partials.ts';
import { countByASweep } from '#business/usage/counts/one/sweep.ts';
import { unmatchedFeatures } from '#business/usage/featureMap.ts';
import type { Count, CountRequest } from '#business/usage/measure.ts';
import { partialsOf, usageLock } from '#business/usage/partial.store.ts';
import { saveIdentityUse } from '#business/usage/people/people.store.ts';
import { rulingOf } from '#business/usage/ruled.ts';
import { saveUnmatched, type UnmatchedUse } from '#business/usage/unmatched.store.ts';
import { tzdataVersion } from '#platform/calendar.ts';
import { type Tx, vendorWide, withScope } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import { after, type Instant } from '#platform/instant.ts';
import { drawable } from './drawable.ts';
import { readWorld, type World } from './world.ts';

/** Of fewer records a count is made faster from the records themselves than from what was stored of them. */
const worthKeeping = 5_000;

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
    const first = partials ? (request: CountRequest) => countWithPartials(request, partials) : countByASweep;
    for (const known of world.agreements)
      for (const clause of known.signed.clauses) await detectOne(tx, world, known, clause, first);
    await partials?.save(now);
    await saveUnmatched(tx, id, unmatchedIn(world));
    await saveIdentityUse(tx, id, world.identities());
    await placePositions(tx, world);
    const next = nextChange(world);
    if (next !== null) await markDue(tx, id, next);
  });
}

function unmatchedIn({ records, catalog, agreements }: World): UnmatchedUse[] {
  const named = agreements.flatMap(({ signed }) => signed.clauses.flatMap((clause) => clause.features));
  const used = records.filter((record) => !rulingOf(record)?.aside);
  return unmatchedFeatures(used, catalog.features, named, agreements[0]?.signed.zone ?? 'UTC');
}

async function detectOne(
  tx: Tx,
  world: World,
  known: KnownToday,
  clause: Clause,
  first: Count,
): Promise<void> {
  const input = judgeInput(world, known, clause);
  const examined = examine(input, world.around, first);
  await detectClause(
    tx,
    { agreement: known.signed.id, clause, examined },
    { customer: world.customer.id, actor: 'detection', now: world.now },
  );
  await saveClauseReading(tx, world, input, examined);
}

async function saveClauseReading(tx: Tx, world: World, input: JudgeInput, examined: Examined): Promise<void> {
  const body: ClauseReading = {
    groups: Object.fromEntries([...examined.judged].map(([group, windows]) => [group, drawable(windows)])),
    noData: examined.noData,
    firstDifference: examined.firstDifference,
  };
  const place = { customer_id: world.customer.id, agreement: input.agreement.id, clause: input.clause.id };
  const row = { as_of: toTimestamp(world.now), tzdata: tzdataVersion(), body: JSON.stringify(body) };
  await tx
    .insertInto('clause_reading')
    .values({ ...place, ...row })
    .onConflict((conflict) => conflict.columns(['customer_id', 'agreement', 'clause']).doUpdateSet(row))
    .execute();
}

async function placePositions(tx: Tx, world: World): Promise<void> {
  const findings = await findingsOf(tx, world.customer.id);
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
        }),
      }));
    }),
  );
  await savePositions(tx, world.customer, world.catalog, standings);
}

const anHour = 3_600_000_000;

/**
 * Returns when the customer has to be examined again though nothing comes in: the next instant at which terms change,
 * and in any case within the hour while an agreement runs, so that open windows close in time.
 */
function nextChange(world: World): Instant | null {
  const changes = world.agreements.flatMap(({ agreement, signed }) => [
    signed.from,
    signed.until,
    // The last window is judged when its lateness is over, and then nothing runs any more that would look at it.
    ...signed.clauses.map(({ lateness }) => after(signed.until, lateness)),
    ...signed.orderLines.flatMap((line) => [line.from, line.until]),
    ...agreement.amendments.map((amendment) => amendment.from),
    ...agreement.variations.flatMap((variation) => [
      variation.from,
      variation.until,
      ...(variation.revoked ? [variation.revoked.at] : []),
    ]),
  ]);
  const running = world.agreements.some(({ signed }) => signed.from <= world.now && world.now < signed.until);
  const coming = [...changes.filter((at) => at > world.now), ...(running ? [world.now + anHour] : [])];
  return coming.length === 0 ? null : (Math.min(...coming) as Instant);
}
