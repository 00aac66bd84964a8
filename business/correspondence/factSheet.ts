/**
 * One typed value a message may use. `shown` is exactly how every channel writes it, so that a reader can compare
 * messages letter by letter; `trace` says where it comes from. A `quote` is words
 * taken from a source letter by letter, numbers included; each number in a `text` is a fact of its own.
 */
export type Fact = {
  readonly id: string;
  readonly kind: 'number' | 'money' | 'date' | 'name' | 'text' | 'quote';
  readonly value: string;
  readonly shown: string;
  readonly trace: string;
};

/** The typed numbers, dates and names that a message may use, by id. */
export type FactSheet = ReadonlyMap<string, Fact>;
