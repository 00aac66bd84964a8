import { momentIn } from '#platform/fields.ts';
import { dateIn, day, formatInstant, hour, type Instant, minute, second } from '#platform/instant.ts';

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
