/**
 * One typed value a message may use. `shown` is exactly how every channel writes it, so that a reader can compare
 * messages letter by letter; `trace` says where it comes from.
 */
export type Fact = {
  readonly id: string;
  readonly kind: 'number' | 'money' | 'date' | 'name' | 'text';
  readonly value: string;
  readonly shown: string;
  readonly trace: string;
};

/** The typed numbers, dates and names that a message may use, by id. */
export type FactSheet = ReadonlyMap<string, Fact>;
