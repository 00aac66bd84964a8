import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defects } from './defects.ts';
import { differences } from './differences.ts';
import { surfaceCase } from './surfaceCase.ts';
import { surfacesOf } from './surfaces.ts';

/** A small share; `npm run soak -- surfaces` tries ten thousand. */
const cases = fc
  .sample(surfaceCase, { numRuns: 70, seed: 2026 })
  .map((given) => ({ given, surfaces: surfacesOf(given) }));

test('whatever was signed and used: the portal, detection, the API and the command line say the same', () => {
  for (const { given, surfaces } of cases)
    expect(differences(surfaces, given.clause, given.asOf)).toEqual([]);
});

test('the cases hold what may go wrong: doubts, groups, grants, tolerances, several windows', () => {
  const uses = cases.flatMap(({ surfaces }) => surfaces.portal.clause.uses);
  const statuses = new Set(uses.map(({ status }) => status));
  const doubts = new Set(uses.flatMap(({ why }) => why?.code ?? []));
  expect([...statuses].sort()).toEqual(
    expect.arrayContaining(['above', 'at-limit', 'cannot-tell', 'within']),
  );
  expect([...doubts].sort()).toEqual(
    expect.arrayContaining(['no-data', 'not-begun', 'records-differ', 'still-open']),
  );
  expect(cases.some(({ surfaces }) => surfaces.portal.lines.size > 1)).toBe(true);
});

test.each(defects)('a planted defect is seen: $name', ({ plant }) => {
  const seen = cases.some(({ given, surfaces }) => {
    const planted = { ...surfaces, portal: plant(surfaces.portal) };
    return differences(planted, given.clause, given.asOf).length > 0;
  });
  expect(seen).toBe(true);
});
