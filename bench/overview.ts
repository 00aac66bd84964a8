import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identifyAsOurselves } from '#apps/server/access/ourselves.ts';
import { makeApp } from '#apps/server/app.ts';
import { startWorker } from '#apps/server/worker.ts';
import { databaseAccount, makeFolder } from '#platform/database/account.ts';
import { appRole, openPool } from '#platform/database/connect.ts';
import { startEmbedded } from '#platform/database/embedded.ts';
import { migrate, readMigrations } from '#platform/database/migrate.ts';
import { after, day, formatInstant, hour, type Instant, parseInstant } from '#platform/instant.ts';

const clauses = 20;
const days = 250;
const regions = 12;
const asks = 60;
const start = parseInstant('2026-01-01T00:00:00Z')!;
const asOf = after(start, days * day);
const host = 'localhost:4300';

/**
 * What the portal reads of one customer with twenty clauses, ten counted day by day (five of them in twelve regions each)
 * and ten by the month, after 250 days of use. Prints the median and the 95th percentile of sixty answers of each, over a
 * warm server, and the time the processor worked for one; ends with `overview: X ms`.
 */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'goodterms-bench-'));
  rmSync(folder, { recursive: true });
  makeFolder(folder);
  const server = await startEmbedded(folder, { account: databaseAccount() });
  try {
    const login = { ...server.login, database: 'postgres' };
    await migrate(login, readMigrations('apps/server/migrations'));
    const pool = openPool(login, appRole, 4);
    const failures: unknown[] = [];
    let looks = 0;
    const base = { pool, clock: (): Instant => after(asOf, looks++), actor: 'bench' };
    const report = (error: unknown) => failures.push(error);
    const app = makeApp(
      { ...base, wake: () => undefined },
      { workspace: 'nowhere', identify: identifyAsOurselves, report },
    );
    const ask = async (path: string, body?: string, type = 'application/yaml') => {
      const request = new Request(`http://${host}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { host, 'content-type': type },
        ...(body === undefined ? {} : { body }),
      });
      const answer = await app.fetch(request);
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${path}: ${text}`);
      return text;
    };
    await ask('/v1/imports/catalog', catalogText);
    await ask('/v1/imports/customers', customersText);
    await ask('/v1/imports/agreements', agreementText());
    const usage = '/v1/customers/large/usage?format=cloudevents';
    for (let clause = 0; clause < clauses; clause += 1)
      await ask(usage, eventsOf(clause), 'application/x-ndjson');
    const worker = startWorker(base, report);
    await worker.settle();
    await worker.stop();
    const overview = await timed('overview', () => ask('/v1/portal/large/overview'));
    await timed('one line', () => ask('/v1/portal/large/lines/AG-1/c0'));
    await timed('dates', () => ask('/v1/portal/large/dates'));
    await timed('changes', () => ask('/v1/portal/large/changes?since=2026-01-02T00:00:00Z'));
    await timed('onboarding', () => ask('/v1/portal/large/onboarding'));
    await pool.end();
    if (failures.length > 0) throw failures[0];
    console.log(`overview: ${overview.toFixed(0)} ms`);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timed(name: string, ask: () => Promise<string>): Promise<number> {
  const times: number[] = [];
  let size = 0;
  let worked = process.cpuUsage();
  for (let n = 0; n < asks + 10; n += 1) {
    if (n === 10) worked = process.cpuUsage();
    const begun = performance.now();
    size = (await ask()).length;
    if (n >= 10) times.push(performance.now() - begun);
  }
  const { user, system } = process.cpuUsage(worked);
  const each = (user + system) / 1000 / asks;
  times.sort((a, b) => a - b);
  const [median, late] = [times[Math.floor(asks / 2)]!, times[Math.floor(asks * 0.95)]!];
  console.log(
    `${name}: ${median.toFixed(0)} ms (95 %: ${late.toFixed(0)} ms), ${each.toFixed(0)} ms of them at work, ${Math.round(size / 1000)} kB`,
  );
  return median;
}

const catalogText = `goodterms: catalog/1
products:
  - { id: suite, name: Suite, editions: [] }
`;
const customersText = `goodterms: customers/1
customers:
  - id: large
    name: Large Labs
    size: large
    segment: research
    riskTolerance: medium
    contact: { name: Dana Wells, email: dana.wells@large.example, role: IT lead }
    owner: { name: Sam Ortiz, email: sam.ortiz@meridian.example, role: License manager }
    relationship: { since: 2019-04-01, renewals: 6, goodExperiences: [] }
`;

const daily = '{ aggregate: peakConcurrency, window: day }';
const regional = '{ aggregate: peakConcurrency, window: day, groupBy: [region] }';
const monthly = '{ aggregate: sum, window: month }';

function agreementText(): string {
  const all = Array.from({ length: clauses }, (_, n) => n);
  const lines = all.map(
    (n) => `  - { id: OL-${n}, clause: c${n}, product: suite, quantity: 1000, source: PO ${n} }`,
  );
  const rules = all.map((n) => {
    const measure = n < 5 ? daily : n < 10 ? regional : monthly;
    return `  - id: c${n}
    kind: capacity
    product: suite
    unit: seat
    text: Licensee may use the Suite up to the quantity ordered.
    plain: You may use as much of the suite as you ordered.
    features: [f${n}]
    limitRule: highest
    measure: ${measure}`;
  });
  return `goodterms: agreement/1
id: AG-1
customer: large
title: Suite for Large Labs
signedOn: 2025-12-15
from: 2026-01-01
until: 2027-01-01
zone: Europe/Berlin
currency: EUR
orderLines:
${lines.join('\n')}
clauses:
${rules.join('\n')}
`;
}

/** Each day a little more than the day before, and less on every seventh. */
function eventsOf(clause: number): string {
  const places = clause >= 5 && clause < 10 ? regions : 1;
  const kind = clause < 10 ? 'level' : 'occurrence';
  return Array.from({ length: days * places }, (_, i) => {
    const [n, place] = [Math.floor(i / places), i % places];
    const quantity = 300 + n * 2 + place + (n % 7 === 6 ? -120 : (n * 37) % 23);
    const series = kind === 'level' ? { series: `s${place}` } : {};
    return JSON.stringify({
      specversion: '1.0',
      id: `c${clause}-${i}`,
      source: '/gateway',
      type: `f${clause}`,
      time: formatInstant(after(start, n * day + 9 * hour)),
      data: { quantity, kind, ...series, region: `r${place}` },
    });
  }).join('\n');
}
