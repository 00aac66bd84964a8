import type { Decider, Refusal } from '#platform/journal/decider.ts';
import { can } from './order.can.ts';
import { type OrderRefusal, orderRefusals } from './order.refusals.ts';
import type { KnownOrder, OrderCommand, OrderEvent, OrderState } from './order.ts';

type Decision = { readonly events: readonly OrderEvent[] } | { readonly refused: Refusal<OrderRefusal> };

/** Returns the event a command leads to, or why it is refused. Only units are quoted; an edition is carried out by hand. */
export function decideOrder(command: OrderCommand, state: OrderState): Decision {
  const possible = can[command.kind][state.status];
  if (possible !== true) return refuse('not_possible_now', possible);
  switch (command.kind) {
    case 'prepare':
      return changesNothing(command) ?? { events: [{ ...command, kind: 'prepared' }] };
    case 'request':
      return changesNothing(command) ?? { events: [{ ...command, kind: 'requested' }] };
    case 'place':
      if (!command.order.seen.atOnce) return refuse('order_not_at_once');
      return changesNothing(command) ?? { events: [{ ...command, kind: 'placed' }] };
    case 'quote':
      if (editionOf(state) !== null) return refuse('order_not_by_units');
      return { events: [{ ...command, kind: 'quoted' }] };
    case 'agree':
      return { events: [{ kind: 'agreed', at: command.at }] };
    case 'carryOut':
      return { events: [{ kind: 'carriedOut', at: command.at }] };
    case 'decline':
      return { events: [{ ...command, kind: 'declined' }] };
    case 'withdraw':
      return { events: [{ ...command, kind: 'withdrawn' }] };
  }
}

function changesNothing({ order: { seen } }: Extract<OrderCommand, { order: object }>): Decision | undefined {
  return seen.units === '0' && seen.edition === null ? refuse('order_nothing') : undefined;
}

function editionOf(state: OrderState): string | null {
  return state.status === 'none' ? null : state.order.seen.edition;
}

function refuse(code: OrderRefusal, words: string = orderRefusals[code]): Decision {
  return { refused: { code, words } };
}

/** Returns an order after one event. */
export function evolveOrder(state: OrderState, event: OrderEvent): OrderState {
  switch (event.kind) {
    case 'prepared':
    case 'requested':
    case 'placed': {
      const { order, digest, note, at } = event;
      const made = { order, digest, note, madeAt: state.status === 'none' ? at : state.madeAt, ended: null };
      if (event.kind !== 'placed') return { ...made, status: event.kind, quote: null, agreedAt: null };
      return { ...made, status: 'agreed', quote: event.quote, agreedAt: at };
    }
    case 'quoted':
      return known(state, (order) => ({ ...order, status: 'quoted', quote: event.quote }));
    case 'agreed':
    case 'carriedOut':
      return known(state, (order) => ({ ...order, status: 'agreed', agreedAt: event.at }));
    case 'declined':
    case 'withdrawn': {
      const { kind: status, at, side, reason } = event;
      return known(state, (order) => ({ ...order, status, ended: { at, side, reason } }));
    }
  }
}

function known(state: OrderState, next: (order: KnownOrder) => KnownOrder): OrderState {
  return state.status === 'none' ? state : next(state);
}

/** The lifecycle of one order. */
export const orderDecider: Decider<OrderState, OrderCommand, OrderEvent, OrderRefusal> = {
  initial: { status: 'none' },
  decide: decideOrder,
  evolve: evolveOrder,
};
