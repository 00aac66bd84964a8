import { beforeAll, describe, expect, test } from 'vitest';
import { loadFiles } from '#apps/demo/load.ts';
import { demoVendor } from '#apps/demo/vendor.ts';
import { identifyAsOurselves } from '#apps/server/access/ourselves.ts';
import { makeApp } from '#apps/server/app.ts';
import type { CustomerPage } from '#apps/server/pages.ts';
import { startWorker } from '#apps/server/worker.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { at } from '#test/given.ts';
import { readSources } from './sources.ts';

/** What ARCHITECTURE.md says is nowhere, and no other test looks for. */
const working = readSources().filter(
  ({ path }) =>
    /^(apps\/(server|cli)|business|platform)\//.test(path) &&
    !/\.(spec|fixture|testing|broken)\.tsx?$|\/given\//.test(path),
);

test('there is no second door into a lifecycle: only the journal writes events and states', () => {
  const writes =
    /(?:insertInto|updateTable|deleteFrom)\('(?:event|stream_state)'\)|(?:INSERT INTO|UPDATE|DELETE FROM) (?:event|stream_state)\b/;
  expect(working.filter(({ text }) => writes.test(text)).map(({ path }) => path)).toEqual([
    'platform/journal/journal.ts',
  ]);
});

test('one file a lifecycle uses that door', () => {
  const users = working.filter(({ imports }) =>
    imports.some(({ target, typeOnly }) => target === 'platform/journal/journal.ts' && !typeOnly),
  );
  expect(users.map(({ path }) => path)).toEqual([
    'business/agreements/agreement.store.ts',
    'business/alerts/alert.store.ts',
    'business/alerts/ownAlert.store.ts',
    'business/assurance/controlAudit.store.ts',
    'business/catalog/catalog.store.ts',
    'business/customers/flags.store.ts',
    'business/findings/finding.store.ts',
    'business/identity/account.store.ts',
    'business/identity/staff.store.ts',
    'business/policy/orderPolicy.store.ts',
    'business/policy/triageTable.store.ts',
    'business/questions/question.store.ts',
    'business/remediation/duty.store.ts',
    'business/remediation/work.store.ts',
    'business/reviews/review.store.ts',
    'business/settlement/quote.store.ts',
    'business/upgrades/order.store.ts',
    'business/usage/people/peopleDecision.store.ts',
  ]);
});

test('no code path contacts anybody but the two that send alerts; nothing else opens a connection but to the database', () => {
  const outward = /^node:(net|tls|dgram|http|https|http2)$|^(nodemailer|undici|axios|got|ws|aws4fetch)$/;
  const importing = working.filter(({ imports }) => imports.some(({ target }) => outward.test(target)));
  // A provider of single sign-on is asked who somebody is who has just come from it. The bucket is the vendor's own, named by
  // a setting, and only read. The last one looks for a free port on this machine.
  const sending = ['apps/server/alerts/mailer.ts', 'apps/server/alerts/webhook.ts'];
  const reading = ['apps/server/imports/watch/bucket.ts'];
  expect(importing.map(({ path }) => path)).toEqual([
    'apps/server/access/providers/providerFetch.ts',
    ...sending,
    ...reading,
    'platform/database/embedded.ts',
  ]);
  const calling = working.filter(({ code }) => /(?<![.\w])fetch\(\s*[^)\s]|\bnew WebSocket\b/.test(code));
  // The command line asks the server that its user names; what was agreed goes to the vendor's own billing system.
  expect(calling.map(({ path }) => path)).toEqual([
    'apps/cli/server.ts',
    'apps/server/billing/stripeCall.ts',
  ]);
});

describe('the journal of a vendor with findings, one of them dismissed', () => {
  const start = at('2026-11-22T10:00:00Z');
  const address = 'http://localhost:4300';
  const words = 'Maria Santos stands there under two spellings.';
  let db: TestDatabase;

  beforeAll(async () => {
    db = await testDatabase();
    const report = (error: unknown) => {
      throw error;
    };
    const base = { pool: db.app, clock: () => start, actor: 'staff' };
    const app = makeApp(
      { ...base, wake: () => undefined },
      { workspace: 'nowhere', identify: identifyAsOurselves, report },
    );
    const few = demoVendor(start).filter(({ path }) => /imports|copperfield|kestrel/.test(path));
    await loadFiles(app.fetch, address, few);
    const worker = startWorker(base, report);
    await worker.settle();
    await worker.stop();
    const send = (path: string, init: RequestInit = {}) =>
      app.fetch(
        new Request(`${address}/v1/customers/copperfield/${path}`, {
          ...init,
          headers: { host: 'localhost:4300', 'content-type': 'application/json' },
        }),
      );
    const { findings } = (await (await send('page')).json()) as CustomerPage;
    const [{ key, version }] = findings as [CustomerPage['findings'][number]];
    const body = JSON.stringify({ reason: words, cause: 'double-count', expectedVersion: version });
    expect((await send(`findings/${key}/dismiss`, { method: 'POST', body })).status).toBe(200);
  }, 120_000);

  const holding = async (table: string, column: string) => {
    const { rows } = await db.admin.query(`SELECT lower(${column}::text) AS text FROM ${table}`);
    return rows.map(({ text }) => text as string);
  };
  const names = ['santos', 'maria', 'theo marsh', 'sam ortiz', 'dana wells', '@', words.toLowerCase()];

  test('has something to hide', async () => {
    expect((await holding('customer', 'body')).some((text) => text.includes('theo marsh'))).toBe(true);
    expect((await holding('identity', 'value')).some((text) => text.includes('santos'))).toBe(true);
    expect(await holding('document', 'content')).toEqual([words.toLowerCase()]);
    expect((await holding('event', 'type')).filter((type) => type === 'finding.dismissed')).toHaveLength(1);
  });

  test.each([
    ['event', 'payload'],
    ['stream_state', 'state'],
    ['outbox', 'payload'],
    ['idempotency', 'refusal'],
    ['reading', 'body'],
    ['clause_reading', 'body'],
    ['alert_sight', 'body'],
    ['alert_delivery', 'coalesce(detail, ’’)'.replaceAll('’', "'")],
    ['usage_record', 'id || coalesce(series, ’’)'.replaceAll('’', "'")],
  ])('%s holds no person’s name, key or words', async (table, column) => {
    const texts = (await holding(table, column)).filter((text) => text !== null);
    expect(names.filter((name) => texts.some((text) => text.includes(name)))).toEqual([]);
  });
});
