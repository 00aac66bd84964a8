import { useMemo } from 'react';
import type { PortalDate } from '../data/portal.ts';
import type { Formats } from '../words/formats.ts';
import { type Say, useFormats, useWords } from '../words/Words.tsx';
import { datesWords } from './words.ts';

type DateWord = keyof typeof import('../words/en/dates.ts').default;

/** A date in words: what it is, what about, and what changes then. */
export type DateText = { readonly title: string; readonly about: string; readonly detail: string | null };

/** Returns a date in words, as of an instant. What it is about stands as it was signed or named. */
export function dateTextOf(say: Say<DateWord>, formats: Formats, date: PortalDate, asOf: string): DateText {
  const { kind, about, before, after } = date;
  const overdue = kind === 'duty-due' && date.on < formats.dateOf(asOf, date.zone);
  const title = overdue
    ? say('duty_overdue', { on: formats.day(date.on) })
    : say(kind.replaceAll('-', '_') as DateWord);
  const isTime = kind === 'duty-due' || kind === 'grace-end';
  if (before === null && after === null) return { title, about, detail: null };
  if (isTime && before !== null && after !== null) {
    return {
      title,
      about,
      detail: say('forTime', { from: formats.day(before), through: formats.day(after) }),
    };
  }
  const to = formats.number(after ?? '');
  return {
    title,
    about,
    detail:
      before === null
        ? say('changeTo', { after: to })
        : say('changeFromTo', { before: formats.number(before), after: to }),
  };
}

/** Returns what words dates in the reader's language, as of an instant. */
export function useDateText(asOf: string): (date: PortalDate) => DateText {
  const say = useWords(datesWords);
  const formats = useFormats();
  return useMemo(() => (date) => dateTextOf(say, formats, date, asOf), [say, formats, asOf]);
}
