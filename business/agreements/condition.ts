import { type Exact, exact, grouped } from '#platform/exact.ts';

/** A stated fact of the customer itself (its employees, its revenue) beside a number. */
export type Threshold = {
  /** The feature under which the fact is stated, as a level that stands until the next statement. */
  readonly fact: string;
  readonly is: 'atLeast' | 'above' | 'atMost' | 'below';
  readonly value: string;
};

/** When a clause binds: where any, or all, of the thresholds are met. */
export type Condition = { readonly kind: 'any' | 'all'; readonly of: readonly Threshold[] };

/** Whether something is so, as far as is known. */
export type Known = 'yes' | 'no' | 'unknown';

/**
 * Returns whether a condition holds for stated facts, by fact: what each source states. A threshold is met where all
 * sources' statements meet it, not met where none does; without a statement, or where sources fall on both sides, it is
 * unknown. Of `any` one that is met decides, of `all` one that is not; else one that is unknown leaves all unknown.
 */
export function conditionHolds(
  { kind, of }: Condition,
  stated: ReadonlyMap<string, readonly Exact[]>,
): Known {
  const known = of.map((threshold) => thresholdMet(threshold, stated.get(threshold.fact) ?? []));
  const deciding = kind === 'any' ? 'yes' : 'no';
  if (known.includes(deciding)) return deciding;
  if (known.includes('unknown')) return 'unknown';
  return kind === 'any' ? 'no' : 'yes';
}

function thresholdMet({ is, value }: Threshold, stated: readonly Exact[]): Known {
  const met = stated.map((amount) => compared(amount.compare(exact(value)), is));
  if (met.length === 0 || (met.includes(true) && met.includes(false))) return 'unknown';
  return met[0] ? 'yes' : 'no';
}

function compared(order: number, is: Threshold['is']): boolean {
  switch (is) {
    case 'atLeast':
      return order >= 0;
    case 'above':
      return order > 0;
    case 'atMost':
      return order <= 0;
    case 'below':
      return order < 0;
  }
}

const operatorWords: Record<Threshold['is'], string> = {
  atLeast: 'is at least',
  above: 'is above',
  atMost: 'is at most',
  below: 'is below',
};

/** Returns a condition in plain words: `employees is at least 250 or revenue is at least 10,000,000`. */
export function conditionWords({ kind, of }: Condition): string {
  const all = of.map(({ fact, is, value }) => `${fact} ${operatorWords[is]} ${grouped(exact(value))}`);
  return all.join(kind === 'any' ? ' or ' : ' and ');
}
