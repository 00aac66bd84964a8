import type { Plot } from './geometry.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function partsIn(zone: string, at: number): Intl.DateTimeFormatPart[] {
  const known = formats.get(zone);
  const made =
    known ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  formats.set(zone, made);
  return made.formatToParts(at);
}

/** How far the clock of the zone is ahead of UTC at an instant, in milliseconds. */
function offsetIn(zone: string, at: number): number {
  const of = (type: string) => Number(partsIn(zone, at).find((part) => part.type === type)?.value);
  const clock = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
  return clock - Math.floor(at / 60_000) * 60_000;
}

/** Returns the instants to write along the time axis: round by the clock of the zone, at least about 90 pixels apart. */
function ticksIn(plot: Plot, zone: string): Date[] {
  const wanted = Math.max(2, Math.floor(plot.width / 90));
  return plot.x
    .ticks(wanted)
    .map((tick) => new Date(tick.getTime() - offsetIn(zone, tick.getTime())))
    .filter((tick) => tick >= plot.x.domain()[0]! && tick <= plot.x.domain()[1]!);
}

const day = 24 * 3600 * 1000;

/** Returns the words for each tick: hours, days or months, as far apart as they are; the year where it begins. */
function tickWords(ticks: readonly Date[], zone: string, locale: string): readonly string[] {
  const apart = ticks.length > 1 ? ticks[1]!.getTime() - ticks[0]!.getTime() : day;
  const words = (kind: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...kind, timeZone: zone });
  const year = words({ year: 'numeric' });
  const short =
    apart < 0.9 * day
      ? words({ month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
      : words(apart < 27 * day ? { month: 'short', day: 'numeric' } : { month: 'short' });
  return ticks.map((tick, n) => {
    const sameYear = n > 0 && year.format(ticks[n - 1]) === year.format(tick);
    return apart < 27 * day || sameYear ? short.format(tick) : `${short.format(tick)} ${year.format(tick)}`;
  });
}

/** About how wide a character of a label is, in pixels. */
const characterWidth = 6.6;

export type TickLabel = {
  readonly at: Date;
  readonly words: string;
  readonly anchor: 'start' | 'middle' | 'end';
};

/** Returns the labels of the time axis from left to right; those that would run into the one before are left out. */
export function tickLabels(plot: Plot, zone: string, locale: string): readonly TickLabel[] {
  const ticks = ticksIn(plot, zone);
  const words = tickWords(ticks, zone, locale);
  const [first, last] = plot.x.range() as [number, number];
  let end = Number.NEGATIVE_INFINITY;
  return ticks.flatMap((at, n): TickLabel[] => {
    const wide = words[n]!.length * characterWidth;
    const place = plot.x(at);
    const anchor = place - wide / 2 < first - 20 ? 'start' : place + wide / 2 > last + 10 ? 'end' : 'middle';
    const start = place - (anchor === 'start' ? 0 : anchor === 'end' ? wide : wide / 2);
    if (start < end + 8) return [];
    end = start + wide;
    return [{ at, words: words[n]!, anchor }];
  });
}
