import { beforeAll, expect, test } from 'vitest';
import { countWithPartials } from '#business/usage/counts/one/partials.ts';
import { countByASweep } from '#business/usage/counts/one/sweep.ts';
import { recount } from '#business/usage/counts/two/recount.ts';
import type { CountedValue, CountRequest } from '#business/usage/measure.ts';
import type { Instant } from '#platform/instant.ts';
import { chanceOf } from './chance.ts';
import { disagreement } from './disagreement.ts';
import { kinds } from './happenings.ts';
import { type History, historyOf, round } from './history.ts';

/**
 * Histories 0 to 2,276; the number is the seed. Eleven rounds, so every aggregate is read over every window unit eleven
 * times.
 */
const seeds = Array.from({ length: 11 * round }, (_, number) => number);
let read: { history: History; values: readonly CountedValue[] }[];

beforeAll(() => {
  read = seeds.map((number) => {
    const history = historyOf(number);
    return { history, values: recount(history.request) };
  });
});

function named({ number, aggregate, unit }: History, where: string): string {
  return `history ${number} (${aggregate}, ${unit}): ${where}`;
}

test('given more than a thousand histories, then the two counts agree in every value', () => {
  const found = read.flatMap(({ history, values }) => {
    const where = disagreement(countByASweep(history.request), values);
    return where ? [named(history, where)] : [];
  });
  expect(found).toEqual([]);
  expect(read.length).toBeGreaterThanOrEqual(1000);
});

test('given the same records in the reverse order of arrival, then neither count changes', () => {
  const wrong = read.slice(0, 2 * round).flatMap(({ history, values }) => {
    const late = { ...history.request, records: history.request.records.toReversed() };
    const where = disagreement(countByASweep(late), values) ?? disagreement(recount(late), values);
    return where ? [named(history, where)] : [];
  });
  expect(wrong).toEqual([]);
});

test('every aggregate is read over every window unit with every kind of record, and mostly there is something to read', () => {
  const visits = new Map<string, number>();
  for (const { history } of read) {
    const present = new Set(history.request.records.map(({ kind }) => kind));
    for (const kind of present) {
      const cell = `${history.aggregate}, ${history.unit}, ${kind}`;
      visits.set(cell, (visits.get(cell) ?? 0) + 1);
    }
  }
  expect(visits.size).toBe(round * kinds.length);
  expect(Math.min(...visits.values())).toBeGreaterThanOrEqual(2);

  const telling = Map.groupBy(read, ({ history }) => `${history.aggregate}, ${history.unit}`);
  const notZero = [...telling].map(
    ([cell, of]) =>
      [of.filter(({ values }) => values.some(({ value }) => value !== '0')).length, cell] as const,
  );
  expect(notZero.filter(([histories]) => histories === 0)).toEqual([]);
});

test('given partial results of an earlier reading, and any of them deleted, then the counts still agree', () => {
  let found = 0;
  const wrong = read.slice(0, 4 * round).flatMap(({ history, values }) => {
    const chance = chanceOf(history.number);
    const store = new Map<string, string>();
    const partials = {
      get: (key: string) => {
        const kept = store.get(key);
        if (kept !== undefined) found += 1;
        return kept;
      },
      put: (key: string, value: string) => store.set(key, value),
    };
    countWithPartials(earlier(history, chance.between(1, 9) / 10), partials);
    const first = disagreement(countWithPartials(history.request, partials), values);
    for (const key of [...store.keys()]) if (chance.happens(50)) store.delete(key);
    const second = disagreement(countWithPartials(history.request, partials), values);
    return [first, second].flatMap((where) => (where ? [named(history, where)] : []));
  });
  expect(wrong).toEqual([]);
  expect(found).toBeGreaterThan(10_000);
});

/** The same question asked when a share of the time from the term's start to the reading had passed. */
function earlier({ scene, request }: History, share: number): CountRequest {
  const { term, asOf, windowsAt } = scene;
  const moment = (term.from + Math.floor((asOf - term.from) * share)) as Instant;
  return { ...request, asOf: moment, windows: windowsAt(moment) };
}
