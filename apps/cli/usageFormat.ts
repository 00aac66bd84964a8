import { basename } from 'node:path';
import {
  formatNames as allFormats,
  type FormatName,
  importFormats,
  recognize,
} from '#business/usage/import/formats.ts';

/** The formats of usage that are read here: all there are. */
export const usageFormats: readonly FormatName[] = allFormats;
export type UsageFormat = FormatName;

/** What each format is called. */
export const formatNames: Readonly<Record<UsageFormat, string>> = {
  ...(Object.fromEntries(usageFormats.map((name) => [name, importFormats[name].title])) as Record<
    UsageFormat,
    string
  >),
  roster: 'roster',
};

const endings: readonly (readonly [RegExp, UsageFormat])[] = [
  [/\.(json|jsonl|ndjson)$/i, 'cloudevents'],
  [/\.(csv|tsv)$/i, 'roster'],
  [/rlmstat/i, 'rlmstat'],
  [/lmstat/i, 'lmstat'],
  [/lservsta/i, 'sentinel'],
];

/**
 * Returns the format of a usage file: by its beginning (`head`, the first 64 KB as text), else by its name; `undefined`
 * where neither tells.
 */
export function usageFormat(head: string, name: string): UsageFormat | undefined {
  return recognize(head) ?? endings.find(([ending]) => ending.test(basename(name)))?.[1];
}
