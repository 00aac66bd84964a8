import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { identifyAsOurselves } from '#apps/server/access/ourselves.ts';
import { makeApp } from '#apps/server/app.ts';
import { startWorker } from '#apps/server/worker.ts';
import { databaseAccount, makeFolder } from '#platform/database/account.ts';
import { appRole, openPool } from '#platform/database/connect.ts';
import { startEmbedded } from '#platform/database/embedded.ts';
import { migrate, readMigrations } from '#platform/database/migrate.ts';
import { after, type Instant, parseInstant } from '#platform/instant.ts';

/** Each has three clauses, and eight usage records for each of them. */
const usual = 100_000;
const ofOneCustomer = 4;
const asOf = parseInstant('2026-07-03T08:00:00Z')!;

/**
 * Detection over 100,000 agreements of three clauses each (25,000 customers; 2.4 M usage records), everything included:
 * two counts of every window, findings with their evidence, positions. Against one SQL aggregate over the same rows
 * (per customer, feature and month: count, sum, highest, different people). Then once more after new usage of 1 % of
 * the customers. Ends with `ratio: X`, how many times as long the whole sweep takes.
 */
export async function run([count = String(usual)]: readonly string[] = []): Promise<void> {
  const customers = Math.ceil(Number(count) / ofOneCustomer);
  const folder = mkdtempSync(join(tmpdir(), 'goodterms-bench-'));
  rmSync(folder, { recursive: true });
  makeFolder(folder);
  const server = await startEmbedded(folder, { account: databaseAccount() });
  try {
    const login = { ...server.login, database: 'postgres' };
    await migrate(login, readMigrations('apps/server/migrations'));
    const admin = new Client({ ...login, options: '-c search_path=goodterms -c TimeZone=UTC' });
    await admin.connect();
    const pool = openPool(login, appRole, 6);
    const failures: unknown[] = [];
    let looks = 0;
    const base = { pool, clock: (): Instant => after(asOf, looks++), actor: 'bench' };
    const report = (error: unknown) => failures.push(error);
    await importOne(
      makeApp(
        { ...base, wake: () => undefined },
        { workspace: 'nowhere', identify: identifyAsOurselves, report },
      ),
    );
    await multiply(admin, customers);
    const aggregate = await seconds(() => admin.query(oneAggregate));
    const worker = startWorker(base, report);
    const whole = await seconds(worker.settle);
    const { rows: found } = await admin.query(
      `SELECT count(*) AS positions, count(*) FILTER (WHERE beyond) AS beyond FROM position`,
    );
    const changed = await moreUse(admin, customers);
    const again = await seconds(worker.settle);
    await worker.stop();
    await Promise.all([admin.end(), pool.end()]);
    if (failures.length > 0) throw failures[0];
    console.log(`${customers * ofOneCustomer} agreements × 3 clauses of ${customers} customers`);
    console.log(`${found[0].positions} positions, ${found[0].beyond} of them beyond`);
    console.log(`one SQL aggregate: ${aggregate.toFixed(2)} s`);
    console.log(
      `the whole sweep: ${whole.toFixed(2)} s, ${((whole * 1000) / customers).toFixed(1)} ms a customer`,
    );
    console.log(
      `after new usage of ${changed} customers: ${again.toFixed(2)} s, ${((again / whole) * 100).toFixed(2)} % of it`,
    );
    console.log(
      `ratio: ${(whole / aggregate).toFixed(1)} (of the time that one SQL aggregate over the same rows takes)`,
    );
  } finally {
    await server.stop('at once');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One customer with all its papers and use, by the public importers. */
async function importOne(app: ReturnType<typeof makeApp>): Promise<void> {
  const send = async (path: string, body: string) => {
    const headers = { host: 'localhost:4300' };
    const answer = await app.fetch(
      new Request(`http://localhost:4300${path}`, { method: 'POST', headers, body }),
    );
    if (answer.status !== 200) throw new Error(await answer.text());
  };
  await send('/v1/imports/catalog', catalog);
  await send('/v1/imports/customers', customer);
  await send(
    '/v1/imports/agreements',
    Array.from({ length: ofOneCustomer }, (_, i) => agreement(i)).join('---\n'),
  );
}

/** The same papers for every other customer, and everybody's use: quantities differ, one clause in fifty is beyond. */
async function multiply(admin: Client, customers: number): Promise<void> {
  const others = `generate_series(2, ${customers}) AS n, lateral (SELECT 'c' || lpad(n::text, 6, '0') AS name) AS other`;
  const renamed = (column: string) => `replace(${column}::text, 'c000001', other.name)`;
  await admin.query(`
    INSERT INTO customer_directory SELECT other.name FROM ${others};
    INSERT INTO customer SELECT other.name, ${renamed('body')}::jsonb, recorded_at FROM customer, ${others};
    INSERT INTO event (stream, version, type, schema_version, customer_id, actor, effective_at, recorded_at, visibility, payload)
      SELECT ${renamed('stream')}, version, type, schema_version, other.name, actor, effective_at, recorded_at, visibility,
        ${renamed('payload')}::jsonb FROM event, ${others} WHERE customer_id = 'c000001';
    INSERT INTO stream_state (stream, lifecycle, id, customer_id, version, state)
      SELECT ${renamed('stream')}, lifecycle, ${renamed('id')}, other.name, version, ${renamed('state')}::jsonb
      FROM stream_state, ${others} WHERE customer_id = 'c000001';
    INSERT INTO usage_source (customer_id, name) SELECT id, 'gateway' FROM customer_directory;
    INSERT INTO identity (customer_id, value) SELECT id, 'person-' || p FROM customer_directory, generate_series(1, 4) AS p;
    INSERT INTO usage_generation SELECT id, 1 FROM customer_directory;
    INSERT INTO detection_due SELECT id, '2026-07-01' FROM customer_directory ON CONFLICT DO NOTHING;
  `);
  await use(admin, `d.id <= 'c' || lpad('${customers}', 6, '0')`, 0, 7);
  await admin.query('VACUUM ANALYZE');
}

/** Eight records a clause, from a number on; those of customers that \`whose\` names. */
async function use(admin: Client, whose: string, first: number, last: number): Promise<number> {
  const { rowCount } = await admin.query(`
    INSERT INTO usage_record (customer_id, source_id, id, digest, kind, feature, at, until, quantity, who, series, attributes, import_id)
    SELECT d.id, s.id, f.feature || a || '-' || r, sha256(convert_to(d.id || f.feature || a || r, 'UTF8')), f.kind, f.feature || a,
      timestamptz '2026-01-10' + r * interval '20 days' + a * interval '1 hour', NULL,
      (hashtext(d.id || f.feature || a || r) & 63) + CASE WHEN (hashtext(d.id || f.feature || a) & 63) = 1 THEN 50 ELSE 0 END,
      p.id, CASE WHEN f.kind = 'level' THEN 'seats' || a END, '{}', 0
    FROM customer_directory d
    JOIN usage_source s ON s.customer_id = d.id
    CROSS JOIN generate_series(0, ${ofOneCustomer - 1}) AS a
    CROSS JOIN (VALUES ('export', 'occurrence'), ('seat', 'level'), ('login', 'occurrence')) AS f (feature, kind)
    CROSS JOIN generate_series(${first}, ${last}) AS r
    JOIN identity p ON p.customer_id = d.id AND p.value = 'person-' || (r % 4 + 1)
    WHERE ${whose}`);
  return rowCount ?? 0;
}

/** A ninth record a clause for one customer in a hundred, as an import would leave it. */
async function moreUse(admin: Client, customers: number): Promise<number> {
  const some = `right(d.id, 2) = '07'`;
  await use(admin, some, 8, 8);
  await admin.query(`
    DELETE FROM usage_partial d WHERE right(customer_id, 2) = '07' AND bucket_until > '2026-06-19';
    UPDATE usage_generation SET number = number + 1 WHERE right(customer_id, 2) = '07';
    INSERT INTO detection_due SELECT id, '2026-07-01' FROM customer_directory d WHERE ${some}
      ON CONFLICT (customer_id) DO UPDATE SET due_at = excluded.due_at`);
  return Math.floor((customers + 93) / 100);
}

const oneAggregate = `
  SELECT customer_id, feature, date_trunc('month', at) AS month, count(*), sum(quantity), max(quantity), count(DISTINCT who)
  FROM usage_record GROUP BY 1, 2, 3`;

const catalog = `goodterms: catalog/1
products: [{ id: atlas, name: Atlas }]
priceBooks:
  - id: list
    currency: EUR
    from: 2026-01-01
    components:
      - { id: seat, product: atlas, unit: seat, per: year, model: unit, price: 120 }
`;

const customer = `goodterms: customers/1
customers:
  - id: c000001
    name: Customer c000001
    size: medium
    segment: engineering
    riskTolerance: medium
    contact: { name: Priya Nair, email: priya.nair@larkfield.example, role: IT lead }
    owner: { name: Sam Ortiz, email: sam.ortiz@meridian.example, role: License manager }
    relationship: { since: 2021-04-01, renewals: 4, goodExperiences: [] }
`;

function agreement(i: number): string {
  return `goodterms: agreement/1
id: AG-c000001-${i}
customer: c000001
title: Atlas
signedOn: 2025-12-10
from: 2026-01-01
until: 2027-01-01
zone: UTC
currency: EUR
orderLines:
  - { id: OL-${i}, clause: seats, product: atlas, quantity: 100, source: PO }
clauses:
  - id: exports
    kind: capacity
    product: atlas
    unit: export
    text: So many exports a month.
    plain: So many exports a month.
    measure: { aggregate: sum, window: month }
    features: [export${i}]
    limit: 200
    price: seat
  - id: seats
    kind: capacity
    product: atlas
    unit: seat
    text: So many seats.
    plain: So many seats.
    measure: { aggregate: max, window: month }
    features: [seat${i}]
    price: seat
  - id: people
    kind: capacity
    product: atlas
    unit: person
    text: So many people.
    plain: So many people.
    measure: { aggregate: { unique: who }, window: month }
    features: [login${i}]
    limit: 50
    price: seat
`;
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
