import type { Instant } from '#platform/instant.ts';
import type { Agreement, Clause } from './agreement.ts';
import { knownAgreement } from './knownAgreement.ts';
import { spanInForce } from './operands.ts';
import type { Right } from './right.ts';

/** Returns the rights of a clause as known at `knownAt`: those signed with it, and those that permits brought. */
export function rightsOf(agreement: Agreement, clause: Clause, knownAt: Instant): readonly Right[] {
  const known = knownAgreement(agreement, knownAt);
  const granted = (known?.variations ?? []).flatMap((variation) => {
    if (variation.kind !== 'permit' || variation.clause !== clause.id || variation.change.kind !== 'right')
      return [];
    const { rule } = variation.change;
    return spanInForce(variation).map((span) => ({ id: variation.id, rule, ...span }));
  });
  return [...(clause.rights ?? []), ...granted];
}
