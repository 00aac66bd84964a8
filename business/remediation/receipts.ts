import type { CalendarDate, Instant } from '#platform/instant.ts';
import type { Decider, Refusal } from '#platform/journal/decider.ts';
import { type ReceiptRefusal, receiptRefusals } from './receipts.refusals.ts';

/** Free text lives in an erasable document; here are its id and salted digest. */
export type ReceiptText = { readonly document: string; readonly digest: string };

/** That what was owed by a date came in. */
export type Receipt = {
  readonly id: string;
  readonly dueOn: CalendarDate;
  readonly receivedOn: CalendarDate;
  readonly by: string;
  readonly at: Instant;
  readonly undone: { readonly at: Instant; readonly by: string; readonly reason: ReceiptText } | null;
};

/** All receipts of one duty, taken back ones too. */
export type Receipts = { readonly receipts: readonly Receipt[] };

export type ReceiptCommand =
  | {
      readonly kind: 'receive';
      readonly id: string;
      readonly dueOn: CalendarDate;
      readonly receivedOn: CalendarDate;
      readonly today: CalendarDate;
      readonly by: string;
      readonly at: Instant;
    }
  | {
      readonly kind: 'undo';
      readonly id: string;
      readonly reason: ReceiptText;
      readonly by: string;
      readonly at: Instant;
    };

export type ReceiptEvent =
  | ({ readonly kind: 'received' } & Omit<Extract<ReceiptCommand, { kind: 'receive' }>, 'kind' | 'today'>)
  | ({ readonly kind: 'receiptUndone' } & Omit<Extract<ReceiptCommand, { kind: 'undo' }>, 'kind'>);

type Decision = { readonly events: readonly ReceiptEvent[] } | { readonly refused: Refusal<ReceiptRefusal> };

/** Returns the event a command leads to, or why it is refused: nothing comes in twice for one date, or tomorrow. */
export function decideReceipt(command: ReceiptCommand, { receipts }: Receipts): Decision {
  switch (command.kind) {
    case 'receive': {
      const { kind: _, today, ...received } = command;
      if (received.receivedOn > today) return refuse('receipt_in_future');
      if (receipts.some(({ dueOn, undone }) => dueOn === received.dueOn && undone === null))
        return refuse('receipt_there');
      return { events: [{ kind: 'received', ...received }] };
    }
    case 'undo': {
      const { kind: _, ...undone } = command;
      const known = receipts.find(({ id }) => id === command.id);
      if (!known || known.undone !== null) return refuse('receipt_unknown');
      return { events: [{ kind: 'receiptUndone', ...undone }] };
    }
  }
}

/** Returns the receipts of a duty after one event. */
export function evolveReceipts(state: Receipts, event: ReceiptEvent): Receipts {
  switch (event.kind) {
    case 'received': {
      const { id, dueOn, receivedOn, by, at } = event;
      return { receipts: [...state.receipts, { id, dueOn, receivedOn, by, at, undone: null }] };
    }
    case 'receiptUndone': {
      const undone = { at: event.at, by: event.by, reason: event.reason };
      return {
        receipts: state.receipts.map((receipt) =>
          receipt.id === event.id ? { ...receipt, undone } : receipt,
        ),
      };
    }
  }
}

/** The lifecycle of the receipts of one duty. */
export const receiptsDecider: Decider<Receipts, ReceiptCommand, ReceiptEvent, ReceiptRefusal> = {
  initial: { receipts: [] },
  decide: decideReceipt,
  evolve: evolveReceipts,
};

function refuse(code: ReceiptRefusal): Decision {
  return { refused: { code, words: receiptRefusals[code] } };
}
