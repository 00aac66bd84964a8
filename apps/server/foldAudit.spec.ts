import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { second } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { identifyAsOurselves } from './access/ourselves.ts';
import { makeApp } from './app.ts';
import { type FoldAudit, startFoldAudit } from './foldAudit.ts';
import { agreement, catalog, customers } from './given/papers.ts';
import { event, type Running, running } from './given/running.ts';

let it: Running;
let audit: FoldAudit;
const said: string[] = [];
const say = (words: string) => void said.push(words);

beforeAll(async () => {
  it = await running(at('2026-07-10'));
  await it.take('catalog', catalog());
  await it.take('customers', customers(['northwind', 'harborview']));
  await it.take('agreements', [agreement('northwind'), agreement('harborview')].join('---\n'));
  await it.tell('northwind', event('a', at('2026-03-01'), 130));
  audit = startFoldAudit({ pool: it.db.app, actor: 'audit' }, say);
});
afterAll(async () => {
  await audit.stop();
  await it.stop();
});

async function health(folds?: () => ReturnType<FoldAudit['state']>) {
  const context = { pool: it.db.app, clock: () => at('2026-07-10'), actor: 'staff', wake: () => undefined };
  const app = makeApp(context, {
    workspace: 'nowhere',
    identify: identifyAsOurselves,
    report: (error) => {
      throw error;
    },
    ...(folds ? { folds } : {}),
  });
  const request = new Request('http://localhost:4300/health', { headers: { host: 'localhost:4300' } });
  return (await app.fetch(request)).json();
}
const tamper = (text: string) => it.db.admin.query(text);

test('before it is done the first time, nobody claims that all is well', async () => {
  expect(await health()).toEqual({ ok: true, folds: 'not yet checked' });
  expect(await health(audit.state)).toEqual({ ok: true, folds: 'not yet checked' });
});

test('where events and rows agree, it is ok and says nothing', async () => {
  await audit.check();
  expect(await health(audit.state)).toEqual({ ok: true, folds: 'ok' });
  expect(said).toEqual([]);
});

/** The pool, with work done elsewhere whenever it has answered a certain query. */
function interrupted(pool: Pool, query: RegExp, work: () => Promise<unknown>): Pool {
  const connect = async () => {
    const client = await pool.connect();
    return {
      release: () => client.release(),
      query: async (text: string, values: unknown[]) => {
        const result = await client.query(text, values);
        if (query.test(text)) await work();
        return result;
      },
    };
  };
  return { connect } as unknown as Pool;
}

test('it compares as of one moment: what is written meanwhile is no difference', async () => {
  let written = 0;
  const pool = interrupted(it.db.app, /^select \* from "event"/, () =>
    it.tell('northwind', event(`w${written++}`, at('2026-03-02'), 1)),
  );
  const meanwhile = startFoldAudit({ pool, actor: 'audit' }, say);
  await meanwhile.check();
  await meanwhile.stop();
  expect(written).toBe(1);
  expect(said).toEqual([]);
  expect(meanwhile.state()).toBe('ok');
});

test('where somebody changed rows by hand, each stream is named, loudly, until it is put right', async () => {
  const one = `UPDATE stream_state SET state = jsonb_set(state, '{texts,0,signed,title}', '"Another"') WHERE id = 'AG-harborview'`;
  await tamper(one);
  await tamper(`UPDATE stream_state SET version = version + 1 WHERE lifecycle = 'finding'`);
  await audit.check();
  expect(await health(audit.state)).toEqual({ ok: true, folds: 2 });
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/^EVENTS AND ROWS DIFFER in 2 of the streams/);
  expect(said[0]).toContain('agreement/AG-harborview folds to another state than its row holds');
  expect(said[0]).toMatch(/finding\/F-northwind-calls-2026-03-01-\w+ has \d+ events, its row says \d+/);
  await tamper(one.replace('Another', 'Beacon for harborview'));
  await tamper(`UPDATE stream_state SET version = version - 1 WHERE lifecycle = 'finding'`);
  await audit.check();
  expect(await health(audit.state)).toEqual({ ok: true, folds: 'ok' });
});

test('where it cannot compare, it says so, and what was known stays', async () => {
  await tamper('ALTER TABLE event RENAME TO event_away');
  await audit.check();
  await tamper('ALTER TABLE event_away RENAME TO event');
  expect(audit.state()).toBe('ok');
  expect(said.at(-1)).toMatch(/could not be compared: .*relation "event" does not exist/s);
});

test('it is done by itself: soon after the start, and again', async () => {
  const told: string[] = [];
  const soon = startFoldAudit({ pool: it.db.app, actor: 'audit' }, (words) => void told.push(words), {
    first: second / 100,
    every: second / 20,
  });
  await vi.waitFor(() => expect(soon.state()).toBe('ok'), 10_000);
  await tamper(`UPDATE stream_state SET version = version + 1 WHERE id = 'AG-northwind'`);
  await vi.waitFor(() => expect(soon.state()).toBe(1), 10_000);
  await soon.stop();
  await tamper(`UPDATE stream_state SET version = version - 1 WHERE id = 'AG-northwind'`);
  expect(told[0]).toContain('agreement/AG-northwind');
});
