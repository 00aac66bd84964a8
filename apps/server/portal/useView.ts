import type { Clause, SignedAgreement } from '#business/agreements/agreement.ts';
import { forecastWords } from '#business/correspondence/forecastWords.ts';
import type { JudgedWindow } from '#business/findings/finding.ts';
import type { Forecast } from '#business/forecast/forecast.ts';
import type { Doubt, UseNow } from '#business/portal/whereUseStands.ts';
import { dateIn, formatInstant, type Instant } from '#platform/instant.ts';
import { decimal } from './allowedFacts.ts';
import { forecastAt } from './forecasts.ts';
import type { PortalReach, PortalUse, PortalWindow } from './overviewSchemas.ts';

/** Which group of which clause, counted at `countedAt`, and how its values are named to the reader. */
export type UsePlace = {
  readonly signed: SignedAgreement;
  readonly clause: Clause;
  readonly group: string;
  readonly countedAt: Instant | null;
  readonly nameOf: (who: string) => string;
};

/** Returns where one group stands as its customer reads it. */
export function viewOfUse(place: UsePlace, use: UseNow, reach: PortalReach): PortalUse {
  const { clause, group, countedAt, nameOf } = place;
  const values = JSON.parse(group) as string[];
  return {
    group,
    values: clause.measure.groupBy.map((attribute, i) => ({
      attribute,
      value: attribute === 'who' ? nameOf(values[i] ?? '') : (values[i] ?? ''),
    })),
    status: use.status,
    why: use.doubt && whyView(use.doubt),
    window: use.window && windowView(use.window, countedAt),
    left: use.left === null ? null : decimal(use.left),
    percent: use.percent,
    lastAbove: use.lastAbove && {
      from: formatInstant(use.lastAbove.from),
      until: use.lastAbove.goesOn ? null : formatInstant(use.lastAbove.until),
      most: windowView(use.lastAbove.most, countedAt),
    },
    reach,
  };
}

/** Returns a judged window with its use and limit. `countedAt`: up to when was counted. */
export function windowView(window: JudgedWindow, countedAt: Instant | null): PortalWindow {
  return {
    id: windowId(window, countedAt),
    from: formatInstant(window.from),
    until: formatInstant(window.until),
    open: window.open,
    value: decimal(window.value),
    limit: decimal(window.limit),
    above: window.excess !== '0',
    low: decimal(window.range.low),
    high: decimal(window.range.high),
  };
}

/** Returns the name of a window, `from/until`; of one that still runs `from/`, as its end moves with each count. */
export function windowId({ from, until }: JudgedWindow, countedAt: Instant | null): string {
  const runs = countedAt !== null && until >= countedAt;
  return `${formatInstant(from)}/${runs ? '' : formatInstant(until)}`;
}

/** Returns the window that an id names; one that ran when it was named and has ended since is found by its beginning. */
export function findWindow(
  windows: readonly JudgedWindow[],
  id: string,
  countedAt: Instant | null,
): JudgedWindow | undefined {
  const named = windows.find((window) => windowId(window, countedAt) === id);
  if (named || !id.endsWith('/')) return named;
  return windows.find(({ from }) => `${formatInstant(from)}/` === id);
}

/** Returns why nothing can be told, with its numbers as decimals. */
export function whyView({ code, low, high }: Doubt): NonNullable<PortalUse['why']> {
  const between = {
    low: low === null ? null : decimal(low),
    high: high === null ? null : decimal(high),
  };
  return { code, ...between, words: whyWords({ code, ...between }) };
}

function whyWords({ code, low, high }: Doubt): string {
  switch (code) {
    case 'not-counted-yet':
      return 'Nothing was counted yet.';
    case 'no-data':
      return 'No data of what counts here has come in. No data is not the same as no use.';
    case 'not-begun':
      return 'The agreement has not begun yet.';
    case 'ended':
      return 'The agreement is over.';
    case 'checking':
      return 'We count everything twice, and the two counts differ here: we are looking into it.';
    case 'records-differ':
      return `Some records came in with differing content and do not count until that is settled: the value lies between ${low} and ${high}.`;
    case 'still-open':
      return 'The period is still open, and its value can still fall.';
  }
}

const silent = { early: null, likely: null, late: null, has: null, needs: null };

/** Returns when the limit is likely to be reached; nothing of the kind for a restriction, before the term and after it. */
export function reachView(
  { signed, clause, countedAt }: Pick<UsePlace, 'signed' | 'clause' | 'countedAt'>,
  use: Pick<UseNow, 'window' | 'status'>,
  windows: readonly JudgedWindow[],
  now: Instant,
): PortalReach {
  const over = now < signed.from || signed.until <= now;
  if (clause.kind !== 'capacity' || over || !use.window || countedAt === null)
    return { kind: 'none', ...silent, words: 'There is no limit that use could reach.' };
  return reachOf(forecastAt(clause, windows, countedAt, now), signed.zone);
}

/** Returns a forecast as the day a limit would be reached, told as the estimate it is. */
export function reachOf(forecast: Forecast, zone: string): PortalReach {
  const on = (at: Instant | null) => (at === null ? null : dateIn(at, zone));
  switch (forecast.kind) {
    case 'unknown': {
      const { has, needs } = forecast;
      const words = `There are ${has} periods to go by; a forecast needs ${needs}.`;
      return { ...silent, kind: 'unknown', has, needs, words };
    }
    case 'beyond':
      return { ...silent, kind: 'above', words: 'Use is above its limit now.' };
    case 'not-seen':
      return {
        ...silent,
        kind: 'not-seen',
        words: 'If use goes on as it did, it is not likely to reach the limit within a year.',
      };
    case 'crossing':
      return {
        ...silent,
        kind: 'reached',
        early: on(forecast.early),
        likely: on(forecast.likely),
        late: on(forecast.late),
        words: `If use goes on as it did, when the limit is reached: ${forecastWords(forecast, zone)}. An estimate: about four of five hold.`,
      };
  }
}
