import type { Priced } from '#business/catalog/priced.ts';
import type { CalendarDate, Instant } from '#platform/instant.ts';

/** Free text or a person's name lives in an erasable document; here are its id and salted digest. */
export type Told = { readonly document: string; readonly digest: string };

/** Use beyond a clause before what is paid for: so many units more were allowed then, and nothing is charged for it. */
export type Release = { readonly from: Instant; readonly until: Instant; readonly units: string };

/** What is offered: so many units of a clause for a time, at a price that adds up. All of it is material. */
export type Quote = {
  readonly id: string;
  readonly customer: string;
  readonly agreement: string;
  readonly clause: string;
  readonly product: string;
  /** What one unit is called. */
  readonly unitName: { readonly one: string; readonly many: string };
  /** The price component it is priced by. */
  readonly price: string;
  /** Of the agreement; its days are the quote's. */
  readonly zone: string;
  /** The finding it settles; `null` for more units before a limit is reached. */
  readonly finding: string | null;
  /** Whole units, a decimal. */
  readonly units: string;
  /** What is paid for: from its first instant up to, not including, `until`. */
  readonly from: Instant;
  readonly until: Instant;
  readonly priced: Priced;
  /** The past that is settled with it, where its windows lie before what is paid for. */
  readonly release: Release | null;
  /** The last day on which it may be agreed. */
  readonly validUntil: CalendarDate;
};

/** How a quote was given over to whoever invoices it. */
export type Billing = {
  readonly port: 'csv' | 'stripe';
  /** Under which the other side knows it: an invoice, a file. */
  readonly reference: string;
  readonly at: Instant;
};

/** What was invoiced in the end. */
export type Payment = { readonly invoice: string; readonly amount: string; readonly on: CalendarDate };

/**
 * Where a quote stands: `quoted` (offered), `agreed` (both sides said yes to exactly this), `billed` (given over to
 * billing), `settled` (invoiced as agreed, and past use released), `withdrawn`.
 */
export type QuoteState =
  | { readonly status: 'none' }
  | {
      readonly status: 'quoted' | 'agreed' | 'billed' | 'settled' | 'withdrawn';
      readonly quote: Quote;
      /** Over canonical JSON of the quote: what was agreed is bound to it. */
      readonly digest: string;
      readonly quotedAt: Instant;
      readonly agreed: { readonly at: Instant; readonly on: CalendarDate; readonly by: Told } | null;
      readonly billing: Billing | null;
      readonly payment: Payment | null;
      readonly withdrawn: { readonly at: Instant; readonly reason: Told } | null;
    };

export type QuoteCommand = { readonly at: Instant } & (
  | { readonly kind: 'quote'; readonly quote: Quote; readonly digest: string }
  | {
      readonly kind: 'agree';
      /** Of what the person saw who agreed. */
      readonly digest: string;
      readonly on: CalendarDate;
      readonly today: CalendarDate;
      readonly by: Told;
    }
  | { readonly kind: 'bill'; readonly port: Billing['port']; readonly reference: string }
  | { readonly kind: 'settle'; readonly payment: Payment; readonly currency: string }
  | { readonly kind: 'withdraw'; readonly reason: Told }
);

type Of<K extends QuoteCommand['kind']> = Omit<Extract<QuoteCommand, { kind: K }>, 'kind'>;

export type QuoteEvent =
  | ({ readonly kind: 'quoted' } & Of<'quote'>)
  | ({ readonly kind: 'agreed' } & Omit<Of<'agree'>, 'today'>)
  | ({ readonly kind: 'billed' } & Of<'bill'>)
  | ({ readonly kind: 'settled' } & Omit<Of<'settle'>, 'currency'>)
  | ({ readonly kind: 'withdrawn' } & Of<'withdraw'>);
