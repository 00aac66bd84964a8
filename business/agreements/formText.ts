import { momentIn } from '#platform/fields.ts';
import { dateIn, day, formatInstant, hour, type Instant, minute, second } from '#platform/instant.ts';
import type { Plain } from '#platform/yamlNodes.ts';

/** A part of a form, by its keys. */
export type Dated = { readonly [key: string]: Plain };

type Said = Plain | undefined;

/** Returns a part of a form without what says nothing: keys without a value, and empty lists. */
export function without(form: { readonly [key: string]: Said }): Dated {
  const said = Object.entries(form).filter(
    ([, value]) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(said) as Dated;
}

/** Returns an instant as a form has it: the day of the zone that begins with it, else the time in UTC. */
export function momentText(at: Instant, zone: string): string {
  const date = dateIn(at, zone);
  return momentIn(date, zone) === at ? date : formatInstant(at);
}

const units = [
  [day, 'D', 9_999],
  [hour, 'H', 99_999],
  [minute, 'M', 999_999],
  [second, 'S', 99_999_999],
] as const;

/** Returns microseconds, whole seconds of them, as an ISO 8601 duration: `P2D`, `PT12H`, `P1DT30M`. */
export function durationText(microseconds: number): string {
  if (microseconds > 9_999 * day && microseconds % (7 * day) === 0) return `P${microseconds / (7 * day)}W`;
  let rest = microseconds;
  const parts = units.map(([length, letter, most]) => {
    const count = Math.min(Math.floor(rest / length), most);
    rest -= count * length;
    return count === 0 ? '' : `${count}${letter}`;
  });
  const [days, ...times] = parts;
  const time = times.join('');
  return time === '' ? `P${days || '0D'}` : `P${days}T${time}`;
}
