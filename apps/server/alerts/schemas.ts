import { z } from '@hono/zod-openapi';
import { alertKinds } from '#business/alerts/rule.ts';
import { ruleId, rulesForm, thresholdForm } from '#business/alerts/rulesForm.ts';
import { pageOf } from '../http/cursor.ts';
import { instantField, reasonField } from '../reasoned.ts';

/** When an alert is due; see the guide. */
export const ThresholdForm = thresholdForm.openapi('AlertThreshold');
export const RuleForm = z.object({ id: ruleId, threshold: ThresholdForm }).openapi('AlertRule');
const RulesForm = z.array(RuleForm).superRefine((rules, found) => {
  for (const { message, path } of rulesForm.safeParse(rules).error?.issues ?? [])
    found.addIssue({ code: 'custom', message, path });
});

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
