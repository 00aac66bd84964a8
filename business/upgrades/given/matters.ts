import type { CapacityClause } from '#business/agreements/agreement.ts';
import { date, each, priceBy } from '#business/catalog/given/prices.ts';
import type { Catalog, PriceComponent, PriceModel } from '#business/catalog/priceBook.ts';
import type { JudgedWindow } from '#business/findings/finding.ts';
import { day, type Instant } from '#platform/instant.ts';
import { aClause, anAgreement, at, known } from '#test/given.ts';
import type { Matter } from '../matter.ts';

/** Windows of a day each from the first of 2026 on, by their values. */
export function days(...values: readonly number[]): JudgedWindow[] {
  return values.map((value, i) => {
    const from = (at('2026-01-01') + i * day) as Instant;
    return {
      from,
      until: (from + day) as Instant,
      value: String(value),
      limit: '100',
      excess: String(Math.max(0, value - 100)),
      provenance: [],
      open: false,
      range: { low: String(value), high: String(value) },
    };
  });
}

/** The same, where the limit has grown by so many units with another clause. */
export function grown(by: string, ...values: readonly number[]): JudgedWindow[] {
  return days(...values).map((window) => {
    const { from, until } = window;
    const provenance = [{ kind: 'allowance' as const, of: 'other', value: by, from, until, counts: true }];
    return { ...window, limit: String(100 + Number(by)), excess: '0', provenance };
  });
}

/** A catalog of one book from 2026 on with these prices. */
export function sold(...components: readonly PriceComponent[]): Catalog {
  return {
    products: [
      {
        id: 'atlas',
        name: 'Atlas',
        editions: [
          { id: 'team', name: 'Team' },
          { id: 'business', name: 'Business' },
        ],
      },
    ],
    features: [],
    priceBooks: [{ id: 'PB-26', currency: 'EUR', from: date('2026-01-01'), until: null, components }],
  };
}

/** The price of a call in the edition Team. */
export const call = (model: PriceModel = each('365'), differs: Partial<PriceComponent> = {}) =>
  priceBy(model, 'year', {
    id: 'call',
    product: 'atlas',
    edition: 'team',
    unitName: { one: 'call', many: 'calls' },
    ...differs,
  });

/** One clause of a hundred calls at a time, used as `values` say, looked at on the day behind the last of them. */
export function aMatter(
  values: readonly number[],
  { catalog = sold(call()), clause = {} }: { catalog?: Catalog; clause?: Partial<CapacityClause> } = {},
): Matter {
  const own = aClause({ price: 'call', ...clause });
  const signed = anAgreement({ clauses: [own] });
  const now = (at('2026-01-01') + values.length * day) as Instant;
  return {
    agreement: known(signed),
    signed,
    clause: own,
    catalog,
    groups: new Map([['[]', days(...values)]]),
    now,
  };
}
