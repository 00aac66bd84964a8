import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { readAgreements } from './agreementFile.ts';
import { type Duty, type DutyDates, dutyDates, dutyState } from './duty.ts';

const term = { from: at('2026-02-15'), until: at('2027-02-15'), zone: 'UTC' };
const duty = (due: DutyDates): Duty => ({ id: 'report', text: 't', plain: 'p', due, grace: 10, remind: 14 });
const dates = (due: DutyDates, through = '2030-01-01') =>
  dutyDates(term, duty(due), through as CalendarDate).map(({ dueOn }) => dueOn);

describe('the dates of a duty', () => {
  test('every quarter: so many days after its last day, cut where the term begins and ends', () => {
    const every = { kind: 'every', period: 'quarter', anchor: 'calendar', days: 30 } as const;
    expect(dates(every)).toEqual(['2026-04-30', '2026-07-30', '2026-10-30', '2027-01-30', '2027-03-16']);
    expect(dutyDates(term, duty(every), '2030-01-01' as CalendarDate)[0]).toEqual({
      dueOn: '2026-04-30',
      remindOn: '2026-04-16',
      graceUntil: '2026-05-10',
      about: { from: '2026-02-15', through: '2026-03-31' },
    });
  });

  test('every year of the term, on its own day', () => {
    expect(dates({ kind: 'every', period: 'year', anchor: 'term', days: 0 })).toEqual(['2027-02-14']);
  });

  test('once, or so long after the first or the last day', () => {
    expect(dates({ kind: 'once', on: '2026-06-30' as CalendarDate })).toEqual(['2026-06-30']);
    expect(dates({ kind: 'after', of: 'start', days: 30 })).toEqual(['2026-03-17']);
    expect(dates({ kind: 'after', of: 'end', days: 60 })).toEqual(['2027-04-15']);
  });

  test('count the day on which a term ends at noon as its last', () => {
    const short = { from: at('2026-10-01'), until: at('2026-12-01T12:00:00Z'), zone: 'UTC' };
    const due = (when: DutyDates) => dutyDates(short, duty(when), '2030-01-01' as CalendarDate);
    expect(due({ kind: 'after', of: 'end', days: 0 })).toMatchObject([{ dueOn: '2026-12-01' }]);
    expect(due({ kind: 'every', period: 'month', anchor: 'calendar', days: 10 }).at(-1)).toMatchObject({
      about: { from: '2026-12-01', through: '2026-12-01' },
    });
  });

  test('are known as soon as their reminder begins', () => {
    const once = { kind: 'once', on: '2026-06-30' as CalendarDate } as const;
    expect(dates(once, '2026-06-15')).toEqual([]);
    expect(dates(once, '2026-06-16')).toEqual(['2026-06-30']);
  });
});

test.each([
  ['2026-04-15', null, 'upcoming'],
  ['2026-04-16', null, 'due'],
  ['2026-05-10', null, 'due'],
  ['2026-05-11', null, 'overdue'],
  ['2026-05-11', '2026-05-11', 'done'],
] as const)('on %s, received %s: %s', (today, received, state) => {
  const one = { remindOn: '2026-04-16' as CalendarDate, graceUntil: '2026-05-10' as CalendarDate };
  expect(dutyState(one, received as CalendarDate | null, today as CalendarDate)).toBe(state);
});

describe('in the file of an agreement', () => {
  const file = (duties: string) => `goodterms: agreement/1
id: AG-1
customer: acme
title: Beacon
signedOn: 2025-12-15
from: 2026-01-01
until: 2027-01-01
zone: UTC
currency: EUR
clauses:
  - { id: calls, kind: capacity, product: beacon, unit: call, text: t, plain: p, limit: 5, measure: { aggregate: sum, window: month } }
${duties}`;

  test('duties stand beside the clauses; without any the text is as it always was', () => {
    const read = readAgreements(
      file(
        'duties:\n  - { id: report, text: Licensee shall report., plain: Send a report., due: { every: quarter, days: 30 }, grace: 10 }\n',
      ),
    );
    expect(read).toMatchObject({
      ok: true,
      value: [
        {
          signed: {
            duties: [
              {
                id: 'report',
                due: { kind: 'every', period: 'quarter', anchor: 'calendar', days: 30 },
                grace: 10,
                remind: 14,
              },
            ],
          },
        },
      ],
    });
    const without = readAgreements(file(''));
    expect(without.ok && 'duties' in without.value[0]!.signed).toBe(false);
  });

  test.each([
    ['{ id: r, text: t, plain: p, due: { once: 2026-02-30 } }', 'date'],
    ['{ id: r, text: t, plain: p, due: { once: 2026-03-01, every: year } }', ''],
    ['{ id: r, text: t, plain: p, due: { every: week } }', ''],
    ['{ id: r, text: t, plain: p }', ''],
  ])('%s is refused', (line) => {
    expect(readAgreements(file(`duties:\n  - ${line}\n`)).ok).toBe(false);
  });

  test('two duties of one id are refused', () => {
    const one = '  - { id: r, text: t, plain: p, due: { after: end, days: 3 } }\n';
    expect(readAgreements(file(`duties:\n${one}${one}`))).toMatchObject({
      ok: false,
      problems: [{ pointer: '/duties/1/id', code: 'duplicate_id' }],
    });
  });
});
