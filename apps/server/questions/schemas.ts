import { z } from '@hono/zod-openapi';
import { claimKinds, outcomes } from '#business/questions/question.ts';
import { isZone, parseDate } from '#platform/instant.ts';
import { pageOf } from '../http/cursor.ts';
import { instantField } from '../reasoned.ts';

const id = z.string().min(1).max(200);
/** A calendar day. */
export const dayField = z
  .string()
  .refine((text) => parseDate(text) !== undefined, 'Give a day such as 2026-03-31.');
/** What people write to each other: at least a word, at most a few pages. */
export const words = z.string().trim().min(1, 'Write a sentence.').max(4000);
const Row = z.object({ source: id, id });

/** What a question is about, as it is asked. `from`: when the window of the line began. */
export const AboutForm = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('general') }),
    z.object({ kind: z.literal('clause'), agreement: id, clause: id }),
    z.object({
      kind: z.literal('line'),
      agreement: id,
      clause: id,
      group: z.string().max(2000).default('[]'),
      from: instantField,
      row: Row.nullable().default(null),
    }),
    z.object({ kind: z.literal('quote'), quote: id }),
    z.object({ kind: z.literal('date'), agreement: id, date: dayField }),
  ])
  .openapi('QuestionAboutForm');

export const AskOrder = z.object({ about: AboutForm, text: words }).openapi('AskOrder');
export const ClaimForm = z
  .object({ kind: z.enum(claimKinds), on: dayField.nullable().default(null) })
  .openapi('ClaimForm');

/** A line that looks wrong. `row: null`: the number itself. */
export const ContestOrder = z
  .object({
    agreement: id,
    clause: id,
    group: z.string().max(2000).default('[]'),
    from: instantField,
    row: Row.nullable().default(null),
    claim: ClaimForm,
    text: z.string().trim().max(4000).default(''),
  })
  .openapi('ContestOrder');

export const TextOrder = z.object({ text: words }).openapi('QuestionTextOrder');
export const HandOverOrder = z.object({ person: id }).openapi('HandOverOrder');
export const PromiseOrder = z.object({ on: dayField, text: words }).openapi('PromiseOrder');
export const RemedyForm = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('people'), decision: id }),
    z.object({ kind: z.literal('conflict'), source: id, record: id }),
    z.object({ kind: z.literal('correction'), of: z.enum(['usage', 'mistake', 'terms']) }),
  ])
  .openapi('Remedy');
export const AnswerOrder = z
  .object({
    text: words,
    /** What was found about a contested line; `null` for a question. */
    outcome: z.enum(outcomes).nullable().default(null),
    /** What was done about it, where the customer is right. */
    remedies: z.array(RemedyForm).max(10).default([]),
  })
  .openapi('AnswerOrder');

export const QuestionStatus = z
  .enum(['asked', 'handedOver', 'answered', 'followedUp', 'closed'])
  .openapi('QuestionStatus');
const About = z
  .object({
    kind: z.enum(['general', 'clause', 'line', 'quote', 'date']),
    agreement: z.string().nullable(),
    clause: z.string().nullable(),
    /** What the clause is about, in plain words; `null` where it is gone. */
    product: z.string().nullable(),
    plain: z.string().nullable(),
    group: z.string().nullable(),
    from: z.string().nullable(),
    until: z.string().nullable(),
    row: z
      .object({
        source: z.string(),
        id: z.string(),
        /** The identity behind it, and the key its source uses. */
        person: z.string().nullable(),
        who: z.string().nullable(),
      })
      .nullable(),
    quote: z.string().nullable(),
    date: z.string().nullable(),
  })
  .openapi('QuestionAbout');
const Counted = z.object({ value: z.string(), limit: z.string() }).openapi('LineCounted');
const Recount = z
  .object({ before: Counted, now: Counted.nullable(), rowCounts: z.boolean().nullable() })
  .openapi('LineRecount');
const Asker = z.object({ name: z.string(), partner: z.string().nullable() }).openapi('Asker');

/** A question in a list. */
export const QuestionSummary = z
  .object({
    id: z.string(),
    customer: z.object({ id: z.string(), name: z.string() }),
    status: QuestionStatus,
    /** It waits for the vendor. */
    open: z.boolean(),
    late: z.boolean(),
    about: About,
    /** What is said to be wrong about a line; `null`: a question. */
    claim: z.object({ kind: z.enum(claimKinds), on: z.string().nullable() }).nullable(),
    outcome: z.enum(outcomes).nullable(),
    askedBy: Asker,
    askedAt: z.string(),
    changedAt: z.string(),
    /** Who of the vendor answers. */
    answers: z.object({ id: z.string().nullable(), name: z.string(), role: z.string() }),
    promisedOn: z.string(),
    /** How it begins; `null` where it was erased or nothing was written. */
    begins: z.string().nullable(),
  })
  .openapi('QuestionSummary');
export const QuestionsPage = pageOf(QuestionSummary).openapi('QuestionsPage');

/** One thing that happened in a thread. Texts are null where they were erased, or where the kind has none. */
export const ThreadEntry = z
  .object({
    kind: z.enum([
      'asked',
      'handedOver',
      'promised',
      'answered',
      'followedUp',
      'noted',
      'late',
      'recounted',
      'closed',
    ]),
    at: z.string(),
    side: z.enum(['customer', 'vendor', 'nobody']),
    by: Asker.nullable(),
    to: z.string().nullable(),
    on: z.string().nullable(),
    text: z.string().nullable(),
    outcome: z.enum(outcomes).nullable(),
    remedies: z.array(RemedyForm),
    recount: Recount.nullable(),
    /** For the vendor alone. */
    internal: z.boolean(),
  })
  .openapi('ThreadEntry');

const commandNames = ['handOver', 'promise', 'answer', 'followUp', 'note', 'close'] as const;

/** A question with all that was said about it. */
export const QuestionThread = QuestionSummary.extend({
  entries: z.array(ThreadEntry),
  /** What was counted on the line when it was contested. */
  counted: Counted.nullable(),
  /** The last count of it after it was put right. */
  recount: Recount.nullable(),
  /** Up to when it keeps anybody from being contacted about its line, at most; `null` where it does not. */
  holdsUntil: z.string().nullable(),
  /** What whoever reads may do now; for the rest why not. */
  commands: z.array(
    z.object({ command: z.enum(commandNames), possible: z.boolean(), why: z.string().nullable() }),
  ),
}).openapi('QuestionThread');
export const QuestionThreads = z.object({ items: z.array(QuestionThread) }).openapi('QuestionThreads');

const few = (most: number, least = 0) => z.number().int().min(least).max(most);
/** By when customers are answered. */
export const PolicyForm = z
  .object({
    questionDays: few(30, 1),
    contestDays: few(30, 1),
    holdDays: few(90, 1),
    remindDays: few(10),
    closeDays: few(90, 1),
    zone: z.string().refine(isZone, 'Give a zone such as Europe/Berlin.'),
    workdays: z
      .array(few(7, 1))
      .min(1, 'Give at least one day of the week.')
      .refine((days) => new Set(days).size === days.length, 'A day of the week stands there twice.'),
    closedOn: z.array(dayField).max(200),
  })
  .openapi('AnswerPolicyForm');
export const PolicyView = PolicyForm.extend({
  version: z.number().int(),
  /** What the policy promises for what is asked now. */
  promises: z.object({ question: z.string(), contest: z.string() }),
}).openapi('AnswerPolicy');
export type PolicyView = z.infer<typeof PolicyView>;
export type QuestionSummary = z.infer<typeof QuestionSummary>;
export type QuestionThread = z.infer<typeof QuestionThread>;
export type ThreadEntry = z.infer<typeof ThreadEntry>;
export type AboutForm = z.infer<typeof AboutForm>;
export type ContestOrder = z.infer<typeof ContestOrder>;
