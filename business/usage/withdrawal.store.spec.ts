import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Tx, withScope } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { at } from '#test/given.ts';
import { chooseContent, readConflicts } from './conflict.store.ts';
import { readGeneration } from './generation.store.ts';
import { chunks, usual } from './import/decoders.testing.ts';
import { lmstat } from './import/lmstat.ts';
import { events, importing, type TestEvent } from './import.testing.ts';
import { partialsOf } from './partial.store.ts';
import { readChosen, readRecords, readSurroundings } from './usage.store.ts';
import { readWithdrawals, undoWithdrawal, withdrawImport } from './withdrawal.store.ts';

let db: TestDatabase;
let customers = 0;
let customer = '';

beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(() => {
  customers += 1;
  customer = `c${customers}`;
});

const inScope = <T>(work: (tx: Tx) => Promise<T>) =>
  withScope(db.app, { customers: [customer], actor: 'ann' }, work);
const bring = (...list: TestEvent[]) => inScope((tx) => importing(tx, customer, events(...list)));
const deed = { by: 'ann', at: at('2026-04-01') as Instant, reason: 'The wrong file.' };
const withdraw = (id: string) => inScope((tx) => withdrawImport(tx, customer, id, deed));
const restore = (id: string) => inScope((tx) => undoWithdrawal(tx, customer, id, deed));
const counted = () =>
  inScope(async (tx) =>
    (await readRecords(tx, customer)).map(({ id, quantity }) => `${id}=${quantity}`).sort(),
  );
const one = { id: 'one', quantity: 1 };
const two = { id: 'two', quantity: 1 };
const three = { id: 'three', quantity: 1 };

describe('a withdrawn import', () => {
  test('no longer counts, and says since when, by whom and why', async () => {
    const { id } = await bring(one, two);
    const done = await withdraw(id);
    expect(done).toMatchObject({ gone: 2, kept: 0 });
    expect(await counted()).toEqual([]);
    const [withdrawal] = await inScope((tx) => readWithdrawals(tx, customer, id));
    expect(withdrawal).toMatchObject({ at: deed.at, by: 'ann', reason: 'The wrong file.', undoneAt: null });
  });

  test('leaves what another import brought too, before it or after it', async () => {
    const first = await bring(one, two);
    const second = await bring(two, three);
    expect(await withdraw(second.id)).toMatchObject({ gone: 1, kept: 0 });
    expect(await counted()).toEqual(['one=1', 'two=1']);
    await restore((await inScope((tx) => readWithdrawals(tx, customer, second.id)))[0]!.id);
    expect(await withdraw(first.id)).toMatchObject({ gone: 1, kept: 1 });
    expect(await counted()).toEqual(['three=1', 'two=1']);
  });

  test('counts again when that is undone', async () => {
    const { id } = await bring(one, two);
    const done = await withdraw(id);
    expect(await restore(done!.id)).toBe(2);
    expect(await counted()).toEqual(['one=1', 'two=1']);
    expect(await restore(done!.id)).toBeUndefined();
  });

  test('is new again when the same file comes again', async () => {
    const { id } = await bring(one, two);
    await withdraw(id);
    expect(await bring(one, two)).toMatchObject({ added: 2, duplicates: 0 });
    expect(await counted()).toEqual(['one=1', 'two=1']);
  });

  test('still has a claim on what came again meanwhile', async () => {
    const first = await bring(one);
    const withdrawn = await withdraw(first.id);
    const second = await bring(one);
    await restore(withdrawn!.id);
    expect(await withdraw(second.id)).toMatchObject({ gone: 0, kept: 1 });
    expect(await counted()).toEqual(['one=1']);
  });

  test('counts again with all it brought, though what another had brought too was withdrawn meanwhile', async () => {
    const first = await bring(one, two);
    const second = await bring(two, three);
    const away = await withdraw(second.id);
    const other = await withdraw(first.id);
    expect(await counted()).toEqual([]);
    expect(await restore(away!.id)).toBe(2);
    expect(await counted()).toEqual(['three=1', 'two=1']);
    await restore(other!.id);
    expect(await withdraw(second.id)).toMatchObject({ gone: 1, kept: 1 });
    expect(await counted()).toEqual(['one=1', 'two=1']);
  });

  test('cannot be withdrawn twice, nor where it is unknown or was refused', async () => {
    const { id } = await bring(one);
    await withdraw(id);
    expect(await withdraw(id)).toBeUndefined();
    expect(await withdraw('999999')).toBeUndefined();
    const refused = await inScope((tx) => importing(tx, customer, events()));
    expect(refused.status).toBe('refused');
    expect(await withdraw(refused.id)).toBeUndefined();
  });

  test('takes its part of a conflict with it', async () => {
    await bring(one);
    const other = await bring({ id: 'one', quantity: 7 });
    expect(other).toMatchObject({ added: 1, conflicts: 1 });
    const [conflict] = await inScope((tx) => readConflicts(tx, customer));
    const seven = (await inScope((tx) => readRecords(tx, customer))).find(
      ({ quantity }) => quantity === '7',
    )!;
    const key = { source: '/api', id: 'one' };
    await inScope((tx) => chooseContent(tx, customer, key, { ...deed, digest: seven.digest }));
    expect(conflict?.digests).toHaveLength(2);
    await withdraw(other.id);
    expect(await inScope((tx) => readConflicts(tx, customer))).toEqual([]);
    expect(await inScope((tx) => readChosen(tx, customer))).toEqual(new Map());
    expect(await bring({ id: 'one', quantity: 8 })).toMatchObject({ conflicts: 1 });
  });

  test('takes what its source stated with it, unless another file states it too', async () => {
    const status = (features: string) =>
      lmstat(
        chunks(
          `Flexible License Manager status on Sun 3/1/2026 14:00\n\nError getting status: Cannot connect to license server (-15,570)\n${features}`,
        ),
        { ...usual, source: 'lic', zone: 'UTC' },
      );
    const bringStatus = (features = '') => inScope((tx) => importing(tx, customer, status(features)));
    const first = await bringStatus();
    await bringStatus('\n');
    const gaps = () => inScope(async (tx) => (await readSurroundings(tx, customer)).gaps.length);
    expect(await gaps()).toBe(1);
    await withdraw(first.id);
    expect(await gaps()).toBe(1);
    const again = (await inScope((tx) => readWithdrawals(tx, customer, first.id)))[0]!;
    expect(again.undoneAt).toBeNull();
  });

  test('leaves no stored partial result of what it brought', async () => {
    const { id } = await bring(one);
    const bucket = [at('2026-03-01'), at('2026-03-02')];
    await inScope(async (tx) => {
      const partials = await partialsOf(tx, customer);
      partials.put(JSON.stringify({ bucket }), 'kept');
      await partials.save();
    });
    const before = await inScope((tx) => readGeneration(tx, customer));
    await withdraw(id);
    const partials = await inScope((tx) => partialsOf(tx, customer));
    expect(partials.get(JSON.stringify({ bucket }))).toBeUndefined();
    expect(Number(await inScope((tx) => readGeneration(tx, customer)))).toBe(Number(before) + 1);
  });
});

/** A record's id and content; a file is a list of them. */
const record = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  quantity: fc.integer({ min: 1, max: 2 }),
});
const step = fc.oneof(
  { weight: 3, arbitrary: fc.array(record, { minLength: 1, maxLength: 5 }) },
  { weight: 3, arbitrary: fc.nat({ max: 3 }) },
);

test('law: what counts is what the imports that count brought, in whatever order they came and went', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
      customers += 1;
      customer = `c${customers}`;
      const files: { id: string; records: string[]; withdrawal: string | null }[] = [];
      for (const each of steps) {
        if (typeof each !== 'number') {
          const { id } = await bring(...each);
          files.push({ id, records: each.map((r) => `${r.id}=${r.quantity}`), withdrawal: null });
          continue;
        }
        const file = files[each];
        if (file?.withdrawal) {
          await restore(file.withdrawal);
          file.withdrawal = null;
        } else if (file) file.withdrawal = (await withdraw(file.id))!.id;
      }
      const standing = files.filter(({ withdrawal }) => withdrawal === null);
      expect(await counted()).toEqual([...new Set(standing.flatMap(({ records }) => records))].sort());
    }),
    { seed: 20261122, numRuns: 40 },
  );
});
