import type { ImportItem, Options } from './importData.ts';

/** What people call each status. */
export const importStatusWords: Record<ImportItem['status'], string> = {
  waiting: 'Waiting for you',
  queued: 'In line',
  running: 'Importing',
  accepted: 'Imported',
  refused: 'Refused',
  canceled: 'Canceled',
  failed: 'Failed',
};

export const importTones: Record<ImportItem['status'], string> = {
  waiting: 'near',
  queued: 'cannot-tell',
  running: 'covered',
  accepted: 'within',
  refused: 'beyond',
  canceled: 'cannot-tell',
  failed: 'beyond',
};

/** What each option of a format is called in a form. */
export const optionLabels: Record<keyof Options, string> = {
  source: 'Source',
  zone: 'Time zone',
  at: 'Moment',
  day: 'Day',
  roster: 'Roster',
  feature: 'Feature',
  kind: 'Kind',
  fields: 'Names of fields',
  subjects: 'Subjects',
  allowEmpty: 'Empty on purpose',
  encoding: 'Text encoding',
};

const sizes = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;

/** Returns a size as people read it: `1.2 MB`, a thousand bytes to the KB. */
export function showSize(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < sizes.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${unit === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${sizes[unit]}`;
}

/** Returns a time left in words: `about 40 seconds`, `about 3 minutes`. */
export function showLeft(seconds: number): string {
  if (seconds < 5) return 'a few seconds';
  if (seconds < 90) return `about ${Math.ceil(seconds / 5) * 5} seconds`;
  if (seconds < 5400) return `about ${Math.round(seconds / 60)} minutes`;
  return `about ${Math.round(seconds / 3600)} hours`;
}
