import { type Instant, isZone, parseDate, parseInstant, startOfDate } from '#platform/instant.ts';
import type { Problem } from '#platform/problem.ts';
import { type Answer, refused } from './answer.ts';
import { type Given, problem } from './options.ts';

/** Returns the moment that an option names, a day being its beginning in `zone`; `otherwise` where it is not given. */
export function momentGiven(given: Given, option: string, zone: string, otherwise: Instant): Answer<Instant> {
  const text = given.text(option);
  if (text === undefined) return { ok: true, value: otherwise };
  const moment = momentOf(text, zone);
  return moment === undefined ? refused(momentProblem(option, text)) : { ok: true, value: moment };
}

/** Returns the moment of a time with offset, or the beginning of a day in the zone; `undefined` for any other text. */
export function momentOf(text: string, zone: string | undefined): Instant | undefined {
  const date = parseDate(text);
  if (date === undefined) return parseInstant(text);
  return zone !== undefined && isZone(zone) ? startOfDate(date, zone) : undefined;
}

/** Returns the problem of an option that holds no moment. */
export function momentProblem(option: string, text: string, zoneMissing = false): Problem {
  if (zoneMissing && parseDate(text))
    return problem(
      'zone_missing',
      `--${option} ${text} is a day, and the agreements are of several time zones.`,
      'Add --zone.',
    );
  return problem(
    'moment_invalid',
    `--${option} ${text} is neither a day nor a time with offset.`,
    `Write --${option} 2026-06-30 (its beginning) or 2026-06-30T12:00:00+02:00.`,
  );
}
