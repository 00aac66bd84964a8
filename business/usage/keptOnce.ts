import type { UsageRecord } from './record.ts';

/** So many different values are remembered; a source whose values all differ must not be kept twice. */
const mostRemembered = 100_000;

/** Gives the same object for the same value, so that what repeats in a million records is held once. */
export type KeptOnce = {
  readonly text: (value: string) => string;
  /** `json` is the attributes as a JSON object of texts; what comes back is shared and never changed. */
  readonly attributes: (json: string) => UsageRecord['attributes'];
};

/** Returns an empty memory. */
export function keptOnce(): KeptOnce {
  const texts = new Map<string, string>();
  const attributes = new Map<string, UsageRecord['attributes']>();
  return {
    text: (value) => remembered(texts, value, (text) => text),
    attributes: (json) => remembered(attributes, json, (text) => Object.freeze(JSON.parse(text))),
  };
}

function remembered<T>(memory: Map<string, T>, key: string, make: (key: string) => T): T {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make(key);
  if (memory.size < mostRemembered) memory.set(key, made);
  return made;
}
