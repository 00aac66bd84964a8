import { describe, expect, test } from 'vitest';
import type { CustomerId, Relationship } from '#business/customers/customer.ts';
import type { FindingKey } from '#business/findings/finding.ts';
import type { Finding, ReadingSummary, VerificationSummary } from '#business/findings/lifecycle.ts';
import { at } from '#test/given.ts';
import { mistakesBehind, noticeKind, readingToTell, standingReading, withheld } from './noticeKind.ts';

type Known = Exclude<Finding, { status: 'none' }>;

const reading: ReadingSummary = {
  digest: 'r1',
  from: at('2026-05-01'),
  until: at('2026-07-01'),
  peakFrom: at('2026-06-01'),
  peakUntil: at('2026-07-01'),
  value: '120',
  limit: '100',
  excess: '20',
  windows: 2,
  tzdata: '2026a',
};
const lower = { ...reading, digest: 'r2', value: '105', excess: '5' };
const higher = { ...reading, digest: 'r3', value: '150', excess: '50' };
const passed: VerificationSummary = {
  passed: true,
  counts: 'agree',
  reconciliation: 'agrees',
  questions: [],
};
const failed = (questions: VerificationSummary['questions'], differs = {}): VerificationSummary => ({
  ...passed,
  passed: false,
  questions,
  ...differs,
});
const base = {
  key: 'F-1' as FindingKey,
  customer: 'northwind' as CustomerId,
  agreement: 'AG-1',
  clause: 'calls',
  group: '[]',
  detectedAt: at('2026-07-02'),
  reading,
  verification: passed,
  revisions: [],
};
const confirmed = (differs = {}) =>
  ({
    ...base,
    status: 'confirmed',
    confirmed: reading,
    confirmedAt: at('2026-07-03'),
    cause: 'growth',
    ...differs,
  }) as Known;
const open = (status: 'detected' | 'verified') => ({ ...base, status }) as Known;
const cleared = (before: ReadingSummary | null) =>
  ({ ...base, status: 'cleared', clearedAt: at('2026-07-03'), confirmed: before }) as Known;
const dismissed = (cause: string) =>
  ({
    ...base,
    status: 'dismissed',
    dismissedAt: at('2026-07-03'),
    cause,
    reason: { document: 'd', digest: 'd' },
  }) as unknown as Known;
const merged = { ...base, status: 'merged', into: 'F-2' as FindingKey } as Known;

const mistake = (units: string, differs = {}) => ({
  id: 'M',
  clause: 'calls',
  from: at('2026-06-10'),
  until: at('2026-06-20'),
  units,
  what: 'We switched on too much.',
  ...differs,
});
const past = (...vendorMistakes: ReturnType<typeof mistake>[]): Relationship => ({
  since: '2019-04-01',
  renewals: 6,
  goodExperiences: [],
  vendorMistakes,
  openOrders: [],
});

describe('what kind of message', () => {
  const none = past();
  const half = past(mistake('12'));
  const all = past(mistake('12'), mistake('8'));
  test.each<[string, Known, Relationship, string | null]>([
    ['found', open('detected'), none, 'notice'],
    ['found, our mistake explains part', open('detected'), half, 'notice'],
    ['found, our mistakes explain all', open('detected'), all, 'apology'],
    ['confirmed', confirmed(), none, 'notice'],
    [
      'confirmed as our mistake, of which part is on record',
      confirmed({ cause: 'vendor-mistake' }),
      half,
      'notice',
    ],
    ['confirmed, later our mistakes explain all', confirmed(), all, 'apology'],
    ['confirmed, counted again lower', confirmed({ reading: lower }), none, 'correction'],
    ['confirmed, counted again higher', confirmed({ reading: higher }), none, 'notice'],
    [
      'confirmed, higher, then less high',
      confirmed({
        reading: higher,
        revisions: [{ at: at('2026-07-04'), reading: higher, direction: 'lower' }],
      }),
      none,
      'notice',
    ],
    [
      'confirmed, lower, and our mistake explains what is left',
      confirmed({ reading: lower }),
      half,
      'apology',
    ],
    ['confirmed, then cleared', cleared(reading), none, 'correction'],
    ['never confirmed, then cleared', cleared(null), none, null],
    ['dismissed as our mistake', dismissed('vendor-mistake'), none, 'apology'],
    ['dismissed otherwise', dismissed('covered'), all, null],
    ['merged', merged, all, null],
  ])('%s: %#', (_, finding, relationship, kind) => {
    const ours = mistakesBehind(relationship, finding.clause, readingToTell(finding));
    expect(noticeKind(finding, ours)).toBe(kind);
  });
});

test('only mistakes of this clause that meet the peak stand behind a reading', () => {
  const elsewhere = mistake('20', { clause: 'seats' });
  const before = mistake('20', { from: at('2026-05-01'), until: at('2026-06-01') });
  const ours = mistakesBehind(past(elsewhere, before, mistake('3')), 'calls', reading);
  expect(ours).toEqual({ mistakes: [mistake('3')], units: '3', explainAll: false });
});

describe('the reading', () => {
  test.each<[string, Known, ReadingSummary, ReadingSummary]>([
    ['open', open('verified'), reading, reading],
    ['confirmed, now higher', confirmed({ reading: higher }), reading, reading],
    ['confirmed, now lower', confirmed({ reading: lower }), reading, lower],
    ['confirmed, lower, cleared', { ...cleared(reading), reading: lower } as Known, reading, reading],
    ['cleared', cleared(null), reading, reading],
  ])('%s', (_, finding, stands, told) => {
    expect([standingReading(finding), readingToTell(finding)]).toEqual([stands, told]);
  });
});

describe('why it may not go yet', () => {
  const later = 'A later check has raised a question: ';
  const question = (code: 'vendor-mistake' | 'order-in-progress' | 'gap', units: string | null) => ({
    code,
    count: 1,
    units,
  });
  test.each<[string, Known, string | null]>([
    ['not verified', open('detected'), 'Verification has not passed yet: see what remains in question.'],
    ['not confirmed', open('verified'), 'Nobody has confirmed the finding yet.'],
    ['confirmed, and still verified', confirmed(), null],
    [
      'confirmed, later our mistake',
      confirmed({ verification: failed([question('vendor-mistake', '20')]) }),
      `${later}a mistake of our own may explain 20 of it.`,
    ],
    [
      'confirmed, the counts differ later, and an order is on its way',
      confirmed({
        verification: failed([question('order-in-progress', '4'), question('gap', null)], {
          counts: 'differ',
        }),
      }),
      `${later}the two counts differ; an order on its way may explain 4 of it.`,
    ],
    [
      'confirmed, a total contradicts later',
      confirmed({ verification: failed([], { reconciliation: 'differs' }) }),
      `${later}a source states another total than its lines come to.`,
    ],
    [
      'confirmed, a conflict came later',
      confirmed({ verification: failed([]) }),
      `${later}it does not surely stand above the limit.`,
    ],
    ['cleared', cleared(reading), null],
    ['dismissed', dismissed('vendor-mistake'), null],
  ])('%s', (_, finding, why) => {
    expect(withheld(finding, [], 'UTC')).toBe(why);
  });

  test('while a forbearance pauses contact nothing goes, to its last day', () => {
    const pause = { of: 'FB-1', from: at('2026-01-01'), until: at('2026-09-01') };
    const paused = (...pauses: ('contact' | 'fees')[]) =>
      withheld(confirmed(), [{ ...pause, pauses }], 'UTC');
    expect(paused('contact')).toBe('Contact is paused by FB-1 through August 31, 2026.');
    expect(paused('fees')).toBeNull();
  });
});
