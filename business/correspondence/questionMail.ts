import { type CalendarDate, dateIn, type Instant } from '#platform/instant.ts';
import { dateWords } from './dateWords.ts';

/** A letter about a question: who reads it, which question, where it is answered or read, and what else it tells. */
export type QuestionFacts = {
  readonly id: string;
  /** Whom it is written to. */
  readonly reader: string;
  readonly customer: string;
  /** Who of the vendor answers. */
  readonly person: string;
  readonly contest: boolean;
  readonly promisedOn: CalendarDate;
  /** The page of the thread. */
  readonly link: string;
};

/** Letters to whoever asked. */
export type ToAsker = 'received' | 'answered' | 'promised' | 'recounted';
/** Letters to whoever of the vendor answers. */
export type ToPerson = 'asked' | 'handedOver' | 'followedUp' | 'due' | 'late';
export type QuestionLetter = { readonly subject: string; readonly text: string };

type Words = (facts: QuestionFacts) => { readonly subject: string; readonly lines: readonly string[] };

const thing = ({ contest }: QuestionFacts) => (contest ? 'line that looks wrong' : 'question');

const toAsker: Record<ToAsker, Words> = {
  received: (facts) => ({
    subject: `We have your ${thing(facts)} (${facts.id})`,
    lines: [
      `Thank you for asking. ${facts.person} answers you by ${dateWords(facts.promisedOn)}.`,
      ...(facts.contest
        ? [
            'While you wait for our answer, nobody is contacted about this number, and nothing changes for you.',
          ]
        : []),
    ],
  }),
  answered: (facts) => ({
    subject: `There is an answer to your ${thing(facts)} (${facts.id})`,
    lines: [`${facts.person} has answered. If something is still unclear, ask further in the same place.`],
  }),
  promised: (facts) => ({
    subject: `Our answer comes on another day (${facts.id})`,
    lines: [
      `We are sorry: we need longer than we told you. ${facts.person} answers by ${dateWords(facts.promisedOn)} and says there why.`,
    ],
  }),
  recounted: (facts) => ({
    subject: `Counted again: the line you asked about (${facts.id})`,
    lines: [
      'We have counted the line again. What it was before and what it is now stands beside your question.',
    ],
  }),
};

const toPerson: Record<ToPerson, Words> = {
  asked: (facts) => ({
    subject: `${facts.customer}: ${facts.contest ? 'a number looks wrong' : 'a question'} (${facts.id})`,
    lines: [
      facts.contest
        ? 'The customer says that a line of a count is wrong. Nobody is contacted about it before it is answered.'
        : 'The customer has a question.',
      `An answer by you is promised for ${dateWords(facts.promisedOn)}.`,
    ],
  }),
  handedOver: (facts) => ({
    subject: `${facts.customer}: a question was handed to you (${facts.id})`,
    lines: [`The customer was promised an answer by ${dateWords(facts.promisedOn)}.`],
  }),
  followedUp: (facts) => ({
    subject: `${facts.customer} asks further (${facts.id})`,
    lines: [`An answer by you is promised for ${dateWords(facts.promisedOn)}.`],
  }),
  due: (facts) => ({
    subject: `${facts.customer}: an answer is due on ${dateWords(facts.promisedOn)} (${facts.id})`,
    lines: ['Answer the question, or tell the customer a later day and why.'],
  }),
  late: (facts) => ({
    subject: `${facts.customer}: an answer is late (${facts.id})`,
    lines: [
      `The customer was promised an answer by ${dateWords(facts.promisedOn)}. Answer now, or say when you will.`,
    ],
  }),
};

/** Returns the letter to whoever asked. It holds no word of the thread: those stay where they can be erased. */
export function letterToAsker(kind: ToAsker, facts: QuestionFacts): QuestionLetter {
  return letter(toAsker[kind](facts), facts);
}

/** Returns the letter to whoever of the vendor answers. */
export function letterToPerson(kind: ToPerson, facts: QuestionFacts): QuestionLetter {
  return letter(toPerson[kind](facts), facts);
}

function letter(
  { subject, lines }: ReturnType<Words>,
  { reader, person, link }: QuestionFacts,
): QuestionLetter {
  const from = reader === person ? [] : [`With kind regards,\n${person}`];
  return {
    subject,
    text: [`Dear ${reader},`, ...lines, `Read and answer it here:\n${link}`, ...from].join('\n\n'),
  };
}

/** What a letter about an alert of one's own tells: exact numbers as people read them. */
export type OwnAlertFacts = {
  readonly reader: string;
  readonly product: string;
  readonly used: string;
  readonly limit: string;
  readonly unit: string;
  /** What was set: `80 % of the limit is used`. */
  readonly rule: string;
  /** When it is likely to be reached; an estimate. */
  readonly likely: Instant | null;
  readonly zone: string;
  readonly link: string;
  readonly settings: string;
};

/** Returns the letter about an alert that somebody of the customer set: what they asked to hear, and no more. */
export function ownAlertLetter(facts: OwnAlertFacts): QuestionLetter {
  const { reader, product, used, limit, unit, rule, likely, zone, link, settings } = facts;
  return {
    subject: `${product}: ${used} of ${limit} ${unit} in use`,
    text: [
      `Dear ${reader},`,
      `You get this because your organization set an alert of its own: ${rule}.`,
      `In use now: ${used} of ${limit} ${unit}.`,
      ...(likely === null
        ? []
        : [
            `If use goes on as it did, the limit is likely to be reached around ${dateWords(dateIn(likely, zone))}. This is an estimate and no promise.`,
          ]),
      `See it day by day:\n${link}`,
      `Change what you hear, or stop it:\n${settings}`,
    ].join('\n\n'),
  };
}
