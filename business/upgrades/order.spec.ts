import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { can } from './order.can.ts';
import { decideOrder, evolveOrder } from './order.decide.ts';
import {
  differences,
  type Order,
  type OrderCommand,
  type OrderEvent,
  type OrderState,
  type Seen,
} from './order.ts';

const now = at('2026-06-01');
const seen = (differs: Partial<Seen> = {}): Seen => ({
  units: '10',
  edition: null,
  limit: '100',
  limitAfter: '110',
  firstDay: '2026-06-01' as CalendarDate,
  until: '2027-01-01' as CalendarDate,
  currency: 'EUR',
  total: '2140.00',
  price: 'call PB-26 2026-01-01',
  fit: 'enough',
  above: 0,
  atOnce: true,
  ...differs,
});
const order = (differs: Partial<Seen> = {}): Order => ({
  id: 'O-northwind-1',
  customer: 'northwind',
  agreement: 'AG-1',
  clause: 'calls',
  product: 'atlas',
  unitName: { one: 'call', many: 'calls' },
  zone: 'UTC',
  seen: seen(differs),
  policy: { version: 1, row: 1 },
  by: 'account-1',
});
const made = (differs: Partial<Seen> = {}) => ({ order: order(differs), digest: 'd', note: null, at: now });
const commands: Record<OrderCommand['kind'], OrderCommand> = {
  prepare: { kind: 'prepare', ...made() },
  request: { kind: 'request', ...made() },
  place: { kind: 'place', quote: 'Q-1', ...made() },
  quote: { kind: 'quote', quote: 'Q-1', at: now },
  agree: { kind: 'agree', at: now },
  carryOut: { kind: 'carryOut', at: now },
  decline: { kind: 'decline', side: 'vendor', reason: null, at: now },
  withdraw: { kind: 'withdraw', side: 'customer', reason: null, at: now },
};
const none: OrderState = { status: 'none' };
const led = (...kinds: readonly OrderCommand['kind'][]): OrderState =>
  kinds.reduce<OrderState>((state, kind) => {
    const decided = decideOrder(commands[kind], state);
    if ('refused' in decided) throw new Error(decided.refused.words);
    return decided.events.reduce<OrderState>(evolveOrder, state);
  }, none);
const states: Record<OrderState['status'], OrderState> = {
  none,
  prepared: led('prepare'),
  requested: led('request'),
  quoted: led('request', 'quote'),
  agreed: led('request', 'quote', 'agree'),
  declined: led('request', 'decline'),
  withdrawn: led('request', 'withdraw'),
};

describe('an order', () => {
  test.each(Object.entries(states))('is %s after the commands that lead there', (status, state) => {
    expect(state.status).toBe(status);
  });

  const kinds = Object.keys(commands) as OrderCommand['kind'][];
  test.each(kinds)('%s is decided as the table says, in every state', (kind) => {
    for (const [status, state] of Object.entries(states)) {
      const decided = decideOrder(commands[kind], state);
      const possible = can[kind][status as OrderState['status']];
      if (possible === true) expect(decided).toHaveProperty('events');
      else expect(decided).toEqual({ refused: { code: 'not_possible_now', words: possible } });
    }
  });

  test('that is placed at once is agreed, with its quote', () => {
    expect(led('place')).toMatchObject({ status: 'agreed', quote: 'Q-1', agreedAt: now });
    expect(led('prepare', 'place')).toMatchObject({ status: 'agreed', quote: 'Q-1', madeAt: now });
  });

  test('is not placed at once where what was seen did not say so', () => {
    const command: OrderCommand = { kind: 'place', quote: 'Q-1', ...made({ atOnce: false }) };
    expect(decideOrder(command, none)).toMatchObject({ refused: { code: 'order_not_at_once' } });
  });

  test('of nothing is refused', () => {
    expect(decideOrder({ kind: 'request', ...made({ units: '0' }) }, none)).toMatchObject({
      refused: { code: 'order_nothing' },
    });
  });

  test('of another edition is carried out by hand, and not quoted', () => {
    const asked: OrderEvent = { kind: 'requested', ...made({ units: '0', edition: 'business' }) };
    const state = evolveOrder(none, asked);
    expect(decideOrder(commands.quote, state)).toMatchObject({ refused: { code: 'order_not_by_units' } });
    expect(decideOrder(commands.carryOut, state)).toEqual({ events: [{ kind: 'carriedOut', at: now }] });
  });
});

describe('what differs from what was seen', () => {
  test.each([
    [{}, []],
    [{ total: '2141.00' }, ['price']],
    [{ price: 'call PB-27 2026-06-01' }, ['price']],
    [{ limit: '110', limitAfter: '120' }, ['terms']],
    [{ firstDay: '2026-06-02' as CalendarDate, total: '2130.00' }, ['day', 'price']],
    [{ fit: 'short' as const }, ['use']],
    [{ above: 1 }, ['use']],
    [{ atOnce: false }, ['policy']],
  ])('%j is told as %j', (differs, told) => {
    expect(differences(seen(), seen(differs))).toEqual(told);
  });
});
