import { beforeAll, expect, test } from 'vitest';
import { goodterms, written } from '#apps/cli/program.testing.ts';
import { loadFiles } from '#apps/demo/load.ts';
import { demoVendor } from '#apps/demo/vendor.ts';
import { identifyAsOurselves } from '#apps/server/access/ourselves.ts';
import { makeApp } from '#apps/server/app.ts';
import type { CustomerPage } from '#apps/server/pages.ts';
import type { PortalLine } from '#apps/server/portal/lineSchemas.ts';
import type { PortalOverview } from '#apps/server/portal/overviewSchemas.ts';
import { startWorker } from '#apps/server/worker.ts';
import { readAgreements, toAgreement } from '#business/agreements/agreementFile.ts';
import { describeLimit } from '#business/agreements/describeLimit.ts';
import { effectiveTerms } from '#business/agreements/effectiveTerms.ts';
import { formatInstant, type Instant } from '#platform/instant.ts';
import { testDatabase } from './database.ts';
import { at } from './given.ts';

/** What is allowed is said in one way everywhere: by the function, on the page, in its chart, in the portal, and on the command line. */
const address = 'http://localhost:4300';
const start = at('2026-11-22T10:00:00Z');
const files = demoVendor(start);
const papers = files.find(({ path }) => path.endsWith('/agreements'))!.body;
let now: Instant;
let app: ReturnType<typeof makeApp>;

beforeAll(async () => {
  now = start;
  const { app: pool } = await testDatabase();
  const base = { pool, clock: () => now, actor: 'staff' };
  const report = (error: unknown) => {
    throw error;
  };
  app = makeApp(
    { ...base, wake: () => undefined },
    { workspace: 'nowhere', identify: identifyAsOurselves, report },
  );
  await loadFiles(app.fetch, address, files);
  const worker = startWorker(base, report);
  await worker.settle();
  await worker.stop();
}, 120_000);

/** Asks the server, as somebody who may see everything. */
async function asked<T>(path: string): Promise<T> {
  const request = new Request(`${address}${path}`, { headers: { host: 'localhost:4300' } });
  return (await (await app.fetch(request)).json()) as T;
}

type Explained = { agreements: { id: string; clauses: { id: string; allowed: { words: string } }[] }[] };

test.each(['2026-11-22T10:00:00Z', '2026-12-31T23:00:00Z', '2027-02-28T22:59:59Z'])(
  'at %s function, page, portal, chart and command line agree on every clause of every customer',
  async (moment) => {
    now = at(moment);
    const told = await goodterms(
      'explain',
      '--agreement',
      written('demo.yaml', papers),
      '--at',
      formatInstant(now),
      '--json',
    );
    expect(told.exit).toBe(0);
    const explained = (JSON.parse(told.out) as Explained).agreements;
    const read = readAgreements(papers);
    if (!read.ok) throw new Error('the demo is readable');
    let clauses = 0;
    for (const file of read.value) {
      const { id, customer, zone } = file.signed;
      const page = await asked<CustomerPage>(`/v1/customers/${customer}/page`);
      const view = page.agreements.find((one) => one.id === id)!;
      const portal = await asked<PortalOverview>(`/v1/portal/${customer}/overview`);
      const room = portal.agreements.find((one) => one.id === id)!;
      for (const [clause, terms] of effectiveTerms(toAgreement(file), { at: now, knownAt: now }).clauses) {
        const words = describeLimit(terms, zone);
        const shown = view.clauses.find((one) => one.id === clause)!;
        const drawn = shown.charts[0]?.chart.allowed.find(
          (step) => at(step.from) <= now && now < at(step.until),
        );
        const said = explained.find((one) => one.id === id)!.clauses.find((one) => one.id === clause)!;
        const inPortal = room.clauses.find((one) => one.id === clause)!;
        expect({
          clause,
          page: shown.allowedWords,
          portal: inPortal.allowed.words,
          chart: drawn?.words ?? words,
          told: said.allowed.words,
        }).toEqual({ clause, page: words, portal: words, chart: words, told: words });
        const line = await asked<PortalLine>(`/v1/portal/${customer}/lines/${id}/${clause}`);
        const chart = shown.charts.find(({ group }) => group === (line.use?.group ?? '[]'))?.chart;
        const use = line.windows.map(({ from, until, value, above: beyond }) => ({
          from,
          until,
          value,
          beyond,
        }));
        // Where nothing was reported the customer sees no use, and not a use of nothing.
        const isKnown = inPortal.why?.code !== 'no-data';
        expect(use).toEqual((isKnown && chart?.used) || []);
        clauses += 1;
      }
    }
    expect(clauses).toBe(13);
  },
);
