import { beforeAll, expect, test } from 'vitest';
import type { Clause, SignedAgreement } from '#business/agreements/agreement.ts';
import type { Customer } from '#business/customers/customer.ts';
import { readPositions, savePositions } from '#business/remediation/position.store.ts';
import type { Standing } from '#business/remediation/position.ts';
import { readUnmatched, saveUnmatched } from '#business/usage/unmatched.store.ts';
import { type Tx, withScope } from '#platform/database/scope.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';

/** Rows of eight columns beyond what one statement may have parameters for. */
const many = 9_000;
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
const inScope = <T>(work: (tx: Tx) => Promise<T>) =>
  withScope(db.app, { customers: ['acme'], actor: 'a' }, work);

test('a clause may have thousands of groups: each has its position', async () => {
  const signed = { id: 'AG-1', currency: 'EUR', renewsOn: '2027-01-01' } as SignedAgreement;
  const clause = {
    id: 'calls',
    product: 'beacon',
    plain: 'So many.',
    unitName: { one: 'call', many: 'calls' },
  } as Clause;
  const standings = Array.from({ length: many }, (_, n) => {
    const standing = {
      group: `["p${n}"]`,
      entitled: '100',
      used: `${n}`,
      balance: '0',
      status: n === 7 ? 'beyond' : 'within',
    };
    return { signed, clause, standing: { ...standing, atStake: null, finding: null } as unknown as Standing };
  });
  const rows = await inScope(async (tx) => {
    await savePositions(tx, { id: 'acme', name: 'Acme' } as Customer, { products: [] } as never, standings);
    return readPositions(tx, 'acme');
  });
  expect(rows).toHaveLength(many);
  expect(rows[0]).toMatchObject({
    group: '["p7"]',
    used: '7',
    status: 'beyond',
    currency: 'EUR',
    finding: null,
  });
});

test('thousands of features may belong to no product: each is listed', async () => {
  const use = Array.from({ length: 3 * many }, (_, n) => ({ source: 's', feature: `f${n}`, records: n + 1 }));
  const read = await inScope(async (tx) => {
    await saveUnmatched(tx, 'acme', use);
    return readUnmatched(tx, 'acme');
  });
  expect(read).toEqual(use.toReversed());
});
