import { type Exact, exact, grouped, lesser, sum, zero } from '#platform/exact.ts';
import { timeOf } from './adjustments.ts';
import { close, type Item, itemsOf } from './lines.ts';
import { unitPrice } from './money.ts';
import { priceOf } from './price.ts';
import type { Commitment, PriceComponent } from './priceBook.ts';
import type { Priced } from './priced.ts';
import type { Span } from './span.ts';

/** So many units of a component, used in the span. */
export type Used = { readonly component: PriceComponent; readonly quantity: Exact };

/**
 * Returns what the use of several components costs under a commitment over a span: in the commitment's order of them
 * their prices use it up; what goes beyond costs `overage` times as much; what is left of it is owed as a line of its
 * own. So the total is never below the commitment. `used` names components of the commitment, each at most once (else a
 * bug); one that is not named was not used. A discounted component uses the commitment up at its discounted price.
 */
export function underCommitment(commitment: Commitment, used: readonly Used[], span: Span): Priced {
  const { currency } = span;
  const time = timeOf({ per: commitment.per }, span);
  let left = exact(commitment.amount).mul(time.periods);
  const items = inOrder(commitment, used).flatMap(({ component, quantity }) => {
    const own = itemsOf(priceOf(component, quantity, span));
    const price = sum(own.map(({ amount }) => amount));
    const within = lesser(left, price);
    left = left.sub(within);
    const lines = allocated(own, { price, within, commitment, currency });
    return lines.map((line) => ({ ...line, component: component.id }));
  });
  return close(currency, left.compare(zero) === 0 ? items : [...items, owed(commitment, left, span, time)]);
}

type Allocation = {
  readonly price: Exact;
  readonly within: Exact;
  readonly commitment: Commitment;
  readonly currency: string;
};

/** A component wholly within the commitment keeps its lines; beyond it each is multiplied; else there is one for each part. */
function allocated(own: readonly Item[], { price, within, commitment, currency }: Allocation): Item[] {
  const beyond = price.sub(within);
  const factor = exact(commitment.overage);
  const times = ` × ${grouped(factor)} beyond the commitment`;
  if (beyond.compare(zero) === 0) return [...own];
  if (within.compare(zero) === 0)
    return own.map((item) => ({
      ...item,
      kind: 'overage',
      label: `${item.label}${times}`,
      amount: item.amount.mul(factor),
    }));
  const all = own.map(({ label }) => label).join(', ');
  const of = own.length > 1 ? `(${all})` : all;
  const part = { quantity: null, unitPrice: null, share: own.flatMap(({ share }) => share) };
  return [
    {
      ...part,
      kind: 'charge',
      label: `${unitPrice(within, currency)} of ${of} within the commitment`,
      amount: within,
    },
    {
      ...part,
      kind: 'overage',
      label: `${unitPrice(beyond, currency)} of ${of}${times}`,
      amount: beyond.mul(factor),
    },
  ];
}

function owed({ name, amount }: Commitment, left: Exact, span: Span, time: ReturnType<typeof timeOf>): Item {
  const whole = `${unitPrice(exact(amount), span.currency)}${time.words}`;
  return {
    kind: 'minimum',
    label: `what is not used of ${whole} (${name})`,
    quantity: null,
    unitPrice: null,
    share: time.share,
    amount: left,
  };
}

/** In the order of the commitment, whatever the order of use. */
function inOrder({ id, components }: Commitment, used: readonly Used[]): Used[] {
  const places = used.map(({ component }) => components.indexOf(component.id));
  if (places.includes(-1) || new Set(places).size < places.length)
    throw new Error(`not the components of the commitment ${id}, each once`);
  return used.toSorted((a, b) => components.indexOf(a.component.id) - components.indexOf(b.component.id));
}
