import { type Exact, exact, sum, zero } from '#platform/exact.ts';

/** What a control is about: ids alone, so that results may stand in events. */
export type Subject = {
  readonly customer: string;
  readonly agreement?: string;
  readonly clause?: string;
  /** A source, feature, record, finding or import, by its id. */
  readonly thing?: string;
};

/** What one control came to: how many of how many are as they should be, and (the first few of) those that are not. */
export type ControlResult = {
  readonly code: ControlCode;
  readonly good: number;
  readonly of: number;
  readonly gaps: readonly Subject[];
};

/** No result lists more gaps than this; `of - good` counts them all. */
export const mostGaps = 20;

/** One question about the vendor's own license controls. A heavier one counts more in the score. */
export type Control = { readonly question: string; readonly advice: string; readonly weight: number };

/** The checklist, in the order in which it is read. */
export const controls = {
  'sources-alive': {
    question: 'Has every source of a running agreement been heard within its usual time?',
    advice: 'Find out why the source is silent, and import what is missing.',
    weight: 3,
  },
  'features-mapped': {
    question: 'Does all use that comes in belong to a product?',
    advice: 'Add the feature to the catalog, or name it in a clause.',
    weight: 2,
  },
  'clauses-measured': {
    question: 'Is there use to measure for every clause of a running agreement?',
    advice: 'Connect a source that reports the features of the clause.',
    weight: 3,
  },
  'counts-agree': {
    question: 'Do both counts agree on every clause?',
    advice: 'Look at the first difference on the customer’s page and report it to us.',
    weight: 3,
  },
  'conflicts-settled': {
    question: 'Has every record that came with two contents been settled?',
    advice: 'Choose which content counts, on the page of the source.',
    weight: 2,
  },
  'totals-agree': {
    question: 'Do the totals that sources state agree with their lines?',
    advice: 'Ask for the file again, or find the lines that are missing.',
    weight: 2,
  },
  'clauses-priced': {
    question: 'Does every limit name the price of what goes beyond it?',
    advice: 'Agree on a price, and name its component in the clause.',
    weight: 1,
  },
  'limits-watched': {
    question: 'Does an alert rule watch every limit?',
    advice: 'Give the clause a rule, or let the vendor’s rules hold for it.',
    weight: 2,
  },
  'findings-handled': {
    question: 'Has somebody decided every finding that was verified more than 30 days ago?',
    advice: 'Confirm or dismiss the finding, or give it to somebody.',
    weight: 2,
  },
  'imports-read': {
    question: 'Was every file of the last quarter read to its end?',
    advice: 'Correct the file and import it again.',
    weight: 1,
  },
  'renewals-ahead': {
    question: 'Is there an agreement after every one that ends within 60 days?',
    advice: 'Talk about the renewal, and import what was signed.',
    weight: 1,
  },
  'duties-received': {
    question: 'Has every report that was due come in?',
    advice: 'Ask for the report, or note that it was received.',
    weight: 1,
  },
} as const satisfies Readonly<Record<string, Control>>;

export type ControlCode = keyof typeof controls;

/** All controls, in the order of the checklist. */
export const controlCodes = Object.keys(controls) as ControlCode[];

/** Returns a result out of all subjects of a control and those among them that are not as they should be. */
export function resultOf(code: ControlCode, of: number, gaps: readonly Subject[]): ControlResult {
  return { code, of, good: of - gaps.length, gaps: gaps.slice(0, mostGaps) };
}

/**
 * Returns the score in percent, exact: the share of what is good in each control, weighed by the control. Controls with
 * nothing to check count neither way; `null` where nothing at all could be checked.
 */
export function scoreOf(results: readonly ControlResult[]): Exact | null {
  const checked = results.filter(({ of }) => of > 0);
  if (checked.length === 0) return null;
  const weights = sum(checked.map(({ code }) => exact(controls[code].weight)));
  const reached = checked.reduce(
    (total, { code, good, of }) => total.add(exact(good).div(of).mul(controls[code].weight)),
    zero,
  );
  return reached.div(weights).mul(100);
}

/** Returns the quarter a date lies in, as `2026-Q4`. */
export function quarterOf(date: string): string {
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}
