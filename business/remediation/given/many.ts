import type { Clause, SignedAgreement } from '#business/agreements/agreement.ts';
import type { Catalog } from '#business/catalog/priceBook.ts';
import { saveCustomer } from '#business/customers/customer.store.ts';
import type { Customer } from '#business/customers/customer.ts';
import { savePositions } from '#business/remediation/position.store.ts';
import type { Standing } from '#business/remediation/position.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { CalendarDate, Instant } from '#platform/instant.ts';

const writtenAt = 1_790_000_000_000_000 as Instant;
const segments = ['manufacturing', 'research', 'retail, EU', 'public'];
const sizes = ['small', 'medium', 'large'] as const;
const currencies = ['EUR', 'USD', 'SEK'];
const statuses = ['beyond', 'near', 'within', 'covered', 'cannot-tell'] as const;
const products = ['atlas', 'beacon', 'forge'];

/** Returns the id of the customer with this number: `c-00042`. */
export function customerId(n: number): string {
  return `c-${String(n).padStart(5, '0')}`;
}

/** Returns the customer with this number; everything about it follows from the number. */
export function customerOf(n: number): Customer {
  return {
    id: customerId(n),
    name: `${['Élan', 'Northwind', 'Kestrel', 'sato', 'Harbor'][n % 5]} ${n} Works`,
    size: sizes[n % 3],
    segment: segments[n % 4],
    owner: { name: 'Sam Ortiz', email: `owner${n % 7}@vendor.example`, role: 'License manager' },
  } as Customer;
}

/** Returns where that customer stands on its clause number `k`: a third of what is beyond has no price. */
function standingOf(n: number, k: number): Standing {
  const seed = (n * 31 + k * 17) % 97;
  const status = statuses[seed % 5]!;
  const beyond = status === 'beyond';
  const total = `${(seed * 13) % 5000}.${String((n * 7) % 100).padStart(2, '0')}`;
  return {
    group: '[]',
    entitled: '100',
    used: beyond ? String(100 + seed) : String(seed),
    balance: beyond ? String(-seed) : String(100 - seed),
    status,
    atStake: beyond && seed % 3 > 0 ? ({ total } as Standing['atStake']) : null,
    finding: beyond ? `F-${n}-${k}` : null,
    period: {
      from: 1_790_000_000_000_000 as Instant,
      until: 1_792_000_000_000_000 as Instant,
      open: false,
      peak: beyond,
    },
  };
}

/** Writes the positions of the customers from `from` up to, not including, `until`, so many clauses each. */
export async function writePositions(tx: Tx, from: number, until: number, clauses = 3): Promise<void> {
  const catalog = {
    products: products.map((id) => ({ id, name: `${id} suite`, editions: [] })),
  } as unknown as Catalog;
  for (let n = from; n < until; n += 1) {
    const signed = {
      id: `AG-${n}`,
      currency: currencies[n % 3]!,
      zone: 'UTC',
      renewsOn: `2027-${String((n % 12) + 1).padStart(2, '0')}-01` as CalendarDate,
    } as SignedAgreement;
    const standings = Array.from({ length: clauses }, (_, k) => ({
      signed,
      clause: {
        id: `clause-${k}`,
        product: products[(n + k) % 3]!,
        plain: `Up to 100 of number ${k} in a month.`,
        unitName: { one: 'seat', many: 'seats' },
      } as Clause,
      standing: standingOf(n, k),
    }));
    await saveCustomer(tx, customerOf(n), writtenAt);
    await savePositions(tx, customerOf(n), catalog, standings);
  }
}
