import { countByASweep } from '#business/usage/counts/one/sweep.ts';
import type { CountRequest, Measure } from '#business/usage/measure.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import { hour, type Instant, type Interval } from '#platform/instant.ts';

const rows = 1_000_000;
const rounds = 3;
const month: Interval = {
  from: (Date.UTC(2026, 2, 1) * 1000) as Instant,
  until: (Date.UTC(2026, 3, 1) * 1000) as Instant,
};

/**
 * Peak concurrency of a month over 1,000,000 checkouts against sorting the same rows by their start. Prints the median
 * of three rounds of each; ends with `ratio: X (…)`, how many times as long the count takes as the sort.
 */
export async function run(): Promise<void> {
  const records = checkouts();
  const request = requestFor(records);
  const ours: number[] = [];
  const theirs: number[] = [];
  let peak: string | null | undefined;
  for (let round = 0; round < rounds; round += 1) {
    theirs.push(millisecondsOf(() => [...records].sort((a, b) => a.at - b.at)));
    ours.push(
      millisecondsOf(() => {
        peak = countByASweep(request)[0]?.value;
      }),
    );
  }
  const [counted, sorted] = [median(ours), median(theirs)];
  console.log(`peak concurrency of ${rows} checkouts in one month: ${peak}`);
  console.log(`counted by a sweep: ${counted.toFixed(0)} ms (median of ${rounds})`);
  console.log(
    `Array.prototype.sort of the same rows by start: ${sorted.toFixed(0)} ms (median of ${rounds})`,
  );
  console.log(`ratio: ${(counted / sorted).toFixed(2)} (of the time that sorting takes)`);
}

/** Starts anywhere in the month, held from a minute to eight hours, in no order. */
function checkouts(): UsageRecord[] {
  const random = seeded(20260301);
  return Array.from({ length: rows }, (_, i) => {
    const at = (month.from + Math.floor(random() * (month.until - month.from))) as Instant;
    return {
      source: 'license-server',
      id: `checkout-${i.toString(36)}`,
      digest: i.toString(16).padStart(16, '0'),
      kind: 'held',
      feature: 'solver',
      at,
      until: (at + hour / 60 + Math.floor(random() * 8 * hour)) as Instant,
      quantity: '1',
      who: null,
      series: null,
      attributes: {},
    };
  });
}

function requestFor(records: readonly UsageRecord[]): CountRequest {
  const measure: Measure = {
    aggregate: { kind: 'peakConcurrency' },
    window: { unit: 'month', anchor: 'calendar' },
    zone: 'UTC',
    filter: [],
    groupBy: [],
    countReservations: false,
    unitSize: '1',
  };
  return {
    records,
    chosen: new Map(),
    measure,
    features: [{ source: null, feature: 'solver', ...month }],
    windows: [{ ...month, counted: month, hours: [] }],
    asOf: month.until,
  };
}

/** A small generator (mulberry32): the same rows on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function millisecondsOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}
