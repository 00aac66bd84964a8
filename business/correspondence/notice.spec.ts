import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Customer, CustomerId } from '#business/customers/customer.ts';
import type { ReadingSummary } from '#business/findings/lifecycle.ts';
import type { CalendarDate } from '#platform/instant.ts';
import { aClause, anAgreement, at } from '#test/given.ts';
import { type FindingMatter, findingFacts } from './findingFacts.ts';
import { strayNumbers, writeNotice } from './notice.ts';

const customer: Customer = {
  id: 'northwind' as CustomerId,
  name: 'Northwind Labs',
  size: 'medium',
  segment: 'research',
  riskTolerance: 'low',
  contact: { name: 'Dana Wells', email: 'dana@northwind.example', role: 'IT lead' },
  owner: { name: 'Sam Ortiz', email: 'sam@vendor.example', role: 'License manager' },
  relationship: {
    since: '2019-04-01',
    renewals: 6,
    goodExperiences: ['The pilot we ran together in 2024 taught us a lot.'],
    vendorMistakes: [],
    openOrders: [],
  },
};

const reading: ReadingSummary = {
  digest: 'r1',
  from: at('2026-05-01'),
  until: at('2026-07-01'),
  peakFrom: at('2026-06-01'),
  peakUntil: at('2026-07-01'),
  value: '137',
  limit: '120',
  excess: '17',
  windows: 2,
  tzdata: '2026a',
};

const matter: FindingMatter = {
  customer,
  agreement: anAgreement(),
  clause: aClause(),
  productName: 'Atlas',
  key: 'F-1',
  reading,
  limitWords: '120 = 100 signed + 20 by grant EX-2026-014 through 2027-03-31',
  outside: [],
  questions: [{ code: 'gap', count: 2, units: null, words: 'The meter could not be read 2 times.' }],
  trueUp: {
    currency: 'EUR',
    lines: [
      {
        kind: 'charge',
        label: '17 calls × €9.00 per month × 6 months',
        quantity: '17',
        unitPrice: '9',
        share: [],
        amount: '918',
        shown: '918.00',
      },
    ],
    total: '918.00',
  },
  before: null,
  today: '2026-07-04' as CalendarDate,
};

describe('the notice', () => {
  test('reads, as a whole, like this', () => {
    const { subject, text } = writeNotice('notice', findingFacts(matter));
    expect(`${subject}\n\n${text}`).toMatchInlineSnapshot(`
      "Your use of Atlas: what we see, and how we can put it right together

      Dear Dana Wells,

      Thank you for working with us since 2019. The pilot we ran together in 2024 taught us a lot. We write because what we see of your use of Atlas differs from what we agreed, and we would rather tell you early and openly. Use grows, settings change; we take it that this happened in the course of good work, and we want to find the way on that serves Northwind Labs best.

      What we found
      -------------

      What AG-1 says, in plain words: You may make as many calls a month as you ordered.

      How it is counted: all calls added up, in each calendar month.

      - Allowed: 120 calls (120 = 100 signed + 20 by grant EX-2026-014 through 2027-03-31)
      - Measured: 137, between June 1, 2026 and June 30, 2026
      - Above what is allowed: 17 calls
      - First seen above: May 1, 2026; last: June 30, 2026; 2 periods in all

      We counted twice, in two independent ways, and both counts agree. The list behind the number, unit by unit, is yours to see: just ask.

      What remains in question
      ------------------------

      We are not sure of everything yet:

      - The meter could not be read 2 times.

      How we propose to go forward
      ----------------------------

      Whichever of these suits you best is fine with us:

      - add what is missing to your agreement, at the price shown below;
      - bring use back to 120 calls; we gladly help to find what is no longer needed;
      - tell us what we have missed: growth, a misunderstanding, a setting gone astray. Then we look at it together before anything else.

      It would help us to hear from you by July 20, 2026. Until we have talked nothing changes: your service, your data and your access stay as they are. Your agreement renews on January 1, 2027.

      What adding the missing units would cost (apart from the terms above)
      ---------------------------------------------------------------------

      - 17 calls × €9.00 per month × 6 months: €918.00
      - Total: €918.00

      There is no fee and no penalty in this: it is the price in your agreement for the time that remains of it.

      Questions go straight to me; I answer for this and know the details.

      With thanks and kind regards,
      Sam Ortiz
      License manager
      sam@vendor.example"
    `);
  });

  test('has three parts in this order, then the price by itself, then a named person', () => {
    const { text } = writeNotice('notice', findingFacts(matter));
    const places = [
      'What we found',
      'What remains in question',
      'How we propose to go forward',
      'apart from the terms',
      'Sam Ortiz',
    ].map((words) => text.indexOf(words));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    const beforePrice = text.slice(0, places[3]);
    expect(beforePrice).not.toMatch(/EUR|€/);
  });

  test('asks for an answer on a weekday at least two weeks away, by its date', () => {
    const { text } = writeNotice('notice', findingFacts({ ...matter, today: '2026-07-04' as CalendarDate }));
    expect(text).toContain('hear from you by July 20, 2026');
    expect(text).not.toMatch(/soon|shortly|as possible|immediately/i);
  });

  test('an apology blames nobody but us and asks for no money', () => {
    const mistake = {
      id: 'M',
      clause: 'calls',
      from: reading.from,
      until: reading.until,
      units: '17',
      what: 'Our support team switched on more than you ordered.',
    };
    const withMistake = {
      ...matter,
      customer: { ...customer, relationship: { ...customer.relationship, vendorMistakes: [mistake] } },
    };
    const { text } = writeNotice('apology', findingFacts(withMistake));
    expect(text).toContain('we are sorry');
    expect(text).toContain(mistake.what);
    expect(text).not.toMatch(/EUR|€|price shown/);
  });

  test('a correction names the number before and the number now', () => {
    const { text } = writeNotice(
      'correction',
      findingFacts({
        ...matter,
        before: { ...reading, value: '150' },
        reading: { ...reading, value: '110', excess: '0' },
      }),
    );
    expect(text).toContain('Before: 150. Now: 110');
    expect(text).toContain('nothing for you to do');
  });
});

test('every number in every message comes from its fact sheet, whatever the finding', () => {
  const natural = fc.nat({ max: 10_000_000 }).map(String);
  const words = fc.string({ maxLength: 40 }).map((text) => text.replace(/[{}]/g, ''));
  const cases = fc.record({
    value: natural,
    limit: natural,
    excess: natural,
    windows: fc.integer({ min: 1, max: 400 }),
    question: words,
    kind: fc.constantFrom('notice' as const, 'apology' as const, 'correction' as const),
  });
  fc.assert(
    fc.property(cases, ({ question, kind, ...numbers }) => {
      const facts = findingFacts({
        ...matter,
        reading: { ...reading, ...numbers },
        before: reading,
        questions: [{ code: 'gap', count: 1, units: null, words: question }],
      });
      const notice = writeNotice(kind, facts);
      expect(strayNumbers(`${notice.subject}\n${notice.text}`, facts)).toEqual([]);
      expect(notice.text).not.toMatch(/[{}]|undefined|null/);
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('a number that is no fact is found', () => {
  expect(strayNumbers('We counted 138 calls.', findingFacts(matter))).toEqual(['138']);
});
