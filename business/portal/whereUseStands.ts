import type { Clause, SignedAgreement } from '#business/agreements/agreement.ts';
import { tellingWindow } from '#business/alerts/sightOf.ts';
import type { JudgedWindow } from '#business/findings/finding.ts';
import { withTolerance } from '#business/findings/judge.ts';
import { type Exact, exact, stored, zero } from '#platform/exact.ts';
import type { Instant } from '#platform/instant.ts';

/** Where use stands against its limit, said without a reproach. */
export type UseStatus = 'within' | 'close' | 'at-limit' | 'above' | 'cannot-tell';

/** Why it cannot be told. `low` and `high` (stored form): between what the value lies where records contradict. */
export type Doubt = {
  readonly code:
    | 'not-counted-yet'
    | 'no-data'
    | 'not-begun'
    | 'ended'
    | 'checking'
    | 'records-differ'
    | 'still-open';
  readonly low: string | null;
  readonly high: string | null;
};

/** What detection last made of one group of a clause; without any of it, nothing was counted yet. */
export type Counted = {
  readonly windows: readonly JudgedWindow[];
  readonly noData: boolean;
  /** The two counts differ: a mistake of ours. */
  readonly differs: boolean;
  /** Ends of windows above the limit whose value can still fall. */
  readonly waiting: readonly Instant[];
};

/** Neighboring windows above the limit. `goesOn`: the newest window is among them. */
export type Above = {
  readonly from: Instant;
  readonly until: Instant;
  readonly goesOn: boolean;
  readonly most: JudgedWindow;
};

/** Where one group stands. `left` (stored form) and `percent` (whole, rounded down) are of the window's limit. */
export type UseNow = {
  readonly status: UseStatus;
  readonly doubt: Doubt | null;
  readonly window: JudgedWindow | null;
  readonly left: string | null;
  readonly percent: number | null;
  readonly lastAbove: Above | null;
};

/**
 * Returns where use of one group stands at `now`, from what was counted alone and never from what anybody made of it: of
 * the running window and the one before it that which stands closer to its limit (see `tellingWindow`). It is `above`
 * where the clause is exceeded (with its tolerance) and `at-limit` from the limit itself on, `close` from nine tenths.
 */
export function whereUseStands(
  signed: Pick<SignedAgreement, 'from' | 'until'>,
  clause: Clause,
  counted: Counted | undefined,
  now: Instant,
): UseNow {
  const doubt = doubtBefore(signed, counted, now);
  const telling = counted && tellingWindow(clause, counted.windows);
  if (doubt || !counted) return nothing(doubt ?? plain('not-counted-yet'));
  const lastAbove = aboveOf(counted);
  if (!telling) {
    const unbound = clause.onlyIf !== undefined;
    return { ...nothing(unbound ? null : plain('no-data')), lastAbove };
  }
  const said = saidOf(clause, counted, telling);
  const [value, limit] = [exact(telling.value), exact(telling.limit)];
  return {
    status: said ? 'cannot-tell' : statusOf(clause, telling),
    doubt: said,
    window: telling,
    left: stored(limit.sub(value)),
    percent: limit.gt(zero) ? percentOf(value, limit) : null,
    lastAbove,
  };
}

const plain = (code: Doubt['code']): Doubt => ({ code, low: null, high: null });

function nothing(doubt: Doubt | null): UseNow {
  const status = doubt ? 'cannot-tell' : 'within';
  return { status, doubt, window: null, left: null, percent: null, lastAbove: null };
}

function doubtBefore(
  { from }: Pick<SignedAgreement, 'from' | 'until'>,
  counted: Counted | undefined,
  now: Instant,
): Doubt | null {
  if (now < from) return plain('not-begun');
  if (!counted) return plain('not-counted-yet');
  if (counted.differs) return plain('checking');
  return counted.noData ? plain('no-data') : null;
}

function saidOf(clause: Clause, counted: Counted, window: JudgedWindow): Doubt | null {
  if (window.excess !== '0') return counted.waiting.includes(window.until) ? plain('still-open') : null;
  const { low, high } = window.range;
  const most = withTolerance(clause, exact(window.limit));
  return exact(high).gt(most) ? { ...plain('records-differ'), low, high } : null;
}

function statusOf(clause: Clause, { value: counted, limit: allowed, excess }: JudgedWindow): UseStatus {
  if (excess !== '0') return 'above';
  const [value, limit] = [exact(counted), exact(allowed)];
  if (clause.kind === 'restriction' || value.lte(zero)) return 'within';
  if (value.gte(limit)) return 'at-limit';
  return value.mul(10).gte(limit.mul(9)) ? 'close' : 'within';
}

function percentOf(value: Exact, limit: Exact): number {
  return value.mul(100).div(limit).floor().valueOf();
}

/** The newest windows above the limit that follow each other; those whose value can still fall are not yet among them. */
function aboveOf({ windows, waiting }: Counted): Above | null {
  const isAbove = (window: JudgedWindow) => window.excess !== '0' && !waiting.includes(window.until);
  const last = windows.findLastIndex(isAbove);
  if (last < 0) return null;
  let first = last;
  while (first > 0 && isAbove(windows[first - 1]!)) first -= 1;
  const stretch = windows.slice(first, last + 1);
  const most = stretch.reduce((best, one) => (exact(one.excess).gt(exact(best.excess)) ? one : best));
  const goesOn = last === windows.length - 1 && windows[last]!.open;
  return { from: windows[first]!.from, until: windows[last]!.until, goesOn, most };
}

const order: readonly UseStatus[] = ['above', 'at-limit', 'cannot-tell', 'close', 'within'];

/** Returns the status that says most of several; of none, that nothing can be told. */
export function foremost(statuses: readonly UseStatus[]): UseStatus {
  return order.find((status) => statuses.includes(status)) ?? 'cannot-tell';
}

/** Orders groups by how close they stand to their limits, closest first, and then by their keys. */
export function byCloseness(a: Placed, b: Placed): number {
  const difference = shareOf(b.use).compare(shareOf(a.use));
  return difference !== 0 ? difference : a.group < b.group ? -1 : a.group > b.group ? 1 : 0;
}

/** A group and where it stands. */
export type Placed = { readonly group: string; readonly use: UseNow };

/** Above a limit of nothing is further than any share of one: there each unit counts as a whole limit. */
function shareOf({ window }: UseNow): Exact {
  if (!window) return exact(-1);
  const [value, limit] = [exact(window.value), exact(window.limit)];
  return limit.gt(zero) ? value.div(limit) : value.gt(zero) ? value.add(1) : zero;
}
