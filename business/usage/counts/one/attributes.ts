import type { UsageRecord } from '#business/usage/record.ts';

/** Returns what a record has under an attribute's name, `undefined` where it lacks it. */
export function attributeOf(record: UsageRecord, name: string): string | undefined {
  if (name === 'feature') return record.feature;
  if (name === 'source') return record.source;
  if (name === 'who') return record.who ?? undefined;
  return Object.hasOwn(record.attributes, name) ? record.attributes[name] : undefined;
}

/** Returns the JSON list of what a record has under several names; what it lacks is the empty text. */
export function valuesOf(record: UsageRecord, names: readonly string[]): string {
  return JSON.stringify(names.map((name) => attributeOf(record, name) ?? ''));
}
