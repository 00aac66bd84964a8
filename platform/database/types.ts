import { types } from 'pg';
import { earliest, formatInstant, type Instant, latest, second } from '#platform/instant.ts';

const TIMESTAMPTZ = 1184;
const TIMESTAMP = 1114;
const DATE = 1082;

/**
 * How values come out of the database: timestamptz as `Instant`, date as `CalendarDate` text, numeric and bigint as text
 * (they may hold more than a number can), json parsed. A timestamp without zone is refused: it names no instant.
 */
export const databaseTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
    if (oid === TIMESTAMPTZ) return fromTimestamp;
    if (oid === DATE) return (text) => text;
    if (oid === TIMESTAMP) return refuseTimestamp;
    return types.getTypeParser(oid as never, format as never) as (value: string) => unknown;
  },
};

/** As PostgreSQL writes a timestamptz when the session is in UTC: `2026-03-01 08:00:00.25+00`. */
const written = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/;

/** Returns the instant of a timestamptz as the database wrote it. Throws on infinity and on years outside 1970 to 2199. */
export function fromTimestamp(text: string): Instant {
  if (!written.test(text)) throw new Error(`not an instant in UTC: ${text}`);
  const number = (from: number, until: number): number => Number(text.slice(from, until));
  const [year, month, day] = [number(0, 4), number(5, 7), number(8, 10)];
  const seconds = Date.UTC(year, month - 1, day, number(11, 13), number(14, 16), number(17, 19)) / 1000;
  const micros = text.length > 22 ? Number(text.slice(20, -3).padEnd(6, '0')) : 0;
  const instant = (seconds * second + micros) as Instant;
  if (instant < earliest || instant >= latest) throw new Error(`not an instant from 1970 to 2199: ${text}`);
  return instant;
}

/** Returns the instant as a query parameter, in UTC with six digits: `2026-03-01T08:00:00.250000Z`. */
export function toTimestamp(instant: Instant): string {
  if (!Number.isSafeInteger(instant)) throw new Error(`not an instant: ${instant}`);
  const whole = formatInstant((Math.floor(instant / second) * second) as Instant);
  return whole.replace('Z', `.${String(instant - Math.floor(instant / second) * second).padStart(6, '0')}Z`);
}

function refuseTimestamp(text: string): never {
  throw new Error(`a timestamp without time zone names no instant (${text}): use timestamptz`);
}
