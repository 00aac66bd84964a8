import { z } from 'zod';
import { date, identifier, wholeNumber, words } from '#platform/fields.ts';
import type { Duty, DutyDates } from './duty.ts';
import { exactlyOne } from './exactlyOne.ts';

const days = wholeNumber(0, 3650);

const due = exactlyOne(
  z.strictObject({
    once: date.optional().meta({ description: 'On this day.' }),
    every: z
      .enum(['month', 'quarter', 'year'])
      .optional()
      .meta({ description: 'For each of these in the term, `days` after its last day.' }),
    after: z
      .enum(['start', 'end'])
      .optional()
      .meta({ description: 'So many `days` after the first or the last day of the term.' }),
    days: days.optional(),
    anchor: z.enum(['calendar', 'term']).optional(),
  }),
  ['once', 'every', 'after'],
);

/** The form of one duty: something the customer owes by a date. */
export const dutyForm = z.strictObject({
  id: identifier,
  kind: z.literal('duty').optional(),
  text: words(20_000),
  plain: words(5_000),
  due,
  grace: days.optional(),
  remind: days.optional(),
});

export type DutyForm = z.output<typeof dutyForm>;

/** Days before the due date from which somebody is reminded, where nobody says. */
export const usualReminder = 14;

/** Returns the duty a form describes, with every default filled in. */
export function dutyFromForm({
  id,
  text,
  plain,
  due: form,
  grace = 0,
  remind = usualReminder,
}: DutyForm): Duty {
  return { id, text, plain, due: datesFromForm(form), grace, remind };
}

function datesFromForm({
  once,
  every,
  after,
  days: count = 0,
  anchor = 'calendar',
}: DutyForm['due']): DutyDates {
  if (once !== undefined) return { kind: 'once', on: once };
  if (every !== undefined) return { kind: 'every', period: every, anchor, days: count };
  if (after !== undefined) return { kind: 'after', of: after, days: count };
  throw new Error('the form holds exactly one of once, every and after');
}
