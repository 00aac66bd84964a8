import { beforeAll, describe, expect, it } from 'vitest';
import { brokenCsv } from '#platform/table/csv.broken.ts';
import { brokenWorkbooks } from '#platform/table/workbook.broken.ts';
import { at } from '#test/given.ts';
import { customers } from '../given/papers.ts';
import { type Running, running } from '../given/running.ts';
import type { ImportView, RowView } from './schemas.ts';

/** Each broken file is refused whole, or in its row; nothing of it comes in, and the place is told. */
let app: Running;
const known = async () =>
  (await app.db.admin.query('SELECT customer_id, body FROM goodterms.customer ORDER BY 1')).rows;
let before: unknown[];

beforeAll(async () => {
  app = await running(at('2026-06-15T10:00:00Z'));
  await app.take('customers', customers(['northwind', 'fabrikam']));
  before = await known();
});

type Said = { readonly code: string | undefined; readonly line: number | null };
type Problem = { readonly code: string; readonly line?: number };

async function said(file: Uint8Array): Promise<Said> {
  const sent = await app.send('POST', '/v1/paper-imports?kind=customers&file=broken', new Uint8Array(file));
  if (sent.status !== 201) {
    expect(sent.status).toBe(422);
    const { code, line = null } = sent.body as Problem;
    return { code, line };
  }
  const path = `/v1/paper-imports/${(sent.body as ImportView).id}`;
  const { digest } = (await app.send('POST', `${path}/preview`)).body as ImportView;
  const { items } = (await app.send('GET', `${path}/rows?outcome=refused`)).body as { items: RowView[] };
  const order = JSON.stringify({ digest, rows: 'all' });
  const applied = await app.send('POST', `${path}/apply`, order, { 'content-type': 'application/json' });
  expect([applied.status, (applied.body as Problem).code]).toEqual([409, 'rows_refused']);
  return { code: items[0]?.problems[0]?.code, line: items[0]?.line ?? null };
}

describe.each([
  ['CSV', brokenCsv],
  ['a workbook', brokenWorkbooks],
])('a broken file: %s', (_, corpus) => {
  it('has at least twenty cases', () => expect(corpus.length).toBeGreaterThanOrEqual(20));

  it.each(corpus)('$what: $code in line $line', async ({ file, code, line }) => {
    expect(await said(file())).toEqual({ code, line });
    expect(await known()).toEqual(before);
    expect(app.failed.splice(0)).toEqual([]);
  });
});
