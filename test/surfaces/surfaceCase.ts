import fc from 'fast-check';
import type { Agreement, Clause } from '#business/agreements/agreement.ts';
import { anyCase } from '#business/findings/given/cases.ts';
import type { Case } from '#business/findings/given/examined.ts';
import { day, hour } from '#platform/instant.ts';

/** What an agreement may say besides: how much above is still kept to, for how long, and how late records may come. */
const manners = fc.record({
  tolerance: fc.constantFrom(
    { kind: 'units' as const, value: '0' },
    { kind: 'units' as const, value: '1' },
    { kind: 'percent' as const, value: '12.5' },
  ),
  sustain: fc.constantFrom<Clause['sustain']>(
    { kind: 'windows', count: 1 },
    { kind: 'windows', count: 1 },
    { kind: 'windows', count: 2 },
    { kind: 'duration', microseconds: 6 * hour },
  ),
  lateness: fc.constantFrom(0, 0, 2 * day),
});

/** Any clause with permits and use of all kinds, in any manner, looked at at some moment. */
export const surfaceCase: fc.Arbitrary<Case & { readonly clause: Clause }> = fc
  .tuple(anyCase, manners)
  .map(([given, { tolerance, sustain, lateness }]) => {
    const { clause: plain, agreement } = given;
    const fits =
      plain.measure.window.unit === 'instant' ? sustain.kind === 'duration' : sustain.kind === 'windows';
    const own = { lateness, ...(fits ? { sustain } : {}) };
    const clause: Clause = plain.kind === 'capacity' ? { ...plain, ...own, tolerance } : { ...plain, ...own };
    return { ...given, clause, agreement: withClause(agreement, clause) };
  });

function withClause(agreement: Agreement, clause: Clause): Agreement {
  const texts = agreement.texts.map((text) => ({ ...text, signed: { ...text.signed, clauses: [clause] } }));
  return { ...agreement, texts };
}
