import { z } from 'zod';
import { exact, parseDecimal, plain } from './exact.ts';
import {
  type CalendarDate,
  day,
  hour,
  type Instant,
  isZone,
  minute,
  parseDate,
  parseInstant,
  second,
  startOfDate,
} from './instant.ts';
import { fieldIssue } from './schemaProblems.ts';

/*
 * The fields that the forms share. Their input is text, also for numbers (see `readYaml`); their JSON Schema says
 * what a person writes: a number may stand without quotes.
 */

/** A schema of text that `check` accepts (by returning its value) or refuses (by returning a problem). */
function field<T>(
  description: string,
  json: Record<string, unknown>,
  check: (text: string) => { value: T } | { code: string; message: string; todo: string },
) {
  return z
    .string()
    .meta({ description, ...json })
    .transform((text, ctx): T => {
      const result = check(text);
      if ('value' in result) return result.value;
      ctx.addIssue(fieldIssue(result));
      return z.NEVER;
    });
}

const numeric = { type: ['number', 'string'] };
const mostUnits = exact(10n ** 15n);

function decimalText(text: string, least: 'any' | 'zero' | 'above zero') {
  const value = parseDecimal(text);
  if (!value) {
    const message = `${JSON.stringify(text.slice(0, 60))} is not a plain decimal number.`;
    return { code: 'number_form', message, todo: 'Write digits, with a point for decimals: 1000 or 0.25.' };
  }
  if (value.abs().compare(mostUnits) > 0) {
    return { code: 'number_absurd', message: `${text} is more than 10^15.`, todo: 'Check the number.' };
  }
  if ((least !== 'any' && value.compare(0) < 0) || (least === 'above zero' && value.equals(0))) {
    const message = least === 'zero' ? `${text} is below zero.` : `${text} is not above zero.`;
    return { code: 'number_negative', message, todo: 'Check the number.' };
  }
  return { value: plain(value, 30) };
}

/** A decimal of zero or more, at most 10^15, as shortest decimal text: `100`, `0.25`. Exponents are refused. */
export const quantity = field(
  'A decimal number of zero or more, without exponent.',
  { ...numeric, minimum: 0, pattern: '^\\d{1,30}(\\.\\d{1,30})?$' },
  (text) => decimalText(text, 'zero'),
);

/** As `quantity`, above zero. */
export const positiveQuantity = field(
  'A decimal number above zero, without exponent.',
  { ...numeric, exclusiveMinimum: 0, pattern: '^\\d{1,30}(\\.\\d{1,30})?$' },
  (text) => decimalText(text, 'above zero'),
);

/** As `quantity`, of either sign. */
export const amount = field(
  'A decimal number, without exponent.',
  { ...numeric, pattern: '^-?\\d{1,30}(\\.\\d{1,30})?$' },
  (text) => decimalText(text, 'any'),
);

/** A whole number from `least` to `most`. */
export function wholeNumber(least: number, most: number) {
  const json = { type: ['integer', 'string'], minimum: least, maximum: most, pattern: '^\\d{1,15}$' };
  return field(`A whole number from ${least} to ${most}.`, json, (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : -1;
    if (value >= least && value <= most) return { value };
    const message = `${JSON.stringify(text.slice(0, 60))} is not a whole number from ${least} to ${most}.`;
    return { code: 'number_whole', message, todo: 'Write a whole number in digits.' };
  });
}

const dateTodo = 'Write a day such as 2026-03-31 (from 1970 to 2199).';

/** A day. */
export const date = field<CalendarDate>('A day, 2026-03-31.', { format: 'date' }, (text) => {
  const value = parseDate(text);
  if (value) return { value };
  return { code: 'date_invalid', message: `${JSON.stringify(text.slice(0, 60))} is no day.`, todo: dateTodo };
});

/** A day or a time with offset, still as text: `momentIn` (below) makes it an instant once the zone is known. */
export const moment = field(
  'A day (2026-03-31, its beginning) or a time with offset (2026-03-31T12:00:00+02:00).',
  { pattern: '^\\d{4}-\\d\\d-\\d\\d([Tt ]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,12})?([Zz]|[+-]\\d\\d:\\d\\d))?$' },
  (text) => {
    if (parseDate(text) || parseInstant(text) !== undefined) return { value: text };
    const message = `${JSON.stringify(text.slice(0, 60))} is neither a day nor a time with offset.`;
    return { code: 'date_invalid', message, todo: `${dateTodo} Or a time: 2026-03-31T12:00:00+02:00.` };
  },
);

/** Returns the instant of a `moment`: a day is its beginning in `zone`. */
export function momentIn(text: string, zone: string): Instant {
  const value = parseDate(text);
  const instant = value ? startOfDate(value, zone) : parseInstant(text);
  if (instant === undefined) throw new Error(`not a moment: ${text}`);
  return instant;
}

const DURATION = /^P(?:(\d{1,4})W|(?:(\d{1,4})D)?(?:T(?=\d)(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?)$/;

/** An ISO 8601 duration of weeks or of days, hours, minutes and seconds, as microseconds. A day is 24 hours. */
export const duration = field(
  'An ISO 8601 duration such as P2D or PT12H.',
  { examples: ['P2D', 'PT12H'] },
  (text) => {
    const match = text === 'P' ? null : DURATION.exec(text);
    if (match) {
      const [weeks, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
      return { value: (weeks! * 7 + days!) * day + hours! * hour + minutes! * minute + seconds! * second };
    }
    const message = `${JSON.stringify(text.slice(0, 60))} is no duration.`;
    return {
      code: 'duration_invalid',
      message,
      todo: 'Write a duration such as P2D, PT12H or P1W; no months or years.',
    };
  },
);

/** A time zone by its IANA name. */
export const zone = field('An IANA time zone.', { examples: ['Europe/Berlin', 'UTC'] }, (text) => {
  if (isZone(text)) return { value: text };
  const message = `${JSON.stringify(text.slice(0, 60))} is no time zone.`;
  return { code: 'zone_unknown', message, todo: 'Use an IANA name such as Europe/Berlin or UTC.' };
});

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** A currency by its ISO 4217 code, in capitals. */
export const currency = field('An ISO 4217 currency.', { pattern: '^[A-Z]{3}$' }, (text) => {
  if (currencies.has(text)) return { value: text };
  const message = `${JSON.stringify(text.slice(0, 60))} is no currency.`;
  return { code: 'currency_unknown', message, todo: 'Use an ISO 4217 code in capitals, such as EUR.' };
});

/** A name that other things refer to: letters, digits and `. _ : / -`, at most 100, beginning with a letter or digit. */
export const identifier = field(
  'An id: letters, digits and . _ : / -',
  { pattern: '^[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}$', type: ['string', 'integer'] },
  (text) => {
    if (/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}$/.test(text)) return { value: text };
    const message = `${JSON.stringify(text.slice(0, 60))} cannot be an id.`;
    return { code: 'id_invalid', message, todo: 'Use letters, digits and . _ : / - only, at most 100.' };
  },
);

/** A text of 1 to `most` characters that is not blank. */
export function words(most: number) {
  return field(`A text of at most ${most} characters.`, { minLength: 1, maxLength: most }, (text) => {
    if (text.trim() !== '' && text.length <= most) return { value: text };
    const message = text.trim() === '' ? 'The text is empty.' : `The text is longer than ${most} characters.`;
    return { code: 'text_length', message, todo: `Write 1 to ${most} characters.` };
  });
}
