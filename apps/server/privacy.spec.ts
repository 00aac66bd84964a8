import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { person } from '#apps/demo/usage.ts';
import { demoVendor } from '#apps/demo/vendor.ts';
import { at } from '#test/given.ts';
import { failureText } from './failureText.ts';
import { startFoldAudit } from './foldAudit.ts';
import { type Running, running } from './given/running.ts';
import type { CustomerPage } from './pages.ts';

/** The whole demo vendor, as a new user has it: hundreds of people by name. */
const start = at('2026-11-22T10:00:00Z');
const reason = 'Maria Santos told us on the phone that she has two accounts.';
let it: Running;
/** All that was written to the log. */
const log: string[] = [];
const streams = ['log', 'info', 'warn', 'error', 'debug'] as const;

/** First and last names, addresses, and what staff wrote of people, in lower case. */
let names: string[];

beforeAll(async () => {
  for (const stream of streams)
    vi.spyOn(console, stream).mockImplementation((...words) => void log.push(words.map(String).join(' ')));
  it = await running(start);
  for (const { path, type, body } of demoVendor(start)) {
    const { status } = await it.send('POST', path, body, { 'content-type': type });
    expect(status).toBe(200);
  }
  await it.settle();
  const { findings } = (await it.send('GET', '/v1/customers/copperfield/page')).body as CustomerPage;
  const order = { reason, cause: 'double-count', expectedVersion: findings[0]!.version };
  const path = `/v1/customers/copperfield/findings/${findings[0]!.key}/dismiss`;
  const json = { 'content-type': 'application/json' };
  expect((await it.send('POST', path, JSON.stringify(order), json)).status).toBe(200);
  await it.settle();
  const { rows } = await it.db.admin.query(
    `SELECT body -> 'contact' ->> 'name' AS contact, body -> 'owner' ->> 'name' AS owner FROM customer`,
  );
  const users = Array.from({ length: 84 }, (_, n) => person(n));
  const all = [...users, ...rows.flatMap(({ contact, owner }) => [contact as string, owner as string])];
  names = ['@', reason, ...all, ...all.map((name) => name.replace('.', ' '))].map((name) =>
    name.toLowerCase(),
  );
}, 120_000);
afterAll(async () => {
  await it.stop();
  vi.restoreAllMocks();
});

const found = (texts: readonly string[]) =>
  names.filter((name) => texts.some((text) => text.toLowerCase().includes(name)));
const all = async (query: string) =>
  (await it.db.admin.query<{ text: string }>(query)).rows.map(({ text }) => text);

test('there is something to hide: people and addresses stand where they can be erased', async () => {
  expect(found(await all('SELECT value AS text FROM identity')).length).toBeGreaterThan(80);
  expect(found(await all('SELECT body::text AS text FROM customer'))).toContain('theo marsh');
  expect(found(await all('SELECT content AS text FROM document'))).toContain(reason.toLowerCase());
});

test.each([
  ['event', 'event'],
  ['stream_state', 'stream_state'],
  ['reading', 'reading'],
  ['clause_reading', 'clause_reading'],
  ['position', 'position'],
  ['usage_partial', 'usage_partial'],
  ['outbox', 'outbox'],
  ['idempotency', 'idempotency'],
])('no row of %s names anybody', async (_, table) => {
  expect(found(await all(`SELECT t::text AS text FROM ${table} t`))).toEqual([]);
});

describe('what the server logs', () => {
  test('names nobody while all goes well', () => expect(found(log)).toEqual([]));

  test('names nobody when the database refuses rows of people and says which', async () => {
    await it.db.admin.query(`CREATE FUNCTION no_more() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'no_more of <%>', NEW.value USING DETAIL = NEW.value, TABLE = 'identity'; END $$`);
    await it.db.admin.query(
      'CREATE TRIGGER no_more BEFORE INSERT ON identity FOR EACH ROW EXECUTE FUNCTION no_more()',
    );
    const roster = 'email,role\nmaria.new@copperfield.example,member\n';
    const path =
      '/v1/customers/copperfield/usage?format=roster&source=directory&roster=atlas&feature=atlas.seat&at=2026-11-20T06:00:00Z';
    const answer = await it.send('POST', path, roster, { 'content-type': 'text/csv' });
    expect(answer.status).toBe(500);
    expect(found([JSON.stringify(answer.body)])).toEqual([]);
    const failure = it.failed.find((error) => `${error}`.includes('no_more')) as Error & { detail: string };
    expect(failure.detail).toContain('maria.new@copperfield.example');
    const text = failureText(failure, 'request 7');
    expect(text).toMatch(/^request 7\n.*no_more/);
    expect(text).toContain('table=identity');
    expect(text).toMatch(/\n +at .*import\.store\.ts/);
    expect(found([text])).toEqual([]);
    await it.db.admin.query('DROP FUNCTION no_more CASCADE');
  });

  test('leaves out addresses in messages, also in their causes, and what is thrown and no error', () => {
    const cause = new Error('no number: "maria.santos@copperfield.example"');
    const text = failureText(new Error('could not count <maria.santos@copperfield.example>', { cause }));
    expect(text).toMatch(
      /could not count <\(an address\)>[\s\S]*because of[\s\S]*no number: "\(an address\)"/,
    );
    expect(failureText('maria.santos@copperfield.example')).toBe(
      'something that is no error was thrown (string)',
    );
    expect(failureText(new Error('at /app/node_modules/@hono/x.js and a@1.2.3'))).toContain(
      '/node_modules/@hono/x.js and a@1.2.3',
    );
  });

  test('names nobody when the nightly comparison finds differences', async () => {
    const tamper = (cause: string) =>
      it.db.admin.query(
        `UPDATE stream_state SET state = jsonb_set(state, '{cause}', '"${cause}"')
          WHERE lifecycle = 'finding' AND state ->> 'status' = 'dismissed'`,
      );
    await tamper('growth');
    const audit = startFoldAudit({ pool: it.db.app, actor: 'audit' }, (words) => console.error(words));
    await audit.check();
    await audit.stop();
    await tamper('double-count');
    expect(log.at(-1)).toContain('EVENTS AND ROWS DIFFER in 1 ');
    expect(found(log)).toEqual([]);
  });
});
