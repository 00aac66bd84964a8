import { beforeAll, describe, expect, test } from 'vitest';
import { paperSteps, type Steps } from './given/steps.ts';

/** Each kind of table: through the lifecycle of what it is about, and out again as it came in. */
let app: Steps['app'];
let upload: Steps['upload'];
let preview: Steps['preview'];
let apply: Steps['apply'];
let undo: Steps['undo'];
let rowsOf: Steps['rowsOf'];
let bringIn: Steps['bringIn'];
let known: Steps['known'];

beforeAll(async () => {
  ({ app, upload, preview, apply, undo, rowsOf, bringIn, known } = await paperSteps());
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

describe('products', () => {
  test('come with their editions; what a price names stays', async () => {
    const file =
      'SKU,Product name,Editions\nforge,Forge CAD,"team: Team\npro: Pro: all of it"\nbeacon,Beacon,\n';
    const done = await bringIn('products', file);
    expect((await rowsOf(done)).map(({ outcome }) => outcome)).toEqual(['new', 'changed']);
    await bringIn(
      'prices',
      'Book,Price,Product,Edition,Unit,Per,Model,Amount\nPB-EUR,forge-seat,forge,pro,seat,year,unit,900\n',
    );
    const seen = await preview(await upload('products', 'SKU,Editions\nforge,team: Team\nnew,\n'));
    expect((await rowsOf(seen)).map(({ problems }) => problems[0]?.code)).toEqual([
      'in_use',
      'field_missing',
    ]);
    expect(await undo(done, true)).toMatchObject({ undone: 1, left: [{ line: 2, name: 'forge' }] });
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
