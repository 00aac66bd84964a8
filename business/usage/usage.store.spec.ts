import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Tx, withScope } from '#platform/database/scope.ts';
import type { CalendarDate } from '#platform/instant.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { aMeasure, at } from '#test/given.ts';
import { chooseContent, readConflicts, readContents, undoChoice } from './conflict.store.ts';
import { countWithPartials } from './counts/one/partials.ts';
import { recount } from './counts/two/recount.ts';
import { erasePerson } from './identity.store.ts';
import { cloudEvents } from './import/cloudEvents.ts';
import type { Decoded } from './import/decoded.ts';
import { chunks, usual } from './import/decoders.testing.ts';
import { lmstat } from './import/lmstat.ts';
import { roster } from './import/roster.ts';
import { eventLine, events, importing } from './import.testing.ts';
import { partialsOf } from './partial.store.ts';
import { readChosen, readRecords, readSurroundings } from './usage.store.ts';
import { windowsOf } from './windows.ts';

let db: TestDatabase;
let customer: string;
let customers = 0;

beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(() => {
  customers += 1;
  customer = `customer-${customers}`;
});

const inScope = <T>(work: (tx: Tx) => Promise<T>, of = customer): Promise<T> =>
  withScope(db.app, { customers: [of], actor: 'ann' }, work);

const imported = (batches: Decoded) => inScope((tx) => importing(tx, customer, batches));
const records = (choice = {}) =>
  inScope(async (tx) =>
    (await readRecords(tx, customer, choice)).sort((a, b) => (a.id + a.digest < b.id + b.digest ? -1 : 1)),
  );
const idsRead = async (choice = {}) => (await records(choice)).map(({ id }) => id);

describe('an import', () => {
  it('brings every field back as it was decoded', async () => {
    const data = {
      kind: 'held',
      series: 'lic-1',
      until: '2026-03-02T08:00:00.000001Z',
      quantity: '0.000000000000000001',
      who: 'ann "the\\one"',
      note: 'two\nlines\tand \\N, {a,b}',
    };
    await imported(events({ id: 'a', ...data }));
    const [decoded] = (await events({ id: 'a', ...data }).next()).value!.records;
    expect(await records({ people: 'keys' })).toEqual([decoded]);
  });

  it('counts a record once that stands twice in the file', async () => {
    const outcome = await imported(events({ id: 'a' }, { id: 'a' }, { id: 'b' }));
    expect(outcome).toMatchObject({ status: 'accepted', added: 2, duplicates: 1, conflicts: 0 });
    expect(await idsRead()).toEqual(['a', 'b']);
  });

  it('adds and changes nothing when the same file comes again', async () => {
    const file = () => events({ id: 'a', who: 'ann' }, { id: 'b', who: 'bob' });
    await imported(file());
    const before = await inScope((tx) => readSurroundings(tx, customer));
    expect(await imported(file())).toMatchObject({ added: 0, duplicates: 2, conflicts: 0 });
    const again = await inScope((tx) => readSurroundings(tx, customer));
    expect(again.records).toEqual(before.records);
  });

  it('leaves nothing of a file that cannot be read to its end, but says why', async () => {
    const outcome = await imported(
      cloudEvents(chunks(`${eventLine({ id: 'a' })}${eventLine({ id: 'b' }).slice(0, 30)}`), usual),
    );
    expect(outcome).toMatchObject({ status: 'refused', added: 0, fault: { code: 'truncated', line: 2 } });
    expect(await records()).toEqual([]);
    const told = await db.admin.query('SELECT code, line FROM usage_rejection WHERE customer_id = $1', [
      customer,
    ]);
    expect(told.rows).toEqual([{ code: 'truncated', line: '2' }]);
  });

  it('leaves nothing at all when it is broken off in the middle', async () => {
    const brokenOff = async function* (): Decoded {
      yield* events(...Array.from({ length: 6000 }, (_, i) => ({ id: String(i), who: 'ann' })));
      throw new Error('the line went dead');
    };
    await expect(imported(brokenOff())).rejects.toThrow('the line went dead');
    for (const table of ['usage_record', 'usage_import', 'usage_source', 'identity'])
      expect((await db.admin.query(`SELECT FROM ${table} WHERE customer_id = $1`, [customer])).rowCount).toBe(
        0,
      );
  });

  it('takes two files of one transaction, and two at once for one customer', async () => {
    await inScope(async (tx) => {
      await importing(tx, customer, events({ id: 'a', who: 'ann' }));
      await importing(tx, customer, events({ id: 'b', who: 'ann' }));
    });
    const both = await Promise.all([imported(events({ id: 'c' })), imported(events({ id: 'c' }))]);
    expect(both.map(({ added }) => added).sort()).toEqual([0, 1]);
    expect(await idsRead()).toEqual(['a', 'b', 'c']);
  });

  it('keeps rejections with line and reason, and counts them', async () => {
    const broken = eventLine({ id: 'x' }).replace('1.0', '0.9');
    const outcome = await imported(cloudEvents(chunks(eventLine({ id: 'a' }) + broken), usual));
    expect(outcome).toMatchObject({ added: 1, tally: { entries: 2, rejected: 1 } });
    const { rows } = await db.admin.query(
      'SELECT line, pointer, code FROM usage_rejection WHERE customer_id = $1',
      [customer],
    );
    expect(rows).toEqual([{ line: '2', pointer: '/specversion', code: 'specversion' }]);
  });
});

describe('records of one id with different contents', () => {
  const one = { id: 'a', value: '1' };
  const two = { id: 'a', value: '2' };

  it.each([
    ['in one file', [[one, two]]],
    ['in two', [[one], [two]]],
    ['in two, the other way round', [[two], [one]]],
    ['in three with a repetition', [[two], [one, two], [one]]],
  ])('are one conflict, %s', async (_, files) => {
    for (const file of files) await imported(events(...file, { id: 'b' }));
    const conflicts = await inScope((tx) => readConflicts(tx, customer));
    expect(conflicts).toMatchObject([{ source: '/api', id: 'a', chosen: null }]);
    expect(conflicts[0]!.digests).toHaveLength(2);
    expect((await records()).filter(({ id }) => id === 'a')).toHaveLength(2);
  });

  it('are counted as conflicts where they are new', async () => {
    expect(await imported(events(one, two))).toMatchObject({ added: 2, conflicts: 2 });
    expect(await imported(events(one, two))).toMatchObject({ added: 0, conflicts: 0 });
    expect(await imported(events({ id: 'a', value: '3' }))).toMatchObject({ added: 1, conflicts: 1 });
  });

  it('count once a person has chosen, until that is undone', async () => {
    await imported(events(one, two));
    const [conflict] = await inScope((tx) => readConflicts(tx, customer));
    const by = { by: 'ann', at: at('2026-04-01') };
    const choose = (digest: string) =>
      inScope((tx) =>
        chooseContent(tx, customer, conflict!, { ...by, digest, reason: 'The second was a test.' }),
      );
    const chosen = () => inScope((tx) => readChosen(tx, customer));
    const [first, second] = conflict!.digests as [string, string];

    expect(await choose('ab'.repeat(32))).toBeUndefined();
    await choose(first);
    const later = await choose(second);
    expect(await chosen()).toEqual(new Map([['/api\na', second]]));
    expect(await inScope((tx) => undoChoice(tx, customer, later!, by))).toBe(true);
    expect(await inScope((tx) => undoChoice(tx, customer, later!, by))).toBe(false);
    expect(await chosen()).toEqual(new Map([['/api\na', first]]));
  });
});

describe('a roster that came again for the same moment with another list', () => {
  const seats = (count: number, asOf: string) => {
    const text = `user,team\n${Array.from({ length: count }, (_, i) => `u${count}${i},red\n`).join('')}`;
    const options = { source: 'directory', roster: 'all', feature: 'seat', asOf: at(asOf) };
    return roster(chunks(text), { ...usual, ...options });
  };
  /** Seats at the end of March, by both counts, the first with the partial results stored before. */
  const reading = () =>
    inScope(async (tx) => {
      const records = await readRecords(tx, customer, { features: ['seat'] });
      const measure = aMeasure({ aggregate: { kind: 'latest' } });
      const term = { from: at('2026-03-01'), until: at('2026-04-01') };
      const asOf = term.until;
      const request = {
        records,
        chosen: await readChosen(tx, customer),
        measure,
        features: [{ source: null, feature: 'seat', ...term }],
        windows: windowsOf(measure, term, { asOf, anchor: '2026-03-01' as CalendarDate, cuts: [] }),
        asOf,
      };
      const partials = await partialsOf(tx, customer);
      const values = countWithPartials(request, partials);
      await partials.save();
      expect(recount(request)).toEqual(values);
      return values.map(({ value }) => value);
    });
  const deed = { by: 'ann', at: at('2026-04-01') };

  it.each([
    [6, 4],
    [4, 6],
  ])('leaves the earlier list standing until a person chooses: %i, then %i', async (first, second) => {
    await imported(seats(5, '2026-03-02'));
    expect(await reading()).toEqual(['5']);
    await imported(seats(first, '2026-03-10'));
    expect(await reading()).toEqual([String(first)]);
    expect(await imported(seats(second, '2026-03-10'))).toMatchObject({ conflicts: 1 });
    expect(await reading()).toEqual(['5']);

    const conflicts = await inScope((tx) => readConflicts(tx, customer));
    expect(conflicts).toMatchObject([{ source: 'directory', chosen: null }]);
    const contents = await inScope((tx) => readContents(tx, customer, [conflicts[0]!.id]));
    const { digest } = contents.find(({ quantity }) => quantity === '4')!;
    const choice = { ...deed, digest, reason: 'The first was an old export.' };
    const made = await inScope((tx) => chooseContent(tx, customer, conflicts[0]!, choice));
    expect(await reading()).toEqual(['4']);
    await inScope((tx) => undoChoice(tx, customer, made!, deed));
    expect(await reading()).toEqual(['5']);
  });
});

describe('reading a part', () => {
  const march = (from: number, until: number) => ({
    within: { from: at(`2026-03-${from}`), until: at(`2026-03-${until}`) },
  });

  it('leaves out points of another time or feature', async () => {
    await imported(events({ id: 'a', day: 10 }, { id: 'b', day: 20 }, { id: 'c', day: 10, feature: 'chat' }));
    expect(await idsRead(march(10, 11))).toEqual(['a', 'c']);
    expect(await idsRead({ features: ['call'] })).toEqual(['a', 'b']);
    expect(await idsRead({ features: ['call'], ...march(10, 11) })).toEqual(['a']);
  });

  it('keeps what may end, retract or contradict something in it', async () => {
    await imported(
      events(
        { id: 'open', day: 10, kind: 'held', series: 's' },
        { id: 'ends', day: 12, kind: 'return', series: 's', feature: 'chat' },
        { id: 'alone', day: 12, kind: 'return', series: 't', feature: 'chat' },
        { id: 'undo', day: 25, kind: 'retraction', retracts: 'open', feature: 'chat' },
        { id: 'twice', day: 10 },
        { id: 'twice', day: 28, feature: 'chat' },
      ),
    );
    const read = await idsRead({ features: ['call'], ...march(10, 11) });
    expect(read).toEqual(['ends', 'open', 'twice', 'twice', 'undo']);
  });
});

describe('row-level security', () => {
  it('shows a customer nothing of another, and lets it write nothing there', async () => {
    await imported(events({ id: 'a', who: 'ann' }));
    const other = `${customer}-other`;
    expect(await inScope((tx) => readRecords(tx, customer), other)).toEqual([]);
    expect(await inScope((tx) => erasePerson(tx, customer, 'ann', usual.receivedAt), other)).toBe(false);
    await expect(inScope((tx) => importing(tx, customer, events({ id: 'b' })), other)).rejects.toThrow(
      /row-level security/,
    );
  });
});

describe('erasing a person', () => {
  it('empties key and personal attributes for good, and keeps the records', async () => {
    const seats = () =>
      roster(chunks('user,email,team\nann,ann@x,red\nbob,bob@x,red\n'), {
        ...usual,
        source: 'directory',
        roster: 'seats',
        feature: 'seat',
        asOf: at('2026-03-31'),
      });
    await imported(seats());
    expect(await inScope((tx) => erasePerson(tx, customer, 'ann', usual.receivedAt))).toBe(true);
    expect(await imported(seats())).toMatchObject({ added: 0, duplicates: 3 });

    const { rows } = await db.admin.query(
      `SELECT string_agg(r::text, ' ') || coalesce((SELECT string_agg(i::text, ' ') FROM identity i
         WHERE i.customer_id = $1), '') AS everything FROM usage_record r WHERE customer_id = $1`,
      [customer],
    );
    expect(rows[0].everything).not.toMatch(/ann/);
    const { records: kept, nameOf } = await inScope((tx) => readSurroundings(tx, customer));
    const names = kept.filter(({ kind }) => kind === 'member').map(({ who }) => nameOf(who!));
    expect(names.sort()).toEqual(['a person whose name was erased', 'bob']);
    expect(kept.filter(({ attributes }) => attributes.team === 'red')).toHaveLength(2);
  });
});

describe('erasing a person whose source names them in its own way', () => {
  it('empties attributes in whatever case, and whatever holds the key itself', async () => {
    const attributes = { Email: 'ann@x.example', seat: 'ANN', team: 'red' };
    await imported(events({ id: 'a', who: 'ann', ...attributes }));
    expect((await records())[0]!.attributes).toEqual(attributes);
    await inScope((tx) => erasePerson(tx, customer, 'ann', usual.receivedAt));
    expect((await records())[0]!.attributes).toEqual({ team: 'red' });
  });
});

describe('what a source states', () => {
  it('comes back as totals and gaps, once', async () => {
    const output = () =>
      lmstat(
        chunks(
          'Flexible License Manager status on Tue 3/3/2026 9:30\n' +
            'Users of solver:  (Total of 5 licenses issued;  Total of 3 licenses in use)\n' +
            '    ann ws1 ws1:0 (v2.0) (lic/27000 101), start Tue 3/3 8:00\n' +
            '\t1 RESERVATION for HOST ws2 (lic/27000)\n' +
            'Flexible License Manager status on Tue 3/3/2026 9:45\n' +
            'Error getting status: Cannot connect to license server (-15,570)\n',
        ),
        { ...usual, source: 'lic', zone: 'UTC' },
      );
    await imported(output());
    await imported(output());
    const { totals, gaps } = await inScope((tx) => readSurroundings(tx, customer));
    const moment = at('2026-03-03T09:30:00Z');
    expect(totals).toEqual([{ source: 'lic', feature: 'solver', at: moment, stated: '3', lines: '2' }]);
    expect(gaps.map(({ from, source }) => ({ from, source }))).toEqual([
      { from: at('2026-03-03T09:45:00Z'), source: 'lic' },
    ]);
  });
});
