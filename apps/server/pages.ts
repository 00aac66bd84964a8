import { z } from '@hono/zod-openapi';
import { FlagView } from './flags/schemas.ts';
import { FindingContest } from './questions/findingContest.ts';

/** Schemas of what the pages show. All numbers are strings as people read them; the browser never computes with them. */

const Party = z.object({ id: z.string(), name: z.string() }).openapi('Party');
const Unit = z.object({ one: z.string(), many: z.string() }).openapi('Unit');
export const Status = z.enum(['beyond', 'near', 'within', 'covered', 'cannot-tell']).openapi('Status');

export const PricedLine = z
  .object({
    kind: z.enum(['charge', 'credit', 'fee', 'discount', 'minimum', 'overage', 'rounding']),
    label: z.string(),
    shown: z.string(),
  })
  .openapi('PricedLine');
export const Priced = z
  .object({ currency: z.string(), lines: z.array(PricedLine), total: z.string() })
  .openapi('Priced');

export const Provenance = z
  .object({
    words: z.string(),
    value: z.string(),
    counts: z.boolean(),
    from: z.string(),
    until: z.string(),
  })
  .openapi('Provenance');

/** What to draw: `x` are RFC 3339 instants; `value`, `limit` exact decimals as strings. */
export const ForecastStep = z
  .object({ at: z.string(), low: z.string(), middle: z.string(), high: z.string() })
  .openapi('ForecastStep');

/** Where use is likely to be, so far as it can be told; numbers are estimates, for drawing. */
export const ChartForecast = z
  .object({
    words: z.string(),
    path: z.array(ForecastStep),
  })
  .openapi('ChartForecast');

export const Chart = z
  .object({
    unit: Unit,
    window: z.string(),
    zone: z.string(),
    from: z.string(),
    until: z.string(),
    asOf: z.string(),
    used: z.array(z.object({ from: z.string(), until: z.string(), value: z.string(), beyond: z.boolean() })),
    allowed: z.array(z.object({ from: z.string(), until: z.string(), limit: z.string(), words: z.string() })),
    /** `null` (or left out) where there is too little to go by. */
    forecast: ChartForecast.nullable().optional(),
  })
  .openapi('Chart');

export const ClauseView = z
  .object({
    id: z.string(),
    kind: z.enum(['capacity', 'restriction']),
    product: Party,
    plain: z.string(),
    text: z.string(),
    measuredAs: z.string(),
    /** Which use counts at all, by what was signed; each a sentence with its dates. */
    rights: z.array(z.string()),
    allowedNow: z.string(),
    allowedWords: z.string(),
    provenance: z.array(Provenance),
    status: Status,
    charts: z.array(z.object({ group: z.string(), chart: Chart })),
  })
  .openapi('Clause');
export const VariationView = z
  .object({
    id: z.string(),
    kind: z.enum(['permit', 'forbearance']),
    clause: z.string(),
    words: z.string(),
    from: z.string(),
    until: z.string(),
    inForce: z.boolean(),
    reason: z.string(),
  })
  .openapi('Variation');
export const AgreementView = z
  .object({
    id: z.string(),
    title: z.string(),
    signedOn: z.string(),
    from: z.string(),
    until: z.string(),
    renewsOn: z.string(),
    zone: z.string(),
    orderLines: z.array(z.object({ id: z.string(), words: z.string() })),
    amendments: z.array(z.object({ id: z.string(), words: z.string(), from: z.string() })),
    variations: z.array(VariationView),
    clauses: z.array(ClauseView),
  })
  .openapi('Agreement');

export const EvidenceView = z
  .object({
    window: z.string(),
    value: z.string(),
    rows: z.array(
      z.object({
        source: z.string(),
        id: z.string(),
        kind: z.string(),
        feature: z.string(),
        who: z.string().nullable(),
        from: z.string(),
        until: z.string().nullable(),
        contributes: z.string(),
        /** The id of the identity behind `who`. */
        person: z.string().nullable(),
        /** What was changed about it before it was counted, by which decision, right or rating; `null` where nothing was. */
        counted: z.string().nullable(),
      }),
    ),
    total: z.number().int(),
  })
  .openapi('Evidence');
export const QuestionView = z
  .object({
    code: z.string(),
    count: z.number().int(),
    units: z.string().nullable(),
    words: z.string(),
    /** The identities it asks about, where it asks about people. */
    people: z.array(z.object({ id: z.string(), key: z.string() })),
  })
  .openapi('Question');
export const FindingState = z
  .enum(['detected', 'verified', 'confirmed', 'dismissed', 'cleared', 'merged'])
  .openapi('FindingState');
export const FindingCommand = z.enum(['confirm', 'dismiss', 'reopen']).openapi('FindingCommand');
export const FindingView = z
  .object({
    key: z.string(),
    agreement: z.string(),
    clause: z.string(),
    group: z.string(),
    product: Party,
    state: FindingState,
    /** One sentence with the limit, the measured value, the excess and since when. */
    summary: z.string(),
    cause: z.string().nullable(),
    unit: Unit,
    limit: z.string(),
    measured: z.string(),
    excess: z.string(),
    since: z.string(),
    until: z.string().nullable(),
    peakAt: z.string(),
    windowsBeyond: z.number().int(),
    timeline: z.array(z.object({ at: z.string(), words: z.string() })),
    windows: z.array(
      z.object({
        from: z.string(),
        until: z.string(),
        value: z.string(),
        limit: z.string(),
        excess: z.string(),
        open: z.boolean(),
      }),
    ),
    provenance: z.array(Provenance),
    verification: z.object({
      counts: z.enum(['agree', 'differ']),
      firstDifference: z.string().nullable(),
      reconciliation: z.string(),
      passed: z.boolean(),
      tzdata: z.string(),
    }),
    questions: z.array(QuestionView),
    contests: z.array(FindingContest),
    trueUp: Priced.nullable(),
    evidence: EvidenceView,
    /** What sources told of its time and does not count, with the decision or right that says so. */
    notCounted: z.array(
      z.object({ who: z.string().nullable(), words: z.string(), records: z.number().int() }),
    ),
    revisions: z.array(z.object({ at: z.string(), words: z.string() })),
    /** Which commands are possible now, and for the others why not. */
    commands: z.array(
      z.object({ command: FindingCommand, possible: z.boolean(), why: z.string().nullable() }),
    ),
    version: z.number().int(),
  })
  .openapi('Finding');
export const NoticeView = z
  .object({
    finding: z.string(),
    kind: z.enum(['notice', 'apology', 'correction']),
    /** Why it cannot be sent yet; null when it could. */
    withheld: z.string().nullable(),
    to: z.string(),
    from: z.string(),
    subject: z.string(),
    text: z.string(),
    facts: z.array(z.object({ id: z.string(), kind: z.string(), shown: z.string(), trace: z.string() })),
  })
  .openapi('Notice');
const Person = z.object({ name: z.string(), email: z.string(), role: z.string() }).openapi('Person');

export const CustomerPage = z
  .object({
    asOf: z.string(),
    customer: z.object({
      id: z.string(),
      name: z.string(),
      size: z.string(),
      segment: z.string(),
      riskTolerance: z.string(),
      since: z.string(),
      renewals: z.number().int(),
      contact: Person,
      owner: Person,
      goodExperiences: z.array(z.string()),
      vendorMistakes: z.array(z.string()),
    }),
    /** Standing flags with their history, those in force first. */
    flags: z.array(FlagView),
    agreements: z.array(AgreementView),
    findings: z.array(FindingView),
    notices: z.array(NoticeView),
    unmatched: z.array(
      z.object({ feature: z.string(), source: z.string(), records: z.number().int(), words: z.string() }),
    ),
  })
  .openapi('CustomerPage');

const ProblemPart = z
  .object({
    code: z.string(),
    title: z.string(),
    detail: z.string(),
    todo: z.string(),
    pointer: z.string().optional(),
    line: z.number().int().optional(),
  })
  .openapi('ProblemPart');

/** Problem details, RFC 9457, with our code, pointer and what to do. */
export const ProblemView = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    todo: z.string(),
    pointer: z.string().optional(),
    line: z.number().int().optional(),
    request: z.string().optional(),
    /** All that was wrong, where it was more than one thing. */
    problems: z.array(ProblemPart).optional(),
  })
  .openapi('Problem');
export const ImportReport = z
  .object({
    import: z.string(),
    format: z.string(),
    lines: z.number().int(),
    accepted: z.number().int(),
    duplicates: z.number().int(),
    conflicts: z.number().int(),
    rejected: z.number().int(),
    rejections: z.array(
      z.object({
        line: z.number().int().nullable(),
        pointer: z.string().nullable(),
        code: z.string(),
        detail: z.string(),
        todo: z.string(),
      }),
    ),
    notes: z.array(z.string()),
  })
  .openapi('ImportReport');

export type CustomerPage = z.infer<typeof CustomerPage>;
export type AgreementView = z.infer<typeof AgreementView>;
export type ClauseView = z.infer<typeof ClauseView>;
export type FindingView = z.infer<typeof FindingView>;
export type NoticeView = z.infer<typeof NoticeView>;
export type Chart = z.infer<typeof Chart>;
export type ImportReport = z.infer<typeof ImportReport>;
export type ProblemView = z.infer<typeof ProblemView>;
