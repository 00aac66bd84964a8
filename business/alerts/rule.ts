/** How many units may be left when it fires, for limits up to and including `upTo` (`null`: without end). Decimals. */
export type SeatBand = {
  readonly upTo: string | null;
  readonly left: { readonly kind: 'units' | 'percent'; readonly value: string };
};

/**
 * When an alert is due. Decimals.
 * - `percent`: use has reached this share of the limit.
 * - `remaining`: so many units, or fewer, are left.
 * - `forecast`: the likely date of crossing lies before the renewal, or within so many days from now.
 * - `bands`: as `remaining`, by the size of the limit: the first band whose `upTo` holds it.
 */
export type Threshold =
  | { readonly kind: 'percent'; readonly percent: string }
  | { readonly kind: 'remaining'; readonly units: string }
  | { readonly kind: 'forecast'; readonly before: 'renewal' }
  | { readonly kind: 'forecast'; readonly before: 'days'; readonly days: number }
  | { readonly kind: 'bands'; readonly bands: readonly SeatBand[] };

export type AlertRule = { readonly id: string; readonly threshold: Threshold };

/** What is watched: for one clause, or, as the vendor's default, for every clause without rules of its own. */
export type AlertRules = readonly AlertRule[];

/** What holds until the vendor says otherwise. */
export const firstRules: AlertRules = [
  { id: 'nine-tenths', threshold: { kind: 'percent', percent: '90' } },
  { id: 'within-a-month', threshold: { kind: 'forecast', before: 'days', days: 30 } },
];

/** The kinds a person may wish for: close by use, close by forecast, over. */
export const alertKinds = ['near', 'forecast', 'crossed'] as const;
export type AlertKind = (typeof alertKinds)[number];

/** Returns what kind of alert a threshold gives. */
export function kindOf({ kind }: Threshold): AlertKind {
  return kind === 'forecast' ? 'forecast' : 'near';
}
