import { z } from '@hono/zod-openapi';
import { ProblemView } from '../pages.ts';
import { instantField } from '../reasoned.ts';

/** An agreement in the list of a customer's. Instants in RFC 3339; `version` counts what was recorded of it. */
export const AgreementEntry = z
  .object({
    id: z.string(),
    title: z.string(),
    from: z.string(),
    until: z.string(),
    zone: z.string(),
    currency: z.string(),
    clauses: z.number().int(),
    version: z.number().int(),
  })
  .openapi('AgreementEntry');

export const AgreementList = z
  .object({
    items: z.array(AgreementEntry),
    next: z.null(),
    total: z.number().int(),
  })
  .openapi('Agreements');

/** What a form of the kind `agreement/1` holds: maps, lists and texts, numbers as texts too. */
export const FormView = z.record(z.string(), z.unknown()).openapi('AgreementForm');

/** One agreement to be edited: its text in YAML, and the same as a form. */
export const AgreementDocument = z
  .object({
    id: z.string(),
    customer: z.string(),
    version: z.number().int(),
    text: z.string(),
    form: FormView,
    /** Variations that were ended early, and from when on. */
    revoked: z.array(z.object({ id: z.string(), at: z.string() })),
    /** Amendments that were taken back, and when. */
    withdrawn: z.array(z.object({ id: z.string(), at: z.string() })),
  })
  .openapi('AgreementDocument');

/** The text of an agreement: YAML or JSON of the form `agreement/1`. */
export const AgreementText = z.object({ text: z.string() }).openapi('AgreementText');

/** A text to be looked at before it is saved; without `agreement` that of a new one. */
export const PreviewOrder = AgreementText.extend({ agreement: z.string().optional() }).openapi(
  'AgreementPreviewOrder',
);

/** When a variation shall end; now where nothing is said. */
export const RevokeOrder = z.object({ at: instantField.optional() }).openapi('RevokeOrder');

/** A stretch of time in which a clause would allow something else; `null`: nothing agreed. Days are those of the agreement's zone. */
export const TermsChangeView = z
  .object({
    clause: z.string(),
    from: z.string(),
    until: z.string(),
    before: z.string().nullable(),
    after: z.string().nullable(),
  })
  .openapi('TermsChange');

/** What saving a text would do: what is recorded, in words, and what is allowed otherwise than before. */
export const AgreementPreview = z
  .object({
    /** Nothing at all would change. */
    same: z.boolean(),
    zone: z.string(),
    papers: z.array(z.string()),
    terms: z.array(TermsChangeView),
    notes: z.array(ProblemView),
  })
  .openapi('AgreementPreview');
