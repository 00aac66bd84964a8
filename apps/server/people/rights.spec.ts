import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreement, catalog, customers } from '#apps/server/given/papers.ts';
import { event, type Running, running } from '#apps/server/given/running.ts';
import { at } from '#test/given.ts';

/** Rights from the file of an agreement to the page of a finding. */
let it: Running;
const rights = `
    rights:
      - { id: standby, freeUse: { attribute: environment, in: [dr] } }
      - { id: testing, freeUse: { attribute: environment, in: [test], upTo: 20 }, from: 2026-06-01 }`;
const grown = `variations:
  - id: EX-9
    clause: calls
    kind: permit
    from: 2026-11-15
    until: 2026-12-15
    decidedOn: 2026-11-15
    reason: They rehearse the move of their data center.
    right: { freeUse: { attribute: environment, in: [rehearsal] } }
`;

beforeAll(async () => {
  it = await running(at('2026-11-22T10:00:00Z'));
  await it.take('catalog', catalog());
  await it.take('customers', customers(['northwind']));
  await it.take('agreements', agreement('northwind', { clause: rights }));
  const call = (id: string, day: number, quantity: number, environment?: string) =>
    event(id, at(`2026-11-${String(day).padStart(2, '0')}`), quantity, environment ? { environment } : {});
  await it.tell(
    'northwind',
    call('a', 2, 90),
    call('b', 3, 50, 'dr'),
    call('c', 4, 40, 'test'),
    call('d', 16, 30, 'rehearsal'),
  );
});
afterAll(() => it?.stop());
const finding = async () => (await it.page('northwind')).findings[0]!;

test('what is free does not count, and stands beside the finding with its right', async () => {
  const { measured, notCounted, evidence, verification } = await finding();
  expect(measured).toBe('140');
  expect(verification.counts).toBe('agree');
  expect(notCounted).toEqual([
    { who: null, records: 1, words: 'call: Free by the right standby of the agreement.' },
  ]);
  expect(evidence.rows.map(({ contributes, counted }) => [contributes, counted])).toEqual([
    ['90', null],
    ['20', '20 of it are free by the right testing of the agreement.'],
    ['30', null],
  ]);
});

test('the page of the customer says which use counts', async () => {
  const { agreements } = await it.page('northwind');
  expect(agreements[0]!.clauses[0]!.rights).toEqual([
    'Use is free where environment is dr (standby)',
    'Up to 20 units are free where environment is test from June 1, 2026 (testing)',
  ]);
});

test('a permit that is recorded later frees more, and the finding is counted again', async () => {
  await it.take('agreements', agreement('northwind', { clause: rights, rest: grown }));
  await it.settle();
  const { measured, notCounted } = await finding();
  expect(measured).toBe('110');
  expect(notCounted.map(({ words }) => words).sort()).toEqual([
    'call: Free by the right EX-9 of the agreement.',
    'call: Free by the right standby of the agreement.',
  ]);
  const { agreements } = await it.page('northwind');
  expect(agreements[0]!.variations[0]!.words).toBe(
    'Use is free where environment is rehearsal through December 14, 2026',
  );
});
