import { beforeAll, describe, expect, test } from 'vitest';
import { writeCsv, writeWorkbook } from '#platform/table/writeTable.ts';
import { agreement, customers } from '../given/papers.ts';
import { paperSteps, type Steps } from './given/steps.ts';
import type { ImportView } from './schemas.ts';

/** From a spreadsheet to what is known, and back, over HTTP and a real database. */
let app: Steps['app'];
let send: Steps['send'];
let upload: Steps['upload'];
let preview: Steps['preview'];
let apply: Steps['apply'];
let undo: Steps['undo'];
let rowsOf: Steps['rowsOf'];
let bringIn: Steps['bringIn'];
let known: Steps['known'];
let customerBody: Steps['customerBody'];

beforeAll(async () => {
  ({ app, send, upload, preview, apply, undo, rowsOf, bringIn, known, customerBody } = await paperSteps());
});

const head =
  'Customer ID,Company,Size,Industry,Risk,Contact,Contact email,Contact role,Owner,Owner email,Owner role,Since,Renewals';
const row = (id: string, name: string, size = 'SMB') =>
  `${id},${name},${size},retail,low,Ann Lee,ann@${id}.example,CIO,Sam Ortiz,sam@meridian.example,Manager,2020-01-01,3`;
const csv = (...rows: string[]) => `${[head, ...rows].join('\n')}\n`;

describe('customers from a spreadsheet', () => {
  test('columns are guessed, a preview shows each change, and nothing is written by it', async () => {
    const read = await upload('customers', csv(row('contoso', 'Contoso'), row('adatum', 'Adatum')));
    expect(read).toMatchObject({ status: 'read', missing: [], remembered: false });
    const seen = await preview(read);
    expect(seen.counts).toMatchObject({ new: 2, changed: 0, unchanged: 0, refused: 0 });
    const [first] = await rowsOf(seen);
    expect(first).toMatchObject({ line: 2, name: 'contoso', outcome: 'new' });
    expect(first!.changes).toContainEqual({ key: 'size', title: 'Size', before: '', after: 'small' });
    expect(await customerBody('contoso')).toBeUndefined();
  });

  test('what was previewed is applied; the customers are due; the same file again has nothing to change', async () => {
    const done = await bringIn('customers', csv(row('contoso', 'Contoso'), row('adatum', 'Adatum')));
    expect(done.status).toBe('applied');
    expect(await customerBody('contoso')).toMatchObject({
      name: 'Contoso',
      size: 'small',
      relationship: { renewals: 3 },
    });
    expect(
      await known(
        "SELECT customer_id FROM goodterms.detection_due WHERE customer_id IN ('contoso','adatum')",
      ),
    ).toHaveLength(2);
    const again = await preview(
      await upload('customers', csv(row('contoso', 'Contoso'), row('adatum', 'Adatum'))),
    );
    expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: 2, refused: 0 });
  });

  test('a change is shown field by field, and undone with what was there before', async () => {
    const seen = await preview(await upload('customers', csv(row('contoso', 'Contoso Ltd', 'large'))));
    expect((await rowsOf(seen))[0]!.changes).toEqual([
      { key: 'name', title: 'Name', before: 'Contoso', after: 'Contoso Ltd' },
      { key: 'size', title: 'Size', before: 'small', after: 'large' },
    ]);
    await apply(seen);
    expect(await customerBody('contoso')).toMatchObject({ name: 'Contoso Ltd', size: 'large' });
    expect(await undo(seen)).toEqual({ undone: 1, left: [] });
    expect(await customerBody('contoso')).toMatchObject({ name: 'Contoso', size: 'small' });
    await undo(seen, false, 409);
  });

  test('something that changed between preview and apply: nothing is taken, and there is a new preview', async () => {
    const seen = await preview(await upload('customers', csv(row('contoso', 'Contoso Inc'))));
    await bringIn('contacts', 'Customer,Who,Name,Email,Role\ncontoso,contact,Bo Ek,bo@contoso.example,CTO\n');
    expect(await apply(seen, 'all', 409)).toMatchObject({ code: 'preview_outdated' });
    const anew = await send('GET', `/v1/paper-imports/${seen.id}`);
    expect(anew.digest).not.toBe(seen.digest);
    expect((await rowsOf(anew))[0]!.changes.map(({ key }) => key)).toEqual([
      'name',
      'contactName',
      'contactEmail',
      'contactRole',
    ]);
    expect(await customerBody('contoso')).toMatchObject({ name: 'Contoso', contact: { name: 'Bo Ek' } });
  });

  test('with refused rows it is all or nothing, or the good rows by choice; each row is told', async () => {
    const file = csv(
      row('litware', 'Litware'),
      row('Bad Id', 'Bad'),
      row('litware', 'Twice'),
      row('tailspin', 'Tailspin', 'gigantic'),
    );
    const seen = await preview(await upload('customers', file));
    expect(seen.counts).toEqual({
      new: 1,
      changed: 0,
      unchanged: 0,
      refused: 3,
      unknown: { size: ['gigantic'] },
    });
    expect(
      (await rowsOf(seen, 'outcome=refused')).map(({ line, problems }) => [line, problems[0]!.code]),
    ).toEqual([
      [3, 'id_invalid'],
      [4, 'duplicate_id'],
      [5, 'value_unknown'],
    ]);
    await apply(seen, 'all', 409);
    expect(await customerBody('litware')).toBeUndefined();
    await apply(seen, 'good');
    expect(await customerBody('litware')).toMatchObject({ name: 'Litware' });
    expect(await customerBody('tailspin')).toBeUndefined();
  });

  test('a map is edited, values are mapped, and both are remembered for the next file with that header', async () => {
    const file = 'Nr,Firma,Klasse\nnorthwind,Northwind GmbH,A\n';
    const read = await upload('customers', file);
    const map = {
      columns: ['id', 'name', 'size'],
      numbers: null,
      dates: null,
      values: { size: { A: 'large' } },
    };
    const body = JSON.stringify({ map });
    await send('PUT', `/v1/paper-imports/${read.id}/map`, body);
    const seen = await preview(read);
    expect((await rowsOf(seen))[0]!.changes.map(({ key, after }) => [key, after])).toEqual([
      ['name', 'Northwind GmbH'],
      ['size', 'large'],
    ]);
    const next = await upload('customers', 'NR;Firma;Klasse\nfabrikam;Fabrikam AG;A\n');
    expect(next).toMatchObject({
      remembered: true,
      map: { columns: ['id', 'name', 'size'], values: { size: { A: 'large' } } },
    });
  });

  test('undo takes new customers away again, and names those of whom more is known by now', async () => {
    const done = await bringIn('customers', csv(row('wingtip', 'Wingtip'), row('proseware', 'Proseware')));
    await app.take('agreements', agreement('proseware'));
    // Having been examined is no reason to stay.
    await app.settle();
    expect(await undo(done, false, 409)).toMatchObject({ code: 'undo_touched', line: 3 });
    expect(await customerBody('wingtip')).toBeDefined();
    expect(await undo(done, true)).toMatchObject({ undone: 1, left: [{ line: 3, name: 'proseware' }] });
    expect(await customerBody('wingtip')).toBeUndefined();
    expect(await known("SELECT id FROM goodterms.customer_directory WHERE id = 'wingtip'")).toEqual([]);
    expect(await customerBody('proseware')).toBeDefined();
    await app.settle();
    expect(app.failed).toEqual([]);
  });
});

test('a workbook is read by the sheet and the header that are chosen', async () => {
  const sheets = [
    { name: 'Notes', rows: [['nothing', 'here']] },
    {
      name: 'List',
      rows: [['Our customers in 2026'], [], ['Id', 'Renewals'], ['fabrikam', { number: '7' }]],
    },
  ];
  const read = await upload('customers', writeWorkbook(sheets));
  expect(read.table!.sheets.map(({ name }) => name)).toEqual(['Notes', 'List']);
  const chosen = await send('PUT', `/v1/paper-imports/${read.id}/map`, JSON.stringify({ sheet: 'List' }));
  expect(chosen.table).toMatchObject({ sheet: 'List', headerLine: 3, header: ['Id', 'Renewals'], rows: 1 });
  expect((await rowsOf(await preview(read)))[0]!.changes).toEqual([
    { key: 'renewals', title: 'Renewals', before: '6', after: '7' },
  ]);
});

test('a file of customers in YAML that says what is known has nothing to change', async () => {
  const file = customers(['tidewater']);
  const take = () => app.send('POST', '/v1/imports/customers', file, { 'content-type': 'application/yaml' });
  expect((await take()).body).toMatchObject({ taken: 1, changed: 1 });
  expect((await take()).body).toMatchObject({ taken: 1, changed: 0 });
});

test('of two who take the same file at once, one is told that it was taken', async () => {
  const seen = await preview(await upload('customers', csv(row('twice', 'Twice'))));
  const order = JSON.stringify({ digest: seen.digest, rows: 'all' });
  const take = () =>
    app.send('POST', `/v1/paper-imports/${seen.id}/apply`, order, { 'content-type': 'application/json' });
  const answers = await Promise.all([take(), take()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await known("SELECT 1 FROM goodterms.customer WHERE customer_id = 'twice'")).toHaveLength(1);
});

test('an order that is too long, no JSON, or about nothing known is a problem and no mistake of ours', async () => {
  const put = (body: string) =>
    app.send('PUT', '/v1/paper-imports/1/map', body, { 'content-type': 'application/json' });
  expect((await put(`{"sheet":"${'x'.repeat(1_100_000)}"}`)).status).toBe(413);
  expect((await put('{')).status).toBe(400);
  expect((await put('{"map":{"columns":7}}')).status).toBe(422);
  expect((await app.send('POST', '/v1/paper-imports?kind=nothing', 'a')).status).toBe(422);
  expect((await app.send('POST', '/v1/paper-imports/999999/preview')).status).toBe(404);
  expect((await app.send('GET', '/v1/paper-imports/x')).status).toBe(422);
  expect(app.failed).toEqual([]);
});

test('the list of imports is there, page by page', async () => {
  const first = await send<{ items: ImportView[]; next: string }>('GET', '/v1/paper-imports?limit=2');
  const next = await send<{ items: ImportView[] }>('GET', `/v1/paper-imports?limit=2&cursor=${first.next}`);
  expect(first.items[1]!.id).toBeGreaterThan(next.items[0]!.id);
  await send('GET', '/v1/paper-imports?cursor=x', undefined, 422);
  await send('GET', '/v1/paper-imports/999999', undefined, 404);
});

test('many rows: thousands of customers in one import, each a row of the preview', async () => {
  const many = Array.from({ length: 5_000 }, (_, i) => row(`many-${i}`, `Many ${i}`));
  const done = await bringIn(
    'customers',
    new Uint8Array(writeCsv([head.split(','), ...many.map((line) => line.split(','))])),
  );
  expect(done.counts).toMatchObject({ new: 5_000 });
  expect(await undo(done)).toEqual({ undone: 5_000, left: [] });
});
