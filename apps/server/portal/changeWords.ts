import { dateWords } from '#business/correspondence/dateWords.ts';
import type { Change } from '#business/portal/change.ts';
import { type CalendarDate, parseDate } from '#platform/instant.ts';

/** Returns a change in plain English. */
export function changeWords({ kind, about, before, after, told }: Change): string {
  const was = before || 'nothing';
  const is = after || 'nothing';
  switch (kind) {
    case 'agreement-new':
      return `There is a new agreement: ${about}.`;
    case 'term-changed':
      return `The term of ${about} is now ${termWords(is)}; it was ${termWords(was)}.`;
    case 'clause-new':
      return `There is a new rule: ${about}`;
    case 'clause-gone':
      return `This rule is no longer there: ${about}`;
    case 'wording-changed':
      return `A rule reads differently now: ${is}`;
    case 'counting-changed':
      return `How it is counted has changed: ${about} Counted is now ${is}; it was ${was}.`;
    case 'rights-changed':
      return `Which use counts has changed: ${about} Now: ${is}. Before: ${was}.`;
    case 'amendment':
      return `Amendment ${about}: ${told}.`;
    case 'amendment-withdrawn':
      return `Amendment ${about} was taken back, as it was recorded by mistake: ${told}.`;
    case 'grant-new':
      return `Grant ${about}: ${told}.`;
    case 'grant-ended':
      return `Grant ${about} has ended: ${told}.`;
    case 'pause-new':
      return `${told} (${about}).`;
    case 'pause-ended':
      return `This is over: ${told} (${about}).`;
    case 'limit-changed':
      return `${is} is allowed now, before it was ${was}: ${about}`;
    case 'price-changed': {
      const amounts = before !== null && after !== null ? `: ${after} each, before it was ${before}` : '';
      return `The price of ${about} has changed${amounts}.${told ? ` ${told}` : ''}`;
    }
    case 'accounts-merged':
      return `${about} now counts as ${is}: they are one.`;
    case 'account-left-out':
      return `${about} does not count any more.`;
    case 'accounts-undone':
      return after === null ? `${about} counts again.` : `${about} no longer counts as ${after}, but apart.`;
    case 'source-new':
      return `Use comes in from a new source: ${about}.`;
    case 'counted-again':
      return after === null
        ? `We corrected ourselves: nothing is above the limit here any more. ${about}`
        : `We corrected ourselves: it is ${after} and not ${was}. ${about}`;
  }
}

/** `2026-03-01/2027-02-28` as days that people read. */
function termWords(days: string): string {
  const [first, last] = days.split('/').map((day) => parseDate(day));
  return first && last ? `${words(first)} through ${words(last)}` : days;
}

const words = (day: CalendarDate) => dateWords(day);
