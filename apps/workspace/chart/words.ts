import type { Chart } from '#apps/server/pages.ts';
import { countOf, listed, showInstant, showLastDay, showNumber, showSpan, unitWord } from '../format.ts';

type Used = Chart['used'][number];

/** Returns the limits that hold in a window, in order, each once while it stays the same. */
export function limitsIn(chart: Chart, window: Used): readonly string[] {
  return chart.allowed
    .filter(
      (piece) =>
        Date.parse(piece.from) < Date.parse(window.until) &&
        Date.parse(piece.until) > Date.parse(window.from),
    )
    .map((piece) => piece.limit)
    .filter((limit, n, all) => limit !== all[n - 1]);
}

/** Returns what a window says, in one sentence. */
export function describeWindow(chart: Chart, window: Used): string {
  const span = showSpan(window.from, window.until, chart.zone);
  const limits = limitsIn(chart, window);
  const allowed =
    limits.length === 0
      ? 'nothing said about what is allowed'
      : `${limits.map(showNumber).join(', then ')} allowed`;
  const verdict = window.beyond ? ', beyond' : '';
  return `${span}: ${showNumber(window.value)} ${unitWord(window.value, chart.unit)} used, ${allowed}${verdict}`;
}

/** Returns what the drawing shows, for those who do not see it. */
export function describeChart(chart: Chart): string {
  const beyond = chart.used.filter((one) => one.beyond).length;
  const span = `from ${showInstant(chart.from, chart.zone)} until ${showLastDay(chart.until, chart.zone)}`;
  const limits = chart.allowed.map((piece) => piece.limit);
  return (
    `${chart.unit.many} used against what is allowed, ${span} (${chart.zone}). Counted: ${chart.window}. ` +
    `${countOf(chart.used.length, 'window', 'windows')}, ${beyond} of them beyond. ` +
    (limits.length > 0
      ? `Allowed: ${listed(limits.map(showNumber))}, in this order.`
      : 'What is allowed is not known.') +
    (chart.forecast ? ` ${chart.forecast.words}` : '')
  );
}
