import type { Clause } from '#business/agreements/agreement.ts';
import type { JudgedWindow } from '#business/findings/finding.ts';
import { type Exact, exact, plain } from '#platform/exact.ts';
import { formatInstant, type Instant } from '#platform/instant.ts';
import type { Surfaces } from './surfaces.ts';

type Told = (what: string, portal: unknown, others: unknown) => void;

/** A reading with more windows than this is thinned before it is kept. */
const mostKept = 800;

/**
 * Returns in what the portal says something else than detection, the API or the command line; none where all agree.
 * What is compared was worked out by each on its own way from the same records and terms.
 */
export function differences(surfaces: Surfaces, clause: Clause, asOf: Instant): string[] {
  const found: string[] = [];
  const told: Told = (what, portal, others) => {
    const [a, b] = [JSON.stringify(portal), JSON.stringify(others)];
    if (a !== b) found.push(`${what}: the portal says ${a}, the others ${b}`);
  };
  allowed(surfaces, told);
  windows(surfaces, told);
  standings(surfaces, clause, asOf, told);
  verdict(surfaces, clause, told);
  forecasts(surfaces, told);
  figures(surfaces, told);
  return found;
}

function allowed({ portal, api, cli }: Surfaces, told: Told): void {
  const { limit, values, words, parts } = portal.clause.allowed;
  const { document } = cli;
  told('what is allowed, in words (CLI)', words, document.allowed.words);
  told('what is allowed, in words (API)', words, api.clause.allowedWords);
  told('the limit', limit, document.allowed.limit);
  told('the allowed values', values, document.allowed.values);
  told(
    'where it comes from',
    parts.map(({ kind, of, counts }) => [kind, of, counts]),
    document.allowed.parts.map(({ kind, of, counts }) => [kind, of, counts]),
  );
  told('how it is counted', portal.clause.measuredAs, document.countedAs);
}

function windows({ portal, api, cli, detection }: Surfaces, told: Told): void {
  told('the groups', [...portal.lines.keys()].sort(), [...cli.windows.keys()].sort());
  for (const [group, line] of portal.lines) {
    const own = line.windows.map(({ from, until, value, limit, above, open }) => ({
      ...{ from, until, value, limit, above, open },
    }));
    const all = cli.windows.get(group) ?? [];
    const judged = detection.judged.get(group) ?? [];
    if (judged.length > mostKept) continue;
    // Where nothing was reported the others count a use of nothing; the customer is shown none.
    const shown = <T>(windows: readonly T[]) => (detection.noData ? [] : windows);
    const said = all.map(({ from, until, value, limit, excess, open }) => ({
      ...{ from, until, value, limit, above: excess !== '0', open },
    }));
    told(`windows of ${group} (CLI)`, own, shown(said));
    const chart = api.clause.charts.find((one) => one.group === group)?.chart;
    told(
      `use of ${group} (API)`,
      own.map(({ from, until, value, above }) => ({ from, until, value, beyond: above })),
      shown(chart?.used ?? []),
    );
    told(
      `limits of ${group} (API)`,
      line.allowedOver.map(({ from, until, limit, words }) => ({ from, until, limit: limit ?? '0', words })),
      withoutPauses(chart?.allowed ?? []),
    );
    told(
      `ranges of ${group}`,
      line.windows.map(({ low, high }) => [low, high]),
      shown(judged).map(({ range }) => [plain(exact(range.low)), plain(exact(range.high))]),
    );
  }
}

type Allowed = {
  readonly from: string;
  readonly until: string;
  readonly limit: string;
  readonly words: string;
};

/** The API cuts where a pause begins or ends too, which is the vendor's own: there the same is allowed on both sides. */
function withoutPauses(pieces: readonly Allowed[]): Allowed[] {
  const all: Allowed[] = [];
  for (const { from, until, limit, words } of pieces) {
    const last = all.at(-1);
    if (last?.until === from && last.limit === limit && last.words === words)
      all[all.length - 1] = { ...last, until };
    else all.push({ from, until, limit, words });
  }
  return all;
}

/** The window that tells is one that detection judged, and what is said of it follows from its numbers. */
function standings({ portal, api, detection }: Surfaces, clause: Clause, asOf: Instant, told: Told): void {
  for (const [group, { use }] of portal.lines) {
    if (!use?.window) continue;
    const { window } = use;
    // Parts of rolling windows, cut where the terms change, may cover the same time.
    const judged = (detection.judged.get(group) ?? []).findLast(
      ({ from, until }) => formatInstant(from) === window.from && formatInstant(until) === window.until,
    );
    const newest = (detection.judged.get(group) ?? []).slice(-2);
    told(`${group}: it is one of the newest two`, judged !== undefined && newest.includes(judged), true);
    if (!judged) continue;
    const [value, limit] = [exact(judged.value), exact(judged.limit)];
    told(`${group}: use and limit`, [window.value, window.limit], [plain(value), plain(limit)]);
    told(`${group}: what is left`, use.left, plain(limit.sub(value)));
    told(`${group}: percent`, use.percent, limit.compare(0) > 0 ? wholePercent(value, limit) : null);
    const waits = detection.waiting.includes(judged);
    told(`${group}: status`, use.status, statusBy(judged, clause, waits, detection.firstDifference !== null));
    const standing = api.standings.get(group);
    const same =
      standing?.period && standing.period.from === judged.from && standing.period.until === judged.until;
    if (same) {
      const row = [
        plain(exact(standing.used)),
        plain(exact(standing.entitled)),
        plain(exact(standing.balance)),
      ];
      told(`${group}: the position (API)`, [window.value, window.limit, use.left], row);
    }
    told(
      `${group}: counted up to now`,
      window.open && judged.until === asOf,
      judged.open && window.id.endsWith('/'),
    );
  }
}

/** Long division, by hand: another way to the same whole percents. */
function wholePercent(value: Exact, limit: Exact): number {
  const over = value.n * limit.d * 100n;
  return Number(over / (limit.n * value.d));
}

function statusBy(window: JudgedWindow, clause: Clause, waits: boolean, differs: boolean): string {
  if (differs) return 'cannot-tell';
  const [value, limit, high] = [window.value, window.limit, window.range.high].map(exact) as [
    Exact,
    Exact,
    Exact,
  ];
  const extra =
    clause.kind === 'restriction'
      ? exact(0)
      : clause.tolerance.kind === 'units'
        ? exact(clause.tolerance.value)
        : limit.mul(exact(clause.tolerance.value)).div(100);
  const most = limit.add(extra);
  if (value.compare(most) > 0) return waits ? 'cannot-tell' : 'above';
  if (high.compare(most) > 0) return 'cannot-tell';
  if (clause.kind === 'restriction' || value.compare(0) <= 0) return 'within';
  if (value.compare(limit) >= 0) return 'at-limit';
  return value.compare(limit.mul(9).div(10)) >= 0 ? 'close' : 'within';
}

/** What the command line finds beyond a clause is above its limit in the portal, and nothing is above that no surface knows of. */
function verdict({ portal, cli, detection }: Surfaces, clause: Clause, told: Told): void {
  const { result } = cli.document;
  const everAbove = [...portal.lines.values()].some(({ use }) => use !== null && use.lastAbove !== null);
  if (result === 'beyond') told('beyond, by the CLI', everAbove, true);
  const atOnce = clause.sustain.kind === 'windows' && clause.sustain.count === 1;
  // Of a case in which nothing is told, nothing is above: the portal says so and shows no number.
  if (atOnce && everAbove) told('above, by the portal', 'beyond', result);
  const noData = portal.clause.why?.code === 'no-data';
  const begun = portal.clause.why?.code !== 'not-begun';
  if (begun && detection.noData) told('no data', noData, true);
  if (portal.clause.uses.length > 0 && portal.clause.uses.every(({ status }) => status === 'above'))
    told('all above', result === 'within' && atOnce, false);
}

/** The day a limit would be reached is that of the chart's forecast. */
function forecasts({ portal, api, detection }: Surfaces, told: Told): void {
  for (const [group, line] of portal.lines) {
    const chart = api.clause.charts.find((one) => one.group === group)?.chart;
    const drawn = (!detection.noData && chart?.forecast) || null;
    told(`forecast of ${group} (API)`, line.forecast, drawn);
    const { reach } = line.use ?? {};
    if (!reach || !line.forecast) continue;
    told(`reach of ${group}`, reach.kind === 'reached' || reach.kind === 'not-seen', true);
    told(`words of the reach of ${group}`, reach.words.slice(0, 40), line.forecast.words.slice(0, 40));
  }
}

/** What should be seen on the page is what its lines say. */
function figures({ portal }: Surfaces, told: Told): void {
  for (const figure of portal.figures) {
    const use = portal.lines.get(figure.group)?.use;
    if (!use) continue;
    told(
      `figures of ${figure.group}`,
      [figure.status, figure.used, figure.limit, figure.left, figure.percent],
      [use.status, use.window?.value ?? null, use.window?.limit ?? null, use.left, use.percent],
    );
  }
}
