import { z } from 'zod';

const decimal = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,6})?$/, 'Give a number such as 90 or 2.5, without a sign.');
const percent = decimal.refine(
  (text) => Number(text) > 0 && Number(text) <= 100,
  'Give more than 0, at most 100.',
);
const left = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('units'), value: decimal }),
  z.strictObject({ kind: z.literal('percent'), value: percent }),
]);
const days = z.number().int().min(1).max(366);

/** When an alert is due, as it is sent and written in files. */
export const thresholdForm = z.union([
  z.strictObject({ kind: z.literal('percent'), percent }),
  z.strictObject({ kind: z.literal('remaining'), units: decimal }),
  z.strictObject({ kind: z.literal('forecast'), before: z.literal('days'), days }),
  z.strictObject({ kind: z.literal('forecast'), before: z.literal('renewal') }),
  z.strictObject({
    kind: z.literal('bands'),
    bands: z
      .array(z.strictObject({ upTo: decimal.nullable(), left }))
      .min(1)
      .max(20)
      .refine(isAscending, 'Begin with the smallest band; only the last one may be without end.'),
  }),
]);

function isAscending(bands: readonly { readonly upTo: string | null }[]): boolean {
  return bands.every(({ upTo }, i) => {
    const before = bands[i - 1]?.upTo;
    if (i > 0 && (before === null || before === undefined)) return false;
    return upTo === null || before === undefined || before === null || Number(before) < Number(upTo);
  });
}

export const ruleId = z.string().regex(/^[a-z0-9-]{1,60}$/, 'Use lower-case letters, digits and dashes.');

export const ruleForm = z.strictObject({ id: ruleId, threshold: thresholdForm });

/** All rules of one place: at most twenty, each id once. */
export const rulesForm = z
  .array(ruleForm)
  .max(20)
  .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, 'Two rules have the same id.');
