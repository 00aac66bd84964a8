import { type RawBuilder, sql } from 'kysely';
import type { Clause, SignedAgreement } from '#business/agreements/agreement.ts';
import { rulesInForce } from '#business/alerts/rules.store.ts';
import { silentSince } from '#business/usage/sources/sourceList.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import { after, dateIn, day, type Instant } from '#platform/instant.ts';
import { type ControlCode, type ControlResult, resultOf, type Subject } from './control.ts';

const quarter = 92 * day;

type Running = { readonly customer: string; readonly agreement: string; readonly signed: SignedAgreement };
type Place = { readonly customer: string; readonly agreement: string; readonly clause: Clause };

/** Returns the result of every control for the customers in scope, as things stand at `now`. */
export async function checkControls(tx: Tx, now: Instant): Promise<ControlResult[]> {
  const signed = await agreementsNotOver(tx, now);
  const running = signed.filter((one) => one.signed.from <= now);
  const places = running.flatMap(({ customer, agreement, signed }) =>
    signed.clauses.map((clause): Place => ({ customer, agreement, clause })),
  );
  return [
    await sourcesAlive(tx, new Set(running.map(({ customer }) => customer)), now),
    await featuresMapped(tx),
    ...(await clausesRead(tx, places)),
    await conflictsSettled(tx),
    await counted(tx, 'totals-agree', totals(now)),
    pricesNamed(places),
    await limitsWatched(tx, places),
    await counted(tx, 'findings-handled', findings(now)),
    await counted(tx, 'imports-read', imports(now)),
    renewalsAhead(running, signed, now),
    await counted(tx, 'duties-received', duties(now)),
  ];
}

/** Returns the agreements that run, and those that are signed and begin later. */
async function agreementsNotOver(tx: Tx, now: Instant): Promise<Running[]> {
  const { rows } = await sql<Running>`
    SELECT customer_id AS customer, id AS agreement, state -> 'texts' -> -1 -> 'signed' AS signed FROM stream_state
    WHERE lifecycle = 'agreement' AND (state -> 'texts' -> -1 -> 'signed' ->> 'until')::bigint > ${now}
    ORDER BY customer_id, id`.execute(tx);
  return rows;
}

/** A condition on a column that names an import: only what was not withdrawn, of all customers in scope. */
function stands(column: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} NOT IN (SELECT w.import_id FROM import_withdrawal w WHERE w.undone_at IS NULL)`;
}

type Alive = { customer: string; source: string; silent: boolean };

/** As of the last examination of each customer, whose summary it reads; a directory's calls since then count too. */
async function sourcesAlive(tx: Tx, customers: ReadonlySet<string>, now: Instant): Promise<ControlResult> {
  const { rows } = await sql<Alive>`
    SELECT u.customer_id AS customer, u.source, ${silentSince} < ${toTimestamp(now)} AS silent
    FROM source_use u JOIN usage_source s ON s.customer_id = u.customer_id AND s.name = u.source
    WHERE u.records > 0 ORDER BY 1, 2`.execute(tx);
  const heard = rows.filter(({ customer }) => customers.has(customer));
  return resultOf(
    'sources-alive',
    heard.length,
    heard.filter(({ silent }) => silent).map(({ customer, source }) => ({ customer, thing: source })),
  );
}

async function featuresMapped(tx: Tx): Promise<ControlResult> {
  const { rows } = await sql<{ customer: string; thing: string; unmatched: boolean }>`
    SELECT DISTINCT r.customer_id AS customer, r.feature AS thing, m.feature IS NOT NULL AS unmatched
    FROM usage_record r JOIN usage_source u ON u.id = r.source_id
    LEFT JOIN unmatched_use m ON m.customer_id = r.customer_id AND m.source = u.name AND m.feature = r.feature
    WHERE r.kind NOT IN ('return', 'retraction', 'snapshot') AND ${stands('r.import_id')} ORDER BY 1, 2`.execute(
    tx,
  );
  return resultOf('features-mapped', rows.length, rows.filter(({ unmatched }) => unmatched).map(subjectOf));
}

async function clausesRead(tx: Tx, places: readonly Place[]): Promise<ControlResult[]> {
  const { rows } = await sql<{
    customer: string;
    agreement: string;
    clause: string;
    none: boolean;
    differ: boolean;
  }>`
    SELECT customer_id AS customer, agreement, clause, (body ->> 'noData')::boolean AS none,
      body ->> 'firstDifference' IS NOT NULL AS differ FROM clause_reading`.execute(tx);
  const known = new Map(rows.map((row) => [keyOf(row.customer, row.agreement, row.clause), row]));
  const read = ({ customer, agreement, clause }: Place) => known.get(keyOf(customer, agreement, clause.id));
  return [
    resultOf('clauses-measured', places.length, places.filter((one) => read(one)?.none ?? true).map(placeOf)),
    resultOf('counts-agree', places.length, places.filter((one) => read(one)?.differ).map(placeOf)),
  ];
}

async function conflictsSettled(tx: Tx): Promise<ControlResult> {
  const { rows } = await sql<{ customer: string; thing: string; settled: boolean }>`
    SELECT c.customer_id AS customer, c.record_id AS thing, bool_or(EXISTS (SELECT FROM conflict_choice d
      WHERE d.customer_id = c.customer_id AND d.source_id = c.source_id AND d.record_id = c.record_id
        AND d.digest = r.digest AND d.undone_at IS NULL)) AS settled
    FROM usage_conflict c JOIN usage_record r
      ON r.customer_id = c.customer_id AND r.source_id = c.source_id AND r.id = c.record_id
    WHERE ${stands('r.import_id')}
    GROUP BY c.customer_id, c.source_id, c.record_id HAVING count(*) > 1 ORDER BY 1, 2`.execute(tx);
  return resultOf('conflicts-settled', rows.length, rows.filter(({ settled }) => !settled).map(subjectOf));
}

function pricesNamed(places: readonly Place[]): ControlResult {
  const limits = places.filter(({ clause }) => clause.kind === 'capacity');
  return resultOf(
    'clauses-priced',
    limits.length,
    limits.filter(({ clause }) => clause.price === null).map(placeOf),
  );
}

async function limitsWatched(tx: Tx, places: readonly Place[]): Promise<ControlResult> {
  const rulesOf = await rulesInForce(tx);
  const limits = places.filter(({ clause }) => clause.kind === 'capacity');
  const unwatched = limits.filter(
    ({ customer, agreement, clause }) => rulesOf({ customer, agreement, clause: clause.id }).length === 0,
  );
  return resultOf('limits-watched', limits.length, unwatched.map(placeOf));
}

/** What follows an agreement has mostly not begun yet. */
function renewalsAhead(running: readonly Running[], all: readonly Running[], now: Instant): ControlResult {
  const ending = running.filter(({ signed }) => signed.until <= after(now, 60 * day));
  const alone = ending.filter(
    ({ customer, signed }) =>
      !all.some(
        (other) =>
          other.customer === customer &&
          other.signed.from <= signed.until &&
          signed.until < other.signed.until,
      ),
  );
  return resultOf(
    'renewals-ahead',
    ending.length,
    alone.map(({ customer, agreement }) => ({ customer, agreement })),
  );
}

/** Of rows that say whose they are, what, and whether all is well. */
async function counted(tx: Tx, code: ControlCode, query: RawBuilder<unknown>): Promise<ControlResult> {
  const { rows } = await (query as RawBuilder<{ customer: string; thing: string; good: boolean }>).execute(
    tx,
  );
  return resultOf(code, rows.length, rows.filter(({ good }) => !good).map(subjectOf));
}

function totals(now: Instant): RawBuilder<unknown> {
  return sql`
    SELECT t.customer_id AS customer, u.name || ' ' || t.feature AS thing, bool_and(t.agrees) AS good
    FROM source_total t JOIN usage_source u ON u.id = t.source_id
    WHERE t.agrees IS NOT NULL AND t.at >= ${toTimestamp(after(now, -quarter))} AND ${stands('t.import_id')}
    GROUP BY 1, 2 ORDER BY 1, 2`;
}

function findings(now: Instant): RawBuilder<unknown> {
  return sql`
    SELECT s.customer_id AS customer, s.id AS thing, s.state ->> 'status' <> 'verified' OR EXISTS (
        SELECT FROM assignment a WHERE a.customer_id = s.customer_id AND a.agreement = s.state ->> 'agreement'
          AND a.clause = s.state ->> 'clause' AND a.group_key = s.state ->> 'group') AS good
    FROM stream_state s
    WHERE s.lifecycle = 'finding' AND s.state ->> 'status' IN ('verified', 'confirmed', 'dismissed')
      AND (SELECT min(e.recorded_at) FROM event e WHERE e.stream = s.stream AND e.type = 'finding.verified')
        < ${toTimestamp(after(now, -30 * day))}
    ORDER BY 1, 2`;
}

function imports(now: Instant): RawBuilder<unknown> {
  return sql`
    SELECT i.customer_id AS customer, i.id::text AS thing, i.status = 'accepted' OR EXISTS (
        SELECT FROM usage_import n WHERE n.customer_id = i.customer_id AND n.file_name = i.file_name AND n.id > i.id
          AND n.status = 'accepted') AS good
    FROM usage_import i
    WHERE i.received_at >= ${toTimestamp(after(now, -quarter))} AND i.status IN ('accepted', 'refused', 'failed')
    ORDER BY i.customer_id, i.id`;
}

function duties(now: Instant): RawBuilder<unknown> {
  return sql`
    SELECT d.customer_id AS customer, d.duty || ' ' || d.due_on AS thing, EXISTS (
        SELECT FROM duty_receipt r WHERE r.customer_id = d.customer_id AND r.agreement = d.agreement
          AND r.duty = d.duty AND r.due_on = d.due_on) AS good
    FROM duty_date d WHERE d.grace_until < ${dateIn(now, 'UTC')}::date ORDER BY 1, 2`;
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}

function placeOf({ customer, agreement, clause }: Place): Subject {
  return { customer, agreement, clause: clause.id };
}

function subjectOf({ customer, thing }: { readonly customer: string; readonly thing: string }): Subject {
  return { customer, thing };
}
