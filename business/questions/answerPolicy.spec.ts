import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type CalendarDate, dateIn, type Instant, startOfDate } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import {
  type AnswerPolicy,
  businessDaysFrom,
  firstPolicy,
  isBusinessDay,
  promiseFor,
  reminderFor,
} from './answerPolicy.ts';

const day = (text: string) => text as CalendarDate;
const berlin: AnswerPolicy = { ...firstPolicy, zone: 'Europe/Berlin', closedOn: [day('2026-06-15')] };
const asked = (text: string, contest = false) => ({ at: at(text), contest, version: 3 });

test('an answer is promised for a business day of the vendor, where it works', () => {
  // Wednesday evening in UTC is Thursday in Berlin; the weekend and a closed Monday are passed over.
  expect(promiseFor(berlin, asked('2026-06-10T21:59:00Z'))).toMatchObject({ on: '2026-06-12', policy: 3 });
  expect(promiseFor(berlin, asked('2026-06-10T22:01:00Z')).on).toBe('2026-06-16');
  expect(promiseFor(berlin, asked('2026-06-13T12:00:00Z')).on).toBe('2026-06-17');
  expect(promiseFor(berlin, asked('2026-06-10T12:00:00Z', true)).on).toBe('2026-06-18');
});

test('it is late once that day is over, and whoever answers is reminded a business day before', () => {
  const promise = promiseFor(berlin, asked('2026-06-11T12:00:00Z'));
  expect(promise).toMatchObject({ on: '2026-06-16', end: at('2026-06-16T22:00:00Z') });
  expect(reminderFor(berlin, promise)).toBe(at('2026-06-11T22:00:00Z'));
});

const policies = fc
  .record({
    workdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    closedOn: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 20 }),
    zone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Pacific/Apia'),
  })
  .map(({ closedOn, ...rest }) => ({
    ...firstPolicy,
    ...rest,
    closedOn: closedOn.map((days) => addDays(day('2026-06-01'), days)),
  }));
const instants = fc.integer({ min: at('2026-06-01'), max: at('2026-07-20') }).map((n) => n as Instant);

test('law: the promised day is a business day, with exactly so many of them since the day of asking', () => {
  fc.assert(
    fc.property(policies, instants, fc.integer({ min: 1, max: 10 }), (policy, now, days) => {
      const asking = dateIn(now, policy.zone);
      const { on, end } = promiseFor(
        { ...policy, questionDays: days },
        { at: now, contest: false, version: 1 },
      );
      expect(isBusinessDay(policy, on)).toBe(true);
      expect(end).toBe(startOfDate(addDays(on, 1), policy.zone));
      let between = 0;
      for (let date = addDays(asking, 1); date <= on; date = addDays(date, 1))
        if (isBusinessDay(policy, date)) between += 1;
      expect(between).toBe(days);
    }),
    { seed: 22, numRuns: 300 },
  );
});

test('law: who asks later is never promised an earlier day', () => {
  fc.assert(
    fc.property(policies, instants, instants, (policy, one, other) => {
      const [early, late] = [Math.min(one, other), Math.max(one, other)].map(
        (now) => promiseFor(policy, { at: now as Instant, contest: true, version: 1 }).on,
      );
      expect(early! <= late!).toBe(true);
    }),
    { seed: 22, numRuns: 300 },
  );
});

test('law: so many business days on and back lead no further than where they began', () => {
  fc.assert(
    fc.property(policies, instants, fc.integer({ min: 1, max: 8 }), (policy, now, days) => {
      const from = dateIn(now, policy.zone);
      const back = businessDaysFrom(policy, businessDaysFrom(policy, from, days), -days);
      expect(isBusinessDay(policy, from) ? back === from : back <= from).toBe(true);
    }),
    { seed: 22, numRuns: 300 },
  );
});
