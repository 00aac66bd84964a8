import { z } from 'zod';
import { optionNames } from '#business/usage/import/formatOptions.ts';
import { date, identifier, moment, wholeNumber, words } from '#platform/fields.ts';

/*
 * The form of `expected.yaml` and `not-yet.yaml`. A question has no place for a number: quantities come from the
 * agreement (a limit, an order line) or from usage (a reading), so that nothing worked out by hand enters the engine.
 */

const name = words(100);

const howToRead = z.discriminatedUnion('read', [
  z.strictObject({
    read: z.literal('cloudEvents'),
    file: name,
    /** The field of `data` that is the quantity, where it has another name. */
    quantity: name.optional(),
  }),
  z.strictObject({
    read: z.literal('roster'),
    file: name,
    source: name,
    roster: name,
    feature: name,
    asOf: moment,
  }),
  z.strictObject({ read: z.literal('lmstat'), file: name, source: name }),
  z.strictObject({
    read: z.enum(['rlmstat', 'flexdebug', 'rlmreport', 'sentinel', 'csv', 'otlp', 'declaration']),
    file: name,
    source: name.optional(),
    /** The other options of the format. */
    options: z.partialRecord(z.enum(optionNames), z.string()).optional(),
  }),
]);

const group = z.array(words(200));
const reading = z.strictObject({ reading: identifier, at: moment, group: group.optional() });

/** Where a priced quantity comes from. An order line is priced for the part of the span in which it holds. */
const quantity = z.union([
  reading,
  z.strictObject({ limit: identifier, at: moment }),
  z.strictObject({ orderLine: identifier }),
]);

const expect = z
  .array(
    z.strictObject({
      /** What the vendor's page calls it; nested ones with a dot. Left out: a figure of our own beside the published ones. */
      name: name.optional(),
      figure: z.string(),
      value: z.union([z.string(), z.array(z.string())]),
      /** Compare after rounding both to so many decimals; otherwise exactly. */
      places: wholeNumber(0, 30).optional(),
    }),
  )
  .min(1);

const ofClause = { clause: identifier, at: moment, group: group.optional() };
const span = { from: date, until: date };

const question = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('reading'), ...ofClause, asOf: moment.optional(), expect }),
  z.strictObject({ ask: z.literal('readingAfterEachRecord'), ...ofClause, expect }),
  z.strictObject({ ask: z.literal('groups'), clause: identifier, at: moment, expect }),
  z.strictObject({ ask: z.literal('evidence'), ...ofClause, expect }),
  z.strictObject({ ask: z.literal('binds'), clause: identifier, at: moment, expect }),
  z.strictObject({ ask: z.literal('limit'), clause: identifier, at: moment, expect }),
  z.strictObject({ ask: z.literal('finding'), ...ofClause, asOf: moment.optional(), expect }),
  /** Whether the rules of `alerts.yaml` fire on the window that holds `at`. */
  z.strictObject({ ask: z.literal('alert'), ...ofClause, asOf: moment.optional(), expect }),
  z.strictObject({ ask: z.literal('trueUp'), ...ofClause, asOf: moment.optional(), from: date, expect }),
  z.strictObject({
    ask: z.literal('price'),
    components: z.array(identifier).min(1),
    quantity,
    ...span,
    expect,
  }),
  z.strictObject({
    ask: z.literal('difference'),
    component: identifier,
    older: quantity,
    newer: quantity,
    ...span,
    expect,
  }),
  z.strictObject({
    ask: z.literal('change'),
    /** The price before and the price after, of the same units, from a moment to another. */
    older: identifier,
    newer: identifier,
    quantity,
    from: moment,
    until: moment,
    expect,
  }),
  z.strictObject({
    ask: z.literal('credit'),
    component: identifier,
    held: quantity,
    /** How many are held after some were given back. */
    kept: quantity,
    ...span,
    expect,
  }),
  z.strictObject({
    ask: z.literal('commitment'),
    commitment: identifier,
    uses: z.array(z.strictObject({ component: identifier, quantity })).min(1),
    ...span,
    expect,
  }),
  z.strictObject({
    ask: z.literal('lmstat'),
    file: name,
    feature: name,
    /** A real file, beside the checkout, that must give the same. */
    real: name.optional(),
    expect,
  }),
]);

export const expectedForm = z.strictObject({
  goodterms: z.literal('conformance/1'),
  /** The id of the published example. */
  row: identifier,
  rule: words(1000),
  /** `rule`: the vendor publishes the rule without numbers, so that the numbers here are ours. */
  published: z.enum(['figures', 'rule']).default('figures'),
  usage: z.array(howToRead).default([]),
  notAsked: z.array(z.strictObject({ name, why: words(1000) })).default([]),
  questions: z.array(question).min(1),
});

export const notYetForm = z.strictObject({
  goodterms: z.literal('not-yet/1'),
  rows: z.array(z.strictObject({ id: identifier, missing: words(1000) })),
});

export type Expected = z.output<typeof expectedForm>;
export type HowToRead = z.output<typeof howToRead>;
export type Question = z.output<typeof question>;
export type Quantity = z.output<typeof quantity>;
export type Expectation = z.output<typeof expect>[number];
export type NotYet = z.output<typeof notYetForm>['rows'];
