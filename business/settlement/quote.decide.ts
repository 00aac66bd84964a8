import { exact } from '#platform/exact.ts';
import type { Decider, Refusal } from '#platform/journal/decider.ts';
import { can } from './quote.can.ts';
import { type QuoteRefusal, quoteRefusals } from './quote.refusals.ts';
import type { QuoteCommand, QuoteEvent, QuoteState } from './quote.ts';

type Decision = { readonly events: readonly QuoteEvent[] } | { readonly refused: Refusal<QuoteRefusal> };

/**
 * Returns the event a command leads to, or why it is refused. What is agreed is bound to the digest of what was seen,
 * and what is settled to the amount that was agreed, to the last digit.
 */
export function decideQuote(command: QuoteCommand, state: QuoteState): Decision {
  const possible = can[command.kind][state.status];
  if (possible !== true) return refuse('not_possible_now', possible);
  if (command.kind === 'quote') return { events: [{ ...command, kind: 'quoted' }] };
  if (state.status === 'none') throw new Error('refused above');
  switch (command.kind) {
    case 'agree': {
      const { today, ...agreed } = command;
      if (command.digest !== state.digest) return refuse('quote_changed');
      if (command.on > today) return refuse('agreed_in_future');
      if (command.on > state.quote.validUntil) return refuse('quote_expired');
      return { events: [{ ...agreed, kind: 'agreed' }] };
    }
    case 'bill':
      return { events: [{ ...command, kind: 'billed' }] };
    case 'settle': {
      const { currency, ...settled } = command;
      const { priced } = state.quote;
      if (currency !== priced.currency) return refuse('currency_differs');
      if (!exact(command.payment.amount).equals(exact(priced.total))) return refuse('amount_differs');
      return { events: [{ ...settled, kind: 'settled' }] };
    }
    case 'withdraw':
      return { events: [{ ...command, kind: 'withdrawn' }] };
  }
}

function refuse(code: QuoteRefusal, words: string = quoteRefusals[code]): Decision {
  return { refused: { code, words } };
}

/** Returns a quote after one event. */
export function evolveQuote(state: QuoteState, event: QuoteEvent): QuoteState {
  if (event.kind === 'quoted') {
    const { quote, digest, at } = event;
    const rest = { agreed: null, billing: null, payment: null, withdrawn: null };
    return { status: 'quoted', quote, digest, quotedAt: at, ...rest };
  }
  if (state.status === 'none') return state;
  switch (event.kind) {
    case 'agreed':
      return { ...state, status: 'agreed', agreed: { at: event.at, on: event.on, by: event.by } };
    case 'billed': {
      const { port, reference, at } = event;
      return { ...state, status: 'billed', billing: { port, reference, at } };
    }
    case 'settled':
      return { ...state, status: 'settled', payment: event.payment };
    case 'withdrawn':
      return { ...state, status: 'withdrawn', withdrawn: { at: event.at, reason: event.reason } };
  }
}

/** The lifecycle of one quote. */
export const quoteDecider: Decider<QuoteState, QuoteCommand, QuoteEvent, QuoteRefusal> = {
  initial: { status: 'none' },
  decide: decideQuote,
  evolve: evolveQuote,
};
