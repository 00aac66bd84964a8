import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CountRequest } from '#business/usage/measure.ts';
import { recordKey, type UsageRecord } from '#business/usage/record.ts';
import { exact, stored, sum } from '#platform/exact.ts';
import { overlap } from '#platform/instant.ts';
import { touchedBy } from './buckets.ts';
import { evidenceAt, evidenceOf } from './evidence.ts';
import { byDefinition } from './given/definitions.ts';
import { requests } from './given/histories.ts';
import { countWithPartials, type PartialStore } from './partials.ts';
import { countByASweep } from './sweep.ts';

const runs = { numRuns: 400, seed: 20260329 };

type Memory = PartialStore & { readonly kept: Map<string, string>; readonly reads: { found: number } };

function memory(kept = new Map<string, string>()): Memory {
  const reads = { found: 0 };
  const get = (key: string): string | undefined => {
    const text = kept.get(key);
    if (text !== undefined) reads.found += 1;
    return text;
  };
  return { kept, reads, get, put: (key, value) => void kept.set(key, value) };
}

/** Fails as soon as anything is asked of it. */
const unreadable = new Proxy<UsageRecord[]>([], {
  get: () => {
    throw new Error('the records were read');
  },
});

test('the sweep counts what the definitions say', () => {
  let values = 0;
  fc.assert(
    fc.property(requests, (request) => {
      const counted = countByASweep(request);
      values += counted.length;
      expect(counted).toEqual(byDefinition(request));
    }),
    runs,
  );
  expect(values).toBeGreaterThan(5_000);
});

test('records may come in any order', () => {
  const shuffled = requests.chain((request) =>
    fc
      .shuffledSubarray([...request.records], { minLength: request.records.length })
      .map((records) => ({ request, records })),
  );
  fc.assert(
    fc.property(shuffled, ({ request, records }) => {
      const other = { ...request, records };
      expect(countByASweep(other)).toEqual(countByASweep(request));
      request.windows.slice(0, 3).forEach((_, window) => {
        for (const { group } of countByASweep(request).slice(0, 3))
          expect(evidenceOf(other, window, group)).toEqual(evidenceOf(request, window, group));
      });
    }),
    { ...runs, numRuns: 150 },
  );
});

test('with partial results, any of them deleted, the reading is the same, and those left are read', () => {
  let found = 0;
  fc.assert(
    fc.property(requests, fc.infiniteStream(fc.boolean()), (request, deletes) => {
      const store = memory();
      expect(countWithPartials(request, store)).toEqual(countByASweep(request));
      for (const key of [...store.kept.keys()]) if (deletes.next().value) store.kept.delete(key);
      const left = store.kept.size;
      store.reads.found = 0;
      expect(countWithPartials(request, store)).toEqual(countByASweep(request));
      expect(store.reads.found).toBe(left);
      found += left;
    }),
    runs,
  );
  expect(found).toBeGreaterThan(1_000);
});

test('where all buckets are stored, the records are not read', () => {
  fc.assert(
    fc.property(requests, (request) => {
      const store = memory();
      const direct = countWithPartials(request, store);
      expect(countWithPartials({ ...request, records: unreadable }, store)).toEqual(direct);
    }),
    runs,
  );
});

test('a bucket that has not fully elapsed is not stored', () => {
  fc.assert(
    fc.property(requests, (request) => {
      const store = memory();
      countWithPartials({ ...request, asOf: (request.asOf - 1) as typeof request.asOf }, store);
      for (const key of store.kept.keys()) {
        const [, until] = (JSON.parse(key) as { bucket: [number, number] }).bucket;
        expect(until).toBeLessThan(request.asOf);
      }
    }),
    { ...runs, numRuns: 100 },
  );
});

test('records that come later change partial results only where they touch them', () => {
  let survived = 0;
  fc.assert(
    fc.property(requests, fc.nat(40), (request, split) => {
      const before = { ...request, records: request.records.slice(0, split) };
      const store = memory();
      countWithPartials(before, store);
      for (const record of request.records.slice(split)) forget(store, record, request.records);
      store.reads.found = 0;
      expect(countWithPartials(request, store)).toEqual(countByASweep(request));
      survived += store.reads.found;
    }),
    runs,
  );
  expect(survived).toBeGreaterThan(500);
});

function forget(store: Memory, record: UsageRecord, all: readonly UsageRecord[]): void {
  const touched = touchedBy(record, relatedTo(record, all));
  for (const key of [...store.kept.keys()]) {
    const [from, until] = (JSON.parse(key) as { bucket: [never, never] }).bucket;
    if (overlap({ from, until }, touched)) store.kept.delete(key);
  }
}

function relatedTo(record: UsageRecord, all: readonly UsageRecord[]): UsageRecord[] {
  const source = all.filter((other) => other.source === record.source);
  const variants = source.filter((other) => other.id === record.id);
  const named = new Set(variants.filter(({ kind }) => kind === 'retraction').map(({ series }) => series));
  const direct = [...variants, ...source.filter((other) => named.has(other.id))];
  const series = new Set(direct.map((other) => other.series));
  return [...direct, ...source.filter((other) => other.series !== null && series.has(other.series))];
}

test('the evidence adds up to the value', () => {
  let rows = 0;
  fc.assert(
    fc.property(requests, (request) => {
      for (const { group, window, from, value } of countByASweep(request).slice(0, 12)) {
        const evidence = isInstant(request)
          ? evidenceAt(request, from, group)
          : evidenceOf(request, window, group);
        rows += evidence.length;
        expect(stored(sum(evidence.map((row) => exact(row.contributes))))).toBe(value);
        expect(new Set(evidence.map(recordKey)).size).toBe(evidence.length);
      }
    }),
    runs,
  );
  expect(rows).toBeGreaterThan(1_000);
});

function isInstant({ measure }: CountRequest): boolean {
  return measure.window.unit === 'instant';
}
