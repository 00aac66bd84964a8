import type { Changes } from '../data/portal.ts';
import type { Formats } from '../words/formats.ts';
import type { Say } from '../words/Words.tsx';

type Change = Changes['items'][number];
type Word = keyof typeof import('../words/en/changes.ts').default;

/** A change in words: what kind it is, what about, what was and what is. */
export type ChangeText = {
  readonly title: string;
  readonly about: string | null;
  readonly before: string | null;
  readonly after: string | null;
};

/** Kinds whose title names what they are about. */
const named = new Set(['amendment', 'amendment-withdrawn', 'grant-new', 'grant-ended']);
/** Kinds that say only what there is now, or are about two accounts. */
const alone = new Set(['agreement-new', 'clause-new', 'clause-gone', 'source-new', 'account-left-out']);

/** Returns a change in words; names, texts and ways of counting stand as they are. */
export function changeTextOf(say: Say<Word>, formats: Formats, change: Change): ChangeText {
  const { kind, about } = change;
  const title = say(kind.replaceAll('-', '_') as Word, { about });
  const shown = (value: string | null) => (value === null ? null : shownOf(formats, value));
  const accounts = kind === 'accounts-merged' || kind === 'accounts-undone';
  if (accounts)
    return { title, about: change.after ? `${about} → ${change.after}` : about, before: null, after: null };
  return {
    title,
    about: named.has(kind) ? null : about,
    before: alone.has(kind) ? null : shown(change.before),
    after: alone.has(kind) ? null : shown(change.after),
  };
}

/** A number, a term of two days, or words as they are. */
function shownOf(formats: Formats, value: string): string {
  const days = /^(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)$/.exec(value);
  return days ? `${formats.day(days[1]!)} – ${formats.day(days[2]!)}` : formats.number(value);
}
