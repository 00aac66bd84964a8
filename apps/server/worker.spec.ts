import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examine } from '#business/findings/examine.ts';
import { markDue } from '#business/findings/finding.store.ts';
import { judgeInput } from '#business/findings/judgeInput.ts';
import { countWithPartials } from '#business/usage/counts/one/partials.ts';
import { partialsOf } from '#business/usage/partial.store.ts';
import { vendorWide, withScope } from '#platform/database/scope.ts';
import { after, day, hour, minute } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { detectCustomer } from './detection.ts';
import { agreement, catalog, customers } from './given/papers.ts';
import { event, type Running, running } from './given/running.ts';
import { readWorld } from './world.ts';

const start = at('2026-07-10');
const ids = ['many', 'standing', 'busy', 'broken', 'sound', 'sound-too', 'new'];
let it: Running;

beforeAll(async () => {
  it = await running(start);
  await it.take('catalog', catalog());
  await it.take('customers', customers(ids));
  const instant = { measure: '{ aggregate: peakConcurrency, window: instant }' };
  const texts = ids.map((id) => agreement(id, id === 'standing' ? instant : {}));
  await it.take('agreements', texts.join('---\n'));
});
afterAll(() => it.stop());

const rows = async (text: string, ...values: unknown[]) => (await it.db.admin.query(text, values)).rows;
const scope = (customer: string) => ({ customers: [customer, vendorWide], actor: 'test' });
const dueNow = (customer: string) =>
  withScope(it.db.app, scope(customer), (tx) => markDue(tx, customer, start));
/** A window that is still open ends where we look. */
const closed = (groups: Record<string, { open: boolean; until: number }[]>) =>
  Object.values(groups).map((windows) =>
    windows.map((window) => ({ ...window, until: window.open ? null : window.until })),
  );
const readings = async (customer: string) => ({
  clauses: (await rows('SELECT body FROM clause_reading WHERE customer_id = $1', customer)).map(
    ({ body }) => ({
      ...body,
      groups: closed(body.groups),
    }),
  ),
  findings: await rows('SELECT id, version, state FROM stream_state WHERE customer_id = $1', customer),
  events: await rows('SELECT count(*) FROM event WHERE customer_id = $1', customer),
});
/** All calls of a day in its first record, and eleven that add nothing: so many records that partial results are stored. */
const twelveADay = (id: string, days: number, calls: number) =>
  Array.from({ length: 12 * days }, (_, n) =>
    event(`${id}${n}`, after(at('2026-01-01'), n * 2 * hour), n % 12 === 0 ? calls : 0),
  );
const oneADay = (id: string, days: number, calls: number) =>
  Array.from({ length: days }, (_, n) => event(`${id}${n}`, after(at('2026-01-01'), n * day), calls));

describe('stored partial results', () => {
  const stored = () => rows("SELECT key_digest FROM usage_partial WHERE customer_id = 'many' ORDER BY 1");

  test('are read, and deleting any of them changes no reading', async () => {
    await it.tell('many', ...twelveADay('d', 180, 4));
    const before = await readings('many');
    const all = await stored();
    expect(all.length).toBeGreaterThan(5);
    await fc.assert(
      fc.asyncProperty(fc.subarray(all), async (some) => {
        const digests = some.map(({ key_digest }) => key_digest);
        await it.db.admin.query('DELETE FROM usage_partial WHERE key_digest = ANY($1)', [digests]);
        await dueNow('many');
        await it.settle();
        expect(await readings('many')).toEqual(before);
        expect(await stored()).toEqual(all);
      }),
      { seed: 20260311, numRuns: 8 },
    );
  });

  test('each is read: the first count asks for it and does not count it again', async () => {
    const all = await stored();
    const { hits, puts } = await withScope(it.db.app, scope('many'), async (tx) => {
      const world = (await readWorld(tx, 'many', after(start, minute)))!;
      const known = world.agreements[0]!;
      const partials = await partialsOf(tx, 'many');
      const found = new Set<string>();
      let puts = 0;
      const counted = {
        get: (key: string) => {
          const kept = partials.get(key);
          if (kept !== undefined) found.add(key);
          return kept;
        },
        // The hours now running cannot have been stored.
        put: (key: string) => {
          if (JSON.parse(key).bucket[1] < world.now) puts += 1;
        },
      };
      const input = judgeInput(world, known, known.signed.clauses[0]!);
      examine(input, world.around, (request) => countWithPartials(request, counted));
      return { hits: found.size, puts };
    });
    expect(hits).toBe(all.length);
    expect(puts).toBe(0);
  });

  test('detection itself reads them: where one says otherwise, the second count notices, and nothing is verified', async () => {
    const [one] = await rows(
      "SELECT key, value FROM usage_partial WHERE customer_id = 'many' ORDER BY bucket_from LIMIT 1",
    );
    const digest = createHash('sha256').update(one.key).digest();
    const say = (value: string) =>
      it.db.admin.query('UPDATE usage_partial SET value = $1 WHERE key_digest = $2', [value, digest]);
    await say(one.value.replace('"sum":"4"', '"sum":"47"'));
    await dueNow('many');
    await it.settle();
    const [reading] = await rows("SELECT body FROM clause_reading WHERE customer_id = 'many'");
    expect(reading.body.firstDifference).toMatch(/the first count says .*, the second/);
    expect((await it.page('many')).findings.every(({ verification }) => !verification.passed)).toBe(true);
    await say(one.value);
    await dueNow('many');
    await it.settle();
    expect((await it.page('many')).findings.every(({ state }) => state === 'verified')).toBe(true);
  });

  test('say nothing of contents that nobody chose: how far a record in conflict could reach is counted anew', async () => {
    const when = at('2026-04-10T01:00:00Z');
    await it.tell('many', event('unsure', when, 1), event('unsure', when, 9000));
    const [{ body }] = await rows("SELECT body FROM clause_reading WHERE customer_id = 'many'");
    type Judged = { from: number; until: number; range: { low: string; high: string } };
    const [april] = (body.groups['[]'] as Judged[]).filter(({ from, until }) => from <= when && when < until);
    expect(Number(april!.range.high) - Number(april!.range.low)).toBe(9000);
  });
});

test('what goes on as before is nothing new: an hour later no event is written', async () => {
  const held = event('h', at('2026-03-01'), 130, { kind: 'held', until: '2026-12-20T00:00:00Z' });
  await it.tell('standing', held);
  const before = await readings('standing');
  // The agreement, the finding, and the alert that it has taken over.
  expect(before.findings).toHaveLength(3);
  it.turnTo(after(start, hour + minute));
  await it.settle();
  const later = await readings('standing');
  expect({ ...later, clauses: null }).toEqual({ ...before, clauses: null });
  expect(later.clauses).not.toEqual(before.clauses);
});

test('two imports and two detections at once: none waits for ever, nothing is lost', async () => {
  await it.tell('busy', ...oneADay('first', 31, 3));
  const send = (id: string) =>
    it.send('POST', '/v1/customers/busy/usage?format=cloudevents', `${oneADay(id, 31, 1).join('\n')}\n`, {
      'content-type': 'application/x-ndjson',
    });
  const clock = () => after(start, 2 * hour);
  for (let round = 0; round < 5; round += 1) {
    const answers = await Promise.all([
      send(`a${round}`),
      send(`b${round}`),
      detectCustomer(it.db.app, 'busy', clock),
      detectCustomer(it.db.app, 'busy', clock),
      it.settle(),
    ]);
    expect(answers.slice(0, 2).map((answer) => (answer as { status: number }).status)).toEqual([200, 200]);
  }
  await it.settle();
  const { findings } = await it.page('busy');
  expect(findings.map(({ measured, state }) => `${state} ${measured}`)).toEqual(['verified 403']);
  expect(it.failed).toEqual([]);
});

test('where detection fails for one customer, the others go on, and it is tried again until it succeeds', async () => {
  await it.db.admin.query(
    "ALTER TABLE clause_reading ADD CONSTRAINT out_of_order CHECK (customer_id <> 'broken') NOT VALID",
  );
  const tell = (id: string) =>
    it.send('POST', `/v1/customers/${id}/usage?format=cloudevents`, event('x', at('2026-03-01'), 120), {
      'content-type': 'application/json',
    });
  // Whoever came first is examined first.
  for (const id of ['broken', 'sound', 'sound-too']) await tell(id);
  await it.settle();
  expect(it.failed.map(String)).toEqual(expect.arrayContaining([expect.stringContaining('out_of_order')]));
  const found = async (id: string) => (await it.page(id)).findings.length;
  expect([await found('broken'), await found('sound'), await found('sound-too')]).toEqual([0, 1, 1]);
  await it.db.admin.query('ALTER TABLE clause_reading DROP CONSTRAINT out_of_order');
  await dueNow('broken');
  await it.settle();
  expect(await found('broken')).toBe(1);
});

test('four detections of one new run at once make one finding of it', async () => {
  await it.stop();
  const body = event('x', at('2026-03-01'), 120);
  await it.send('POST', '/v1/customers/new/usage?format=cloudevents', body, {
    'content-type': 'application/json',
  });
  // With a mark each would wait for the other at the mark.
  await it.db.admin.query("DELETE FROM detection_due WHERE customer_id = 'new'");
  const clock = () => after(start, 3 * hour);
  await Promise.all([1, 2, 3, 4].map(() => detectCustomer(it.db.app, 'new', clock)));
  const events = await rows(
    "SELECT type FROM event WHERE customer_id = 'new' AND stream LIKE 'finding/%' ORDER BY sequence",
  );
  expect(events.map(({ type }) => type)).toEqual(['finding.detected', 'finding.verified']);
});
