import { expect, test } from 'vitest';
import type { Aggregate } from '#business/usage/measure.ts';
import { hour, type Instant } from '#platform/instant.ts';
import { asked, record, type Settings, values, when } from './given/records.ts';

/** The days on which clocks change: bounds in UTC, clock hours (the last of Lord Howe is half an hour), and 3 hours' share of 2. */
const days = [
  { zone: 'Europe/Berlin', from: '2026-03-28 23:00', until: '2026-03-29 22:00', hours: 23, share: '6/23' },
  { zone: 'America/New_York', from: '2026-11-01 04:00', until: '2026-11-02 05:00', hours: 25, share: '6/25' },
  {
    zone: 'Australia/Lord_Howe',
    from: '2026-04-04 13:00',
    until: '2026-04-05 13:30',
    hours: 25,
    share: '12/49',
  },
];

test.each(days)(
  'the day clocks change in $zone is as long as it is',
  ({ zone, from, until, hours, share }) => {
    const settings: Settings = { from, until, zone, window: { unit: 'day', anchor: 'calendar' } };
    const held = { ...record('held', from, { quantity: '2' }), until: (when(from) + 3 * hour) as Instant };
    expect(values(asked([held], 'timeWeighted', settings))).toEqual([share]);
    const always = { ...held, until: when(until) };
    const nth = (n: number): Aggregate => ({ kind: 'nthHighest', n, of: 'timeWeighted' });
    expect(values(asked([always], nth(hours), settings))).toEqual(['2']);
    expect(values(asked([always], nth(hours + 1), settings))).toEqual(['0']);
  },
);
