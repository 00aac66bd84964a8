import { userColumns } from '#business/usage/import/roster.ts';

/** The formats of usage that are read here. */
export const usageFormats = ['cloudevents', 'roster', 'lmstat'] as const;
export type UsageFormat = (typeof usageFormats)[number];

/** What each format is called. */
export const formatNames: Readonly<Record<UsageFormat, string>> = {
  cloudevents: 'CloudEvents',
  roster: 'roster',
  lmstat: 'lmstat',
};

const lmstatLine =
  /^(lm(util|stat) - Copyright|Flexible License Manager status on |Users of .+: {1,2}\(|NOTE: lmstat -i )/m;
const endings: readonly (readonly [RegExp, UsageFormat])[] = [
  [/\.(json|jsonl|ndjson)$/i, 'cloudevents'],
  [/\.(csv|tsv)$/i, 'roster'],
  [/lmstat/i, 'lmstat'],
];

/**
 * Returns the format of a usage file: by its beginning (`head`, the first 64 KB as text), else by its name; `undefined`
 * where neither tells. JSON is CloudEvents, a first line with a column that names users is a roster.
 */
export function usageFormat(head: string, name: string): UsageFormat | undefined {
  const text = head.replace(/^\uFEFF/, '');
  if (/^\s*[[{]/.test(text)) return 'cloudevents';
  if (lmstatLine.test(text)) return 'lmstat';
  const cells = text
    .split('\n', 1)[0]!
    .split(/[,;\t]/)
    .map((cell) => cell.replace(/^\s*"?|"?\s*$/g, '').toLowerCase());
  if (userColumns.some((column) => cells.includes(column))) return 'roster';
  return endings.find(([ending]) => ending.test(name))?.[1];
}
