import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { findingFacts } from './findingFacts.ts';
import { customer, matter, reading } from './given/matter.ts';
import { strayNumbers, writeNotice } from './notice.ts';
import { mistakesBehind } from './noticeKind.ts';
import { questionsToAsk } from './questionFacts.ts';

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

      - How often a source could not be read in this time: 2. No data is not the same as no use.

      How we propose to go forward
      ----------------------------

      Whichever of these suits you best is fine with us:

      - add what is missing to your agreement, at the price shown below;
      - bring use back to 120 calls; we gladly help to find what is no longer needed;
      - tell us what we have missed: growth, a misunderstanding, a setting gone astray. Then we look at it together before anything else.

      It would help us to hear from you by July 20, 2026. Until we have talked nothing changes: your service, your data and your access stay as they are. Your agreement renews on January 1, 2027.

      What adding the missing units would cost (apart from the terms above)
      ---------------------------------------------------------------------

      For June 1, 2026 to June 30, 2026, both days included:

      - 17 calls × €9.00 per month × 8 months: €1,224.00
      - Total: €1,224.00

      There is no fee and no penalty in this: it is the price in your agreement for those days.

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

  const mistake = (units: string) => ({
    id: 'M',
    clause: 'calls',
    from: reading.from,
    until: reading.until,
    units,
    what: 'Our support team switched on 40 more than you ordered.',
  });
  const elsewhere = { ...mistake('99'), clause: 'seats', what: 'Seats went wrong.' };
  const behind = (...units: string[]) =>
    mistakesBehind(
      { ...customer.relationship, vendorMistakes: [elsewhere, ...units.map(mistake)] },
      'calls',
      reading,
    );

  test('an apology names the mistakes behind it, blames nobody but us and asks for no money', () => {
    const { text } = writeNotice('apology', findingFacts({ ...matter, ours: behind('17') }));
    expect(text).toContain('we are sorry');
    expect(text).toContain(mistake('17').what);
    expect(text).toContain('Because of it we counted 137');
    expect(text).not.toMatch(/EUR|€|price shown|Seats/);
  });

  test('an apology for less than all of it does not say that all was counted because of it', () => {
    const { text } = writeNotice('apology', findingFacts({ ...matter, ours: behind('4') }));
    expect(text).toContain('We counted 137');
    expect(text).not.toContain('Because of it');
  });

  test('a mistake that explains a part is told in the first part of a notice, with its units and without a price', () => {
    const { text } = writeNotice('notice', findingFacts({ ...matter, ours: behind('4', '3') }));
    const found = text.slice(text.indexOf('What we found'), text.indexOf('What remains in question'));
    expect(found).toContain(mistake('4').what);
    expect(found).toContain('It explains 7 calls of what we found above.');
    expect(text).not.toMatch(/€|price shown|Because of it|Seats/);
  });

  test('where the later check finds that the counts differ, it does not say that they agree', () => {
    const { text } = writeNotice('notice', findingFacts({ ...matter, counts: 'differ' }));
    expect(text).not.toContain('both counts agree');
  });

  test('a fixed fee among the lines is called one, and no line is called a penalty', () => {
    const line = { kind: 'fee' as const, label: 'flat fee €20.00 per year', quantity: null, unitPrice: '20' };
    const trueUp = {
      ...matter.trueUp!,
      lines: [...matter.trueUp!.lines, { ...line, share: [], amount: '20', shown: '20.00' }],
      total: '1244.00',
    };
    const facts = findingFacts({ ...matter, trueUp });
    const { text } = writeNotice('notice', facts);
    expect(text).toContain('“flat fee €20.00 per year” is a fixed fee of the price list. None of the lines');
    expect(text).not.toContain('There is no fee');
    expect(strayNumbers(text, facts)).toEqual([]);
  });

  test('while a forbearance pauses fees, no price stands in it, only until when', () => {
    const feesPaused = {
      of: 'FB-1',
      pauses: ['fees' as const],
      from: at('2026-01-01'),
      until: at('2026-10-01'),
    };
    const { text } = writeNotice('notice', findingFacts({ ...matter, feesPaused }));
    expect(text).toContain('Fees are paused through September 30, 2026');
    expect(text).not.toMatch(/€|price shown|would cost/);
  });

  test('a correction names the number before and the number now', () => {
    const now = { ...reading, value: '130', excess: '10' };
    const { text } = writeNotice('correction', findingFacts({ ...matter, before: reading, reading: now }));
    expect(text).toContain('Before: 137. Now: 130');
    expect(text).toContain('Only 10 calls remain above');
  });

  test('a correction of what was cleared says that nothing is left, and names no price', () => {
    const { text } = writeNotice('correction', findingFacts({ ...matter, before: reading, cleared: true }));
    expect(text).toContain('Before: 137, between June 1, 2026 and June 30, 2026, and so 17 calls above');
    expect(text).toContain('Your use is within what we agreed. There is nothing for you to do.');
    expect(text).not.toMatch(/€|Now: 137|hear from you/);
  });
});

describe('the questions asked', () => {
  const double = { code: 'possible-double' as const, count: 2, units: '1', words: '{person:a} may be one.' };
  const named = (words: string) => ({ words: words.replace('{person:a}', 'Ann7'), names: ['Ann7'] });

  test('are those of the latest verification, in the stored words where it asks the same', () => {
    const latest = (units: string) => ({
      passed: false,
      counts: 'agree' as const,
      reconciliation: 'agrees' as const,
      questions: [
        { code: 'possible-double' as const, count: 2, units },
        { code: 'vendor-mistake' as const, count: 1, units: '3' },
      ],
    });
    const asked = (units: string) =>
      questionsToAsk(latest(units), [double], named).map(({ code, words }) => [code, words]);
    expect(asked('1')).toEqual([['possible-double', 'Ann7 may be one.']]);
    expect(asked('2')).toEqual([['possible-double', null]]);
    expect(questionsToAsk(null, [double], named)).toHaveLength(1);
  });
});
