import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '#platform/instant.ts';
import { fold } from '#platform/journal/decider.ts';
import { aClause, at } from '#test/given.ts';
import { commandOfAgreed, commandOfSettled } from './orderLinesOf.ts';
import { decideQuote, quoteDecider } from './quote.decide.ts';
import type { Quote, QuoteCommand, QuoteEvent } from './quote.ts';

const now = at('2026-06-10T09:00:00Z');
const day = (text: string) => text as CalendarDate;
const told = { document: 'd', digest: 'x' };
const quote: Quote = {
  id: 'Q-northwind-1',
  customer: 'northwind',
  agreement: 'AG-1',
  clause: 'seats',
  product: 'atlas',
  unitName: { one: 'seat', many: 'seats' },
  price: 'atlas-seat',
  zone: 'UTC',
  finding: 'F-1',
  units: '20',
  from: at('2026-05-01'),
  until: at('2027-01-01'),
  priced: { currency: 'EUR', lines: [], total: '1342.47' },
  release: { from: at('2026-03-01'), until: at('2026-05-01'), units: '12' },
  validUntil: day('2026-06-30'),
};
const quoted: QuoteEvent = { kind: 'quoted', quote, digest: 'abc', at: now };
const agree: QuoteCommand & { kind: 'agree' } = {
  kind: 'agree',
  digest: 'abc',
  on: day('2026-06-09'),
  today: day('2026-06-10'),
  by: told,
  at: now,
};
const agreed: QuoteEvent = { kind: 'agreed', digest: 'abc', on: day('2026-06-09'), by: told, at: now };
const bill: QuoteCommand = { kind: 'bill', port: 'csv', reference: 'quotes-2026-06.csv', at: now };
const billed: QuoteEvent = { ...bill, kind: 'billed' };
const settle = (amount: string, currency = 'EUR'): QuoteCommand => ({
  kind: 'settle',
  payment: { invoice: 'IN-7', amount, on: day('2026-06-20') },
  currency,
  at: now,
});
const withdraw: QuoteCommand = { kind: 'withdraw', reason: told, at: now };
const settled: QuoteEvent = {
  kind: 'settled',
  payment: { invoice: 'IN-7', amount: '1342.47', on: day('2026-06-20') },
  at: now,
};

/** given events, when a command, then this event or this refusal. */
function check(given: readonly QuoteEvent[], when: QuoteCommand, then: string): void {
  const decided = decideQuote(when, fold(quoteDecider, given));
  expect('refused' in decided ? decided.refused.code : decided.events[0]?.kind).toBe(then);
}

describe('a quote', () => {
  test('is agreed as it was seen, while it is valid, on a day that has come', () => {
    check([quoted], agree, 'agreed');
    check([quoted], { ...agree, digest: 'other' }, 'quote_changed');
    check([quoted], { ...agree, on: day('2026-06-11') }, 'agreed_in_future');
    check([quoted], { ...agree, on: day('2026-07-01'), today: day('2026-07-01') }, 'quote_expired');
    check([quoted], { ...agree, on: day('2026-06-30'), today: day('2026-07-03') }, 'agreed');
  });

  test('is billed only when agreed, and once', () => {
    check([quoted], bill, 'not_possible_now');
    check([quoted, agreed], bill, 'billed');
    check([quoted, agreed, billed], bill, 'not_possible_now');
  });

  test('is settled by an invoice over exactly what was agreed', () => {
    const given = [quoted, agreed, billed];
    check(given, settle('1342.47'), 'settled');
    check(given, settle('1342.470'), 'settled');
    check(given, settle('1342.48'), 'amount_differs');
    check(given, settle('1342.47', 'USD'), 'currency_differs');
    check([quoted, agreed], settle('1342.47'), 'not_possible_now');
    check([...given, settled], settle('1342.47'), 'not_possible_now');
  });

  test('is withdrawn before it is agreed, not after', () => {
    check([quoted], withdraw, 'withdrawn');
    check([quoted, agreed], withdraw, 'not_possible_now');
    check([quoted, { ...withdraw, kind: 'withdrawn' }], agree, 'not_possible_now');
  });
});

describe('what was agreed counts by the agreement', () => {
  const moment = { on: day('2026-06-09'), now };
  const fixed = aClause({ baseLimit: '100' });

  test('the units paid for, for the time paid for', () => {
    expect(commandOfAgreed(quote, aClause({ baseLimit: null }), moment)).toMatchObject({
      kind: 'amend',
      amendment: {
        id: 'Q-northwind-1-units',
        signedOn: '2026-06-09',
        from: quote.from,
        changes: [
          { kind: 'addOrderLine', orderLine: { quantity: '20', from: quote.from, until: quote.until } },
        ],
      },
    });
  });

  test('the past that is settled with it, exactly as long as it was', () => {
    const { release } = quote;
    expect(commandOfSettled(quote, aClause({ baseLimit: null }), moment)).toMatchObject({
      amendment: {
        id: 'Q-northwind-1-past',
        changes: [{ orderLine: { quantity: '12', from: release!.from, until: release!.until } }],
      },
    });
    expect(commandOfSettled({ ...quote, release: null }, fixed, moment)).toBeNull();
  });

  test('beside a fixed limit by a permit, which names the past it covers', () => {
    expect(commandOfAgreed(quote, fixed, moment)).toMatchObject({
      kind: 'vary',
      variation: {
        ...{ id: 'Q-northwind-1-units', from: quote.from, until: quote.until },
        change: { kind: 'add', quantity: '20' },
        releasesPast: { from: quote.from, until: now },
      },
    });
    expect(commandOfSettled(quote, fixed, moment)).toMatchObject({
      variation: { releasesPast: { from: quote.release!.from, until: quote.release!.until } },
    });
  });
});
