import { scaleLinear, scaleUtc } from '@visx/scale';
import { drawable } from './drawable.ts';

/** What a chart of use against a limit draws: instants in RFC 3339, numbers as exact texts. */
export type Drawing = {
  readonly from: string;
  readonly until: string;
  readonly asOf: string;
  readonly used: readonly {
    readonly from: string;
    readonly until: string;
    readonly value: string;
    readonly beyond: boolean;
  }[];
  readonly allowed: readonly { readonly from: string; readonly until: string; readonly limit: string }[];
  /** Where use is likely to be. */
  readonly ahead: readonly {
    readonly at: string;
    readonly low: string;
    readonly middle: string;
    readonly high: string;
  }[];
};

/** One window or limit, ready to draw: milliseconds since 1970 and a value; what has no value is drawn as zero. */
export type Block = { readonly from: number; readonly until: number; readonly value: number };
export type UsedBlock = Block & { readonly beyond: boolean };

/** The room around the plot, in pixels: for the axes and, above it, for the marks of changed limits. */
export const room = { top: 34, right: 12, bottom: 28, left: 46 } as const;

/** The widest gap between bars; none where they are thin. */
const gap = 2;

const block = (from: string, until: string, value: string): Block => ({
  from: Date.parse(from),
  until: Date.parse(until),
  value: drawable(value) ?? 0,
});

/** Returns what to draw and the scales to draw it with, for a drawing of this size in pixels. */
export function plotOf(chart: Drawing, width: number, height: number) {
  const used = chart.used.map((one) => ({ ...block(one.from, one.until, one.value), beyond: one.beyond }));
  const allowed = chart.allowed.map((one) => block(one.from, one.until, one.limit));
  const ahead = chart.ahead.map((one) => ({
    at: Date.parse(one.at),
    low: drawable(one.low) ?? 0,
    middle: drawable(one.middle) ?? 0,
    high: drawable(one.high) ?? 0,
  }));
  const most = Math.max(1, ...used.map((one) => one.value), ...allowed.map((one) => one.value));
  // A band that opens wide must not press what is known down to the ground.
  const highest = Math.max(most, Math.min(2 * most, ...ahead.slice(-1).map(({ high }) => high)));
  const x = scaleUtc({
    domain: [Date.parse(chart.from), Date.parse(chart.until)],
    range: [room.left, width - room.right],
    clamp: true,
  });
  const y = scaleLinear({
    domain: [0, highest * 1.15],
    range: [height - room.bottom, room.top],
    clamp: true,
  });
  return { used, allowed, ahead, x, y, width, height, asOf: Date.parse(chart.asOf) };
}
export type Plot = ReturnType<typeof plotOf>;

/** Returns the path of all bars, each standing on the zero line. */
export function barsPath(plot: Plot, blocks: readonly Block[]): string {
  const { x, y } = plot;
  return blocks
    .map((one) => {
      const [left, right] = [x(one.from), x(one.until)];
      const inset = right - left > 4 * gap ? gap / 2 : 0;
      return `M${left + inset} ${y(0)}V${y(one.value)}H${right - inset}V${y(0)}Z`;
    })
    .join('');
}

/** Returns the stepped path of the limits: level in each piece, upright where they meet, broken where nothing is said. */
export function limitPath(plot: Plot): string {
  const { x, y } = plot;
  let until = Number.NaN;
  return plot.allowed
    .map((piece) => {
      const meets = piece.from === until;
      until = piece.until;
      const start = meets ? `V${y(piece.value)}` : `M${x(piece.from)} ${y(piece.value)}`;
      return `${start}H${x(piece.until)}`;
    })
    .join('');
}

/** Returns the outline of where use is likely to be: along its upper edge, and back along its lower one. */
export function bandPath({ x, y, ahead }: Plot): string {
  if (ahead.length < 2) return '';
  const upper = ahead.map((one) => `${x(one.at)} ${y(one.high)}`);
  const lower = ahead.map((one) => `${x(one.at)} ${y(one.low)}`).reverse();
  return `M${[...upper, ...lower].join('L')}Z`;
}

/** Returns the line in the middle of where use is likely to be. */
export function middlePath({ x, y, ahead }: Plot): string {
  return ahead.length < 2 ? '' : `M${ahead.map((one) => `${x(one.at)} ${y(one.middle)}`).join('L')}`;
}

/** Returns the highest window of each run of neighbors beyond, where its marker stands. */
export function peaks(used: readonly UsedBlock[]): readonly UsedBlock[] {
  const found: UsedBlock[] = [];
  let before = false;
  for (const one of used) {
    const last = found.at(-1);
    if (one.beyond && (!before || !last)) found.push(one);
    else if (one.beyond && last && one.value > last.value) found[found.length - 1] = one;
    before = one.beyond;
  }
  return found;
}

/** Returns in which row above the plot each mark goes, so that none covers its neighbor. */
export function lanes(places: readonly number[], apart: number): readonly number[] {
  const ends: number[] = [];
  return places.map((place) => {
    const free = ends.findIndex((end) => place - end >= apart);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = place;
    return lane;
  });
}

/** Returns the index of the window that holds the instant, else of the last one before it (the first, before all). */
export function windowAt(used: readonly Block[], instant: number): number {
  const later = used.findIndex((one) => one.from > instant);
  return Math.max(0, (later === -1 ? used.length : later) - 1);
}
