import { markDue } from '#business/findings/finding.store.ts';
import type { Principal } from '#business/identity/principal.ts';
import { readPolicy } from '#business/questions/answerPolicy.store.ts';
import { promiseFor } from '#business/questions/answerPolicy.ts';
import { ask, type Draft, lockAsking } from '#business/questions/question.store.ts';
import {
  type About,
  type Asker,
  type Claim,
  type Counted,
  isOpen,
  type Told,
} from '#business/questions/question.ts';
import { askedLately, contestsOf } from '#business/questions/questionList.store.ts';
import { readQuote } from '#business/settlement/quote.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { after, type CalendarDate, day, type Instant, parseInstant } from '#platform/instant.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { isAnswered } from '#platform/journal/idempotency.ts';
import type { Problem } from '#platform/problem.ts';
import type { ServerContext } from '../context.ts';
import { notFound } from '../problems.ts';
import { refusedProblem, withText } from '../reasoned.ts';
import { readPapers, readWorld } from '../world.ts';
import { lineNow } from './lines.ts';
import { ownerIn, type People, readPeople } from './people.ts';
import { type AskProblem, askProblem, mostOpen, mostToday } from './problems.ts';
import type { AboutForm } from './schemas.ts';
import { withPeopleOf } from './scope.ts';
import { tellAsker, tellPerson } from './tell.ts';

/** What somebody of a customer, or its partner, wants to ask. `claim`: it is a contest of the line. */
export type Wanted = {
  readonly customer: string;
  readonly principal: Exclude<Principal, { kind: 'staff' }>;
  readonly about: AboutForm;
  readonly claim: { readonly kind: Claim['kind']; readonly on: string | null } | null;
  readonly text: string;
  /** What makes sending twice harmless. */
  readonly key: string | undefined;
};

type Found = { readonly about: About; readonly counted: Counted | null };

/**
 * Puts a question, or contests a line: its number, the person who answers, the promised day, a word to both sides, all in
 * one transaction. Whoever sends it again under the same key gets the same question. Refuses what is not there, a line
 * contested already, and more than can be answered.
 */
export function askQuestion(
  context: ServerContext,
  wanted: Wanted,
): Promise<{ readonly id: string } | { readonly not: readonly Problem[] }> {
  const { customer } = wanted;
  return withPeopleOf(context, customer, async (tx) => {
    const now = context.clock();
    const people = await readPeople(tx, customer);
    if (!people) return { not: [notFound('such customer')] };
    // The mark first, then the stream: the order in which detection takes them.
    if (wanted.claim) await markDue(tx, customer, now);
    await lockAsking(tx, customer);
    const again = await isAnswered(tx, customer, wanted.key);
    const found = again ? first : await check(tx, wanted, now);
    if (typeof found === 'string') return { not: [askProblem(found)] };
    return put(tx, context, { wanted, found, people, now, again });
  });
}

/** Answered before: what was checked then is kept in the question itself. */
const first: Found = { about: { kind: 'general' }, counted: null };

async function check(tx: Tx, wanted: Wanted, now: Instant): Promise<Found | AskProblem> {
  const { customer, claim, text } = wanted;
  const lately = await askedLately(tx, customer, now);
  if (lately.open >= mostOpen) return 'too_many_open';
  if (lately.today >= mostToday) return 'too_many_today';
  if (claim?.kind === 'other' && text === '') return 'claim_words_missing';
  if (claim && (claim.kind === 'left') !== (claim.on !== null)) return 'claim_day_missing';
  const found = await findAbout(tx, wanted, now);
  if (typeof found !== 'string' && claim && (await isContested(tx, customer, found.about)))
    return 'contested_already';
  return found;
}

async function findAbout(tx: Tx, { customer, about }: Wanted, now: Instant): Promise<Found | AskProblem> {
  switch (about.kind) {
    case 'general':
      return { about, counted: null };
    case 'line': {
      const world = await readWorld(tx, customer, now);
      const found = world && lineNow(world, { ...about, from: parseInstant(about.from)! });
      if (!found) return 'line_unknown';
      return { about: { kind: 'line', ...found.line }, counted: found.counted };
    }
    case 'quote': {
      const quote = (await readQuote(tx, about.quote))?.state.quote;
      return quote?.customer === customer ? { about, counted: null } : 'about_unknown';
    }
    case 'clause':
    case 'date': {
      const papers = await readPapers(tx, customer, now);
      const signed = papers?.agreements.find((known) => known.signed.id === about.agreement)?.signed;
      const isThere =
        signed && (about.kind === 'date' || signed.clauses.some(({ id }) => id === about.clause));
      return isThere ? { about: about as About, counted: null } : 'about_unknown';
    }
  }
}

async function isContested(tx: Tx, customer: string, about: About): Promise<boolean> {
  if (about.kind !== 'line') return false;
  const { agreement, clause } = about;
  const contests = await contestsOf(tx, customer, { agreement, clause });
  return contests.some(({ question }) => {
    const other = question.asked.about;
    return isOpen(question) && other.kind === 'line' && lineKey(other) === lineKey(about);
  });
}

function lineKey({ group, from, row }: Extract<About, { kind: 'line' }>): string {
  return JSON.stringify([group, from, row?.source ?? null, row?.id ?? null]);
}

type Put = {
  readonly wanted: Wanted;
  readonly found: Found;
  readonly people: People;
  readonly now: Instant;
  readonly again: boolean;
};

async function put(tx: Tx, context: ServerContext, { wanted, found, people, now, again }: Put) {
  const { customer, principal, about, claim, text, key } = wanted;
  const { policy, version } = await readPolicy(tx);
  const by: Asker = {
    account: principal.account,
    partner: principal.kind === 'partner' ? principal.partner : null,
  };
  const draft: Omit<Draft, 'text'> = {
    kind: 'ask',
    asked: {
      customer,
      ...found,
      by,
      claim: claim && { kind: claim.kind, on: claim.on as CalendarDate | null },
    },
    person: ownerIn(people.team, people.customer),
    promise: promiseFor(policy, { at: now, contest: claim !== null, version }),
    holdsUntil: claim ? after(now, policy.holdDays * day) : null,
    at: now,
  };
  const actor = { customer, actor: principal.account, now };
  const once = { asked: { about, claim, text } as Json, ...(key ? { idempotencyKey: key } : {}) };
  let id = '';
  const asking = async (ref: Told | null) => {
    const asked = await ask(tx, { ...draft, text: ref }, actor, once);
    id = asked.id;
    return asked.done;
  };
  const done = text === '' ? await asking(null) : await withText(tx, { customer, text, key, now }, asking);
  if (done.kind === 'refused') return { not: [refusedProblem(done.refusal)] };
  if (done.kind === 'conflict' || done.state.status === 'none') throw new Error('no version was expected');
  if (!again) {
    const news = { question: done.state, people, now };
    await tellPerson(tx, context, 'asked', news);
    await tellAsker(tx, context, 'received', news);
  }
  return { id };
}
