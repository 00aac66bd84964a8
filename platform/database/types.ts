import { types } from 'pg';
import { formatInstant, type Instant, parseInstant, second } from '#platform/instant.ts';

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

/** Returns the instant in PostgreSQL's own writing of a timestamptz (`2026-03-01 08:00:00.25+00`). Throws on infinity. */
export function fromTimestamp(text: string): Instant {
  const instant = parseInstant(/[+-]\d\d$/.test(text) ? `${text}:00` : text);
  if (instant === undefined) throw new Error(`not an instant from 1970 to 2199: ${text}`);
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
