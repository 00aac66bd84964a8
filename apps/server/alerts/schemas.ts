import { z } from '@hono/zod-openapi';
import { alertKinds } from '#business/alerts/rule.ts';
import { pageOf } from '../http/cursor.ts';
import { instantField, reasonField } from '../reasoned.ts';

const decimal = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,6})?$/, 'Give a number such as 90 or 2.5, without a sign.');
const percent = decimal.refine(
  (text) => Number(text) > 0 && Number(text) <= 100,
  'Give more than 0, at most 100.',
);
const left = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('units'), value: decimal }),
  z.object({ kind: z.literal('percent'), value: percent }),
]);
const days = z.number().int().min(1).max(366);

/** When an alert is due; see the guide. */
export const ThresholdForm = z
  .union([
    z.object({ kind: z.literal('percent'), percent }),
    z.object({ kind: z.literal('remaining'), units: decimal }),
    z.object({ kind: z.literal('forecast'), before: z.literal('days'), days }),
    z.object({ kind: z.literal('forecast'), before: z.literal('renewal') }),
    z.object({
      kind: z.literal('bands'),
      bands: z
        .array(z.object({ upTo: decimal.nullable(), left }))
        .min(1)
        .max(20)
        .refine(isAscending, 'Begin with the smallest band; only the last one may be without end.'),
    }),
  ])
  .openapi('AlertThreshold');

function isAscending(bands: readonly { readonly upTo: string | null }[]): boolean {
  return bands.every(({ upTo }, i) => {
    const before = bands[i - 1]?.upTo;
    if (i > 0 && (before === null || before === undefined)) return false;
    return upTo === null || before === undefined || before === null || Number(before) < Number(upTo);
  });
}

export const RuleForm = z
  .object({
    id: z.string().regex(/^[a-z0-9-]{1,60}$/, 'Use lower-case letters, digits and dashes.'),
    threshold: ThresholdForm,
  })
  .openapi('AlertRule');

export const RulesForm = z
  .array(RuleForm)
  .max(20)
  .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, 'Two rules have the same id.');

/** Rules of a clause or of the vendor; `own: false`: none of its own, so that the vendor's hold. */
export const RulesView = z
  .object({
    own: z.boolean(),
    version: z.number().int(),
    rules: z.array(z.object({ id: z.string(), threshold: ThresholdForm, words: z.string() })),
  })
  .openapi('AlertRules');

export const RulesOrder = z.object({ rules: RulesForm.nullable() }).openapi('AlertRulesOrder');

/** What would fire today under rules that are not saved yet. */
export const PreviewOrder = z
  .object({
    rules: RulesForm,
    customer: z.string().optional(),
    agreement: z.string().optional(),
    clause: z.string().optional(),
  })
  .openapi('AlertPreviewOrder');

const Unit = z.object({ one: z.string(), many: z.string() });
const Use = z.object({
  customer: z.object({ id: z.string(), name: z.string() }),
  agreement: z.string(),
  clause: z.string(),
  plain: z.string(),
  product: z.string(),
  group: z.string(),
  unit: Unit,
  used: z.string(),
  limit: z.string(),
  left: z.string(),
  /** Whole percents, rounded down. */
  percent: z.number().int(),
  /** When the limit is likely to be reached, as an estimate in words; `null` where nothing is foreseen. */
  forecast: z.string().nullable(),
});

export const PreviewView = z
  .object({
    watched: z.number().int(),
    total: z.number().int(),
    /** The first fifty that would fire, closest first. */
    fires: z.array(Use.extend({ rules: z.array(z.string()) })),
  })
  .openapi('AlertPreview');

export const AlertStatus = z.enum(['raised', 'silenced', 'crossed', 'cleared']).openapi('AlertStatus');

export const AlertView = Use.extend({
  id: z.string(),
  version: z.number().int(),
  status: AlertStatus,
  rules: z.array(z.string()),
  raisedAt: z.string(),
  changedAt: z.string(),
  finding: z.string().nullable(),
  silence: z
    .object({ until: z.string().nullable(), reason: z.string().nullable(), by: z.string() })
    .nullable(),
  /** Why it cannot be acknowledged; `null` where it can. */
  notNow: z.string().nullable(),
}).openapi('Alert');

export const AlertsPage = pageOf(AlertView).openapi('Alerts');

export const AcknowledgeOrder = z
  .object({ reason: reasonField, until: instantField.nullable().default(null) })
  .openapi('AlertAcknowledgment');

export const DeliveryView = z
  .object({
    id: z.string(),
    customer: z.object({ id: z.string(), name: z.string() }),
    alert: z.string(),
    recipient: z.enum(['contact', 'owner', 'webhook']),
    status: z.enum(['waiting', 'sent', 'held', 'unwanted', 'outdated', 'failed']),
    attempts: z.number().int(),
    nextAt: z.string().nullable(),
    detail: z.string().nullable(),
    recordedAt: z.string(),
    sentAt: z.string().nullable(),
  })
  .openapi('AlertDelivery');

export const DeliveriesPage = pageOf(DeliveryView).openapi('AlertDeliveries');

export const WishForm = z
  .object({ channel: z.enum(['email', 'none']), kinds: z.array(z.enum(alertKinds)).max(3) })
  .openapi('AlertWish');

export const WishView = WishForm.extend({
  who: z.enum(['contact', 'owner']),
  name: z.string(),
  address: z.string(),
}).openapi('AlertWishOfPerson');

export const WishesView = z.object({ items: z.array(WishView) }).openapi('AlertWishes');
