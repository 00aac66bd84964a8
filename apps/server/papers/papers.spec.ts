import { beforeAll, describe, expect, test } from 'vitest';
import { writeCsv, writeWorkbook } from '#platform/table/writeTable.ts';
import { at } from '#test/given.ts';
import { agreement, catalog, customers } from '../given/papers.ts';
import { type Running, running } from '../given/running.ts';
import type { ImportView, RowView } from './schemas.ts';

/** From a spreadsheet to what is known, and back, over HTTP and a real database. */
let app: Running;
const start = at('2026-06-15T10:00:00Z');

beforeAll(async () => {
  app = await running(start);
  await app.take('catalog', catalog());
  await app.take('customers', customers(['northwind', 'fabrikam']));
  await app.take('agreements', agreement('northwind'));
  await app.settle();
});

const head =
  'Customer ID,Company,Size,Industry,Risk,Contact,Contact email,Contact role,Owner,Owner email,Owner role,Since,Renewals';
const row = (id: string, name: string, size = 'SMB') =>
  `${id},${name},${size},retail,low,Ann Lee,ann@${id}.example,CIO,Sam Ortiz,sam@meridian.example,Manager,2020-01-01,3`;
const csv = (...rows: string[]) => `${[head, ...rows].join('\n')}\n`;

async function send<T = ImportView>(
  method: string,
  path: string,
  body?: string | Uint8Array,
  status = 200,
): Promise<T> {
  const headers =
    typeof body === 'string' && body.startsWith('{') ? { 'content-type': 'application/json' } : {};
  const answer = await app.send(method, path, body as string, headers);
  expect(answer.status, JSON.stringify(answer.body)).toBe(status);
  return answer.body as T;
}
const upload = (kind: string, file: string | Uint8Array) =>
  send('POST', `/v1/paper-imports?kind=${kind}&file=list.csv`, file, 201);
const preview = ({ id }: { id: number }) => send('POST', `/v1/paper-imports/${id}/preview`);
const apply = ({ id, digest }: ImportView, rows = 'all', status = 200) =>
  send('POST', `/v1/paper-imports/${id}/apply`, JSON.stringify({ digest, rows }), status);
const undo = <T>({ id }: { id: number }, leaveChanged = false, status = 200) =>
  send<T>('POST', `/v1/paper-imports/${id}/undo`, JSON.stringify({ leaveChanged }), status);
const rowsOf = async ({ id }: { id: number }, query = '') =>
  (await send<{ items: RowView[] }>('GET', `/v1/paper-imports/${id}/rows?${query}`)).items;
const bringIn = async (kind: string, file: string | Uint8Array) =>
  apply(await preview(await upload(kind, file)));
const known = async (sql: string) => (await app.db.admin.query(sql)).rows;
const customerBody = async (id: string) =>
  (await known(`SELECT body FROM goodterms.customer WHERE customer_id = '${id}'`))[0]?.body;

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

describe('order lines', () => {
  const lines = (...rows: string[]) => `Contract;Line;Clause;Item;Qty;PO;Signed\n${rows.join('\n')}\n`;
  const events = async () =>
    (
      await known("SELECT type FROM goodterms.event WHERE stream = 'agreement/AG-northwind' ORDER BY version")
    ).map(({ type }) => type);
  const limit = async () => {
    await app.settle();
    return (await app.page('northwind')).agreements[0]!.clauses[0]!.allowedNow;
  };

  test('signed later, they come by an amendment; undo is a recorded withdrawal', async () => {
    const seen = await preview(
      await upload('orderLines', lines('AG-northwind;OL-2;calls;beacon;50;PO 2;01.06.2026')),
    );
    expect(seen.counts).toMatchObject({ new: 1, refused: 0 });
    await apply(seen);
    expect(await events()).toEqual(['agreement.recorded', 'agreement.amended']);
    expect(await limit()).toBe('150');
    expect(await undo(seen)).toEqual({ undone: 1, left: [] });
    expect(await events()).toEqual(['agreement.recorded', 'agreement.amended', 'agreement.withdrawn']);
    expect(await limit()).toBe('100');
  });

  test('of the signed text, they are a correction, taken back by another', async () => {
    const done = await bringIn(
      'orderLines',
      lines(
        'AG-northwind;OL-1;calls;beacon;1.200;PO 1;',
        'AG-northwind;OL-3;calls;beacon;2,5;PO 3;15.12.2025',
      ),
    );
    expect((await events()).slice(3)).toEqual(['agreement.corrected']);
    expect(await limit()).toBe('1,202.5');
    await undo(done);
    expect(await limit()).toBe('100');
  });

  test('a line that would not count, of no agreement, or outside the term is refused with its place', async () => {
    const file = lines(
      'AG-northwind;OL-4;nowhere;beacon;1;PO 4;',
      'AG-none;OL-4;calls;beacon;1;PO 4;',
      'AG-northwind;OL-5;calls;beacon;1;PO 4;01.01.2020',
    );
    const seen = await preview(await upload('orderLines', file));
    expect(
      (await rowsOf(seen)).map(({ problems }) => problems.map(({ code, column }) => [code, column])),
    ).toEqual([
      [['clause_unknown', 'Clause']],
      [['agreement_unknown', 'Agreement']],
      [['signed_before', 'Signed on']],
    ]);
  });
});

describe('prices', () => {
  const file = (price: string) =>
    `Book;Price;Currency;Book from;Product;Unit;Per;Model;Amount\nPB-USD;beacon-call;USD;2026-01-01;beacon;call;monthly;per unit;${price}\n`;

  test('go through the catalog, whose rule holds: what was in force stays; an import that was a mistake is withdrawn', async () => {
    const done = await bringIn('prices', file('0,60'));
    const seen = await preview(await upload('prices', file('0,70')));
    expect((await rowsOf(seen))[0]).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'price_in_force_changed' }],
    });
    expect(await undo(done)).toEqual({ undone: 1, left: [] });
    const types = await known(
      "SELECT type FROM goodterms.event WHERE stream = 'catalog/vendor' ORDER BY version",
    );
    expect(types.map(({ type }) => type)).toEqual([
      'catalog.catalogPublished',
      'catalog.catalogPublished',
      'catalog.importWithdrawn',
    ]);
  });
});

describe('partners', () => {
  test('with the customers they sell to and speak for', async () => {
    const file =
      'Partner,Name,Contact,Email,Role,Sells to,Speaks for\nnorth,North,Lee,lee@north.example,Lead,"northwind; fabrikam",northwind\n';
    const done = await bringIn('partners', file);
    expect(
      await known('SELECT customer_id, sells, speaks FROM goodterms.partner_customer ORDER BY 1'),
    ).toEqual([
      { customer_id: 'fabrikam', sells: true, speaks: false },
      { customer_id: 'northwind', sells: true, speaks: true },
    ]);
    await undo(done);
    expect(await known('SELECT * FROM goodterms.partner_customer')).toEqual([]);
  });
});

describe('what goes out comes in again and changes nothing', () => {
  test.each(['customers', 'contacts', 'mistakes', 'openOrders', 'partners', 'orderLines', 'prices'])(
    '%s',
    async (kind) => {
      const mistake = 'northwind,VM-1,calls,2026-05-01,2026-06-01T10:00:00Z,8,"=WE issued\n28, sorry"\n';
      if (kind === 'mistakes') await bringIn(kind, `Customer,Id,Clause,From,Until,Units,What\n${mistake}`);
      if (kind === 'openOrders')
        await bringIn(kind, 'Customer,Id,Clause,Units,Since\nnorthwind,OO-1,calls,5,2026-06-01\n');
      if (kind === 'customers')
        await bringIn(kind, 'Id,Good experiences\nfabrikam,"The pilot.\n-- and more \\\\ of it"\n');
      if (kind === 'partners')
        await bringIn(
          kind,
          'Partner,Name,Contact,Email,Role,Sells to\nnorth,@North,Lee,lee@north.example,Lead,northwind\n',
        );
      for (const format of ['csv', 'xlsx']) {
        const file = await app.bytes(`/v1/paper-exports/${kind}/${format}`);
        const seen = await preview(await upload(kind, file));
        expect(seen.counts, format).toMatchObject({ new: 0, changed: 0, refused: 0 });
        expect(seen.counts!.unchanged, format).toBeGreaterThan(0);
      }
    },
  );

  test('templates are read by their own columns', async () => {
    for (const kind of ['customers', 'prices', 'orderLines'])
      for (const format of ['csv', 'xlsx']) {
        const file = await app.bytes(`/v1/paper-templates/${kind}/${format}`);
        const read = await upload(kind, file);
        expect(read).toMatchObject({ missing: [], table: { rows: 1 } });
        expect(read.map.columns).not.toContain(null);
      }
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
