import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Tx, withScope } from '#platform/database/scope.ts';
import { day, type Instant } from '#platform/instant.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { aMeasure, at } from '#test/given.ts';
import { chooseContent, readConflicts, undoChoice } from './conflict.store.ts';
import { partialKeys } from './counts/one/buckets.ts';
import type { Decoded } from './import/decoded.ts';
import { events, importing, type TestEvent } from './import.testing.ts';
import { partialsOf } from './partial.store.ts';
import { readRecords } from './usage.store.ts';

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

const inScope = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  withScope(db.app, { customers: [customer], actor: 'ann' }, work);
const imported = (batches: Decoded) => inScope((tx) => importing(tx, customer, batches));

describe('stored partial results', () => {
  const keyOf = partialKeys(aMeasure(), []);
  const days = Array.from({ length: 31 }, (_, i) => {
    const from = at(`2026-03-${String(i + 1).padStart(2, '0')}`);
    return keyOf({ from, until: (from + day) as Instant });
  });
  const store = () =>
    inScope(async (tx) => {
      const partials = await partialsOf(tx, customer);
      for (const key of days) partials.put(key, '[]');
      await partials.save();
    });
  /** The days of March that have no partial result any more. */
  const forgotten = () =>
    inScope(async (tx) => {
      const partials = await partialsOf(tx, customer);
      return days.flatMap((key, i) => (partials.get(key) === undefined ? [i + 1] : []));
    });
  const from = (first: number) => Array.from({ length: 32 - first }, (_, i) => first + i);

  it.each<[string, TestEvent[], TestEvent[], number[]]>([
    ['a point: its day', [], [{ id: 'n', day: 7 }], [7]],
    [
      'points far apart: their days',
      [],
      [
        { id: 'n', day: 7 },
        { id: 'm', day: 9 },
      ],
      [7, 9],
    ],
    ['a span: its days', [], [{ id: 'n', day: 7, kind: 'held', until: '2026-03-09T00:00:00Z' }], [7, 8]],
    ['an open span: all days from its start', [], [{ id: 'n', day: 7, kind: 'held', series: 's' }], from(7)],
    ['a level: all days from then on', [], [{ id: 'n', day: 30, kind: 'level', series: 's' }], [30, 31]],
    [
      'a retraction: the day of what it retracts',
      [{ id: 'a', day: 5 }],
      [{ id: 'n', day: 20, kind: 'retraction', retracts: 'a' }],
      [5],
    ],
    ['another content: the day of the first as well', [{ id: 'a', day: 5 }], [{ id: 'a', day: 20 }], [5, 20]],
    [
      'another content of a retraction: what the first one retracted',
      [
        { id: 'a', day: 5 },
        { id: 'r', day: 9, kind: 'retraction', retracts: 'a' },
      ],
      [{ id: 'r', day: 9, kind: 'retraction', retracts: 'b' }],
      [5],
    ],
    ['a duplicate: none', [{ id: 'a', day: 5 }], [{ id: 'a', day: 5 }], []],
  ])('are forgotten when records come: %s', async (_, before, coming, expected) => {
    await imported(events(...before));
    await store();
    expect(await forgotten()).toEqual([]);
    await imported(events(...coming));
    expect(await forgotten()).toEqual(expected);
  });

  it('are forgotten for all sightings of a checkout when it is seen again', async () => {
    const sighting = async function* (id: string, first: number, last: number): Decoded {
      for await (const { records, ...batch } of events({ id, day: first }))
        yield {
          ...batch,
          records: records.map((record) => ({
            ...record,
            kind: 'sighting',
            series: 'checkout-1',
            until: at(`2026-03-${String(last).padStart(2, '0')}T12:00:00Z`),
          })),
        };
    };
    await imported(sighting('a', 5, 6));
    await store();
    await imported(sighting('b', 20, 21));
    expect(await forgotten()).toEqual([5, 6, 20, 21]);
  });

  it('are forgotten when a conflict is settled, and when that is undone', async () => {
    await imported(events({ id: 'a', day: 5 }, { id: 'a', day: 20 }));
    const [conflict] = await inScope((tx) => readConflicts(tx, customer));
    const deed = { by: 'ann', at: at('2026-04-01') };
    await store();
    const choice = { ...deed, digest: conflict!.digests[0]!, reason: 'The other was a test.' };
    const made = await inScope((tx) => chooseContent(tx, customer, conflict!, choice));
    expect(await forgotten()).toEqual([5, 20]);
    await store();
    await inScope((tx) => undoChoice(tx, customer, made!, deed));
    expect(await forgotten()).toEqual([5, 20]);
  });

  it('are not stored when usage came in since the records were read', async () => {
    await imported(events({ id: 'a', day: 5 }));
    await inScope(async (tx) => {
      await readRecords(tx, customer);
      await imported(events({ id: 'b', day: 5 }));
      const partials = await partialsOf(tx, customer);
      for (const key of days) partials.put(key, 'of old records');
      await partials.save();
    });
    expect(await forgotten()).toEqual(from(1));
  });
});
