import { duration } from '#platform/fields.ts';

/** Returns the microseconds of a duration as a form has it; throws for what is none. */
export function readDuration(text: string): number {
  return duration.parse(text);
}
