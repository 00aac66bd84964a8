import type { Agreement, Clause, SignedAgreement } from '#business/agreements/agreement.ts';
import { effectiveTerms, termsTimeline } from '#business/agreements/effectiveTerms.ts';
import { knownAgreement } from '#business/agreements/knownAgreement.ts';
import { spanInForce } from '#business/agreements/operands.ts';
import { rightsOf } from '#business/agreements/rightsOf.ts';
import { ruleWords } from '#business/agreements/rightWords.ts';
import type { Catalog } from '#business/catalog/priceBook.ts';
import { componentAt } from '#business/catalog/priceBookAt.ts';
import { countedWords } from '#business/usage/countedWords.ts';
import { exact, plain } from '#platform/exact.ts';
import { addDays, dateIn, type Instant, startOfDate } from '#platform/instant.ts';
import { type Change, isIn, type Since } from './change.ts';
import { toldOf } from './upcomingDates.ts';

/** How an agreement's amendments and grants read. */
export type Told = {
  readonly amendment: (amendment: Agreement['amendments'][number]) => string;
  readonly variation: (variation: Agreement['variations'][number], zone: string) => string;
};

const nothing = { clause: null, before: null, after: null, told: null };

/**
 * Returns what has changed in one agreement over a time: its text (clause by clause), amendments, grants begun and ended,
 * and what each clause allows. What changed by time alone, such as the end of a grant, is among it. An agreement that is
 * new is one change, whatever it held when it came; what has changed in it since is told as well.
 */
export function agreementChanges(agreement: Agreement, since: Since, told: Told): Change[] {
  const now = knownAgreement(agreement, since.until)?.signed;
  const then = knownAgreement(agreement, since.from)?.signed;
  if (!now) return [];
  const recorded = agreement.texts.filter(({ recordedAt }) => isIn(since, recordedAt)).at(-1)?.recordedAt;
  const base = { ...nothing, agreement: now.id, at: recorded ?? since.until };
  if (!then) {
    const from = Math.min(...agreement.texts.map(({ recordedAt }) => recordedAt)) as Instant;
    const isNew: Change = { ...base, at: from, id: `${now.id}/new`, kind: 'agreement-new', about: now.title };
    return [isNew, ...agreementChanges(agreement, { from, until: since.until }, told)];
  }
  return [
    ...(recorded === undefined ? [] : textChanges(then, now, recorded)),
    ...amendments(agreement, now, since, told),
    ...grants(agreement, now, since, told),
    ...limits(agreement, now, since),
    ...rights(agreement, then, now, since),
  ];
}

function textChanges(then: SignedAgreement, now: SignedAgreement, at: Instant): Change[] {
  const base = { ...nothing, agreement: now.id, at };
  const idOf = (kind: string, clause: string) => `${now.id}/${clause}/${kind}/${at}`;
  const found: Change[] = [];
  const days = ({ from, until, zone }: SignedAgreement) =>
    `${dateIn(from, zone)}/${dateIn((until - 1) as Instant, zone)}`;
  if (days(then) !== days(now)) {
    const span = { before: days(then), after: days(now) };
    found.push({ ...base, ...span, id: idOf('term', ''), kind: 'term-changed', about: now.title });
  }
  for (const clause of now.clauses) {
    const was = then.clauses.find(({ id }) => id === clause.id);
    const place = { ...base, clause: clause.id, about: clause.plain };
    if (!was) found.push({ ...place, id: idOf('new', clause.id), kind: 'clause-new' });
    else found.push(...clauseChanges(was, clause, (kind) => ({ ...place, id: idOf(kind, clause.id) })));
  }
  for (const clause of then.clauses)
    if (!now.clauses.some(({ id }) => id === clause.id))
      found.push({
        ...base,
        id: idOf('gone', clause.id),
        kind: 'clause-gone',
        clause: clause.id,
        about: clause.plain,
      });
  return found;
}

function clauseChanges(was: Clause, is: Clause, base: (kind: string) => Omit<Change, 'kind'>): Change[] {
  const found: Change[] = [];
  if (was.text !== is.text || was.plain !== is.plain)
    found.push({ ...base('wording'), kind: 'wording-changed', before: was.plain, after: is.plain });
  if (JSON.stringify(countingOf(was)) !== JSON.stringify(countingOf(is))) {
    const words = { before: countedWords(was), after: countedWords(is) };
    found.push({ ...base('counting'), kind: 'counting-changed', ...words });
  }
  return found;
}

/** Returns everything about a clause that decides how use of it is counted and compared; not how much is allowed. */
export function countingOf(clause: Clause) {
  const { measure, features, sustain, lateness, onlyIf, unitName } = clause;
  const own =
    clause.kind === 'capacity'
      ? { limitRule: clause.limitRule, tolerance: clause.tolerance, allowance: clause.allowance ?? null }
      : { attribute: clause.attribute };
  return { measure, features, sustain, lateness, onlyIf: onlyIf ?? null, unitName, ...own };
}

function amendments(agreement: Agreement, { id }: SignedAgreement, since: Since, told: Told): Change[] {
  return agreement.amendments.flatMap((amendment): Change[] => {
    const { recordedAt, withdrawn } = amendment;
    const base = { ...nothing, agreement: id, about: amendment.id, told: told.amendment(amendment) };
    const gone = withdrawn && isIn(since, withdrawn.recordedAt) ? withdrawn.recordedAt : null;
    const isNew = isIn(since, recordedAt);
    // Recorded and taken back before anybody looked: nothing has changed.
    if (isNew && withdrawn && withdrawn.recordedAt <= since.until) return [];
    if (gone !== null)
      return [
        { ...base, id: `${id}/${amendment.id}/withdrawn`, kind: 'amendment-withdrawn' as const, at: gone },
      ];
    return isNew
      ? [{ ...base, id: `${id}/${amendment.id}`, kind: 'amendment' as const, at: recordedAt }]
      : [];
  });
}

const grantKinds = {
  permit: { begun: 'grant-new', over: 'grant-ended' },
  forbearance: { begun: 'pause-new', over: 'pause-ended' },
} as const;

function grants(agreement: Agreement, { id, zone }: SignedAgreement, since: Since, told: Told): Change[] {
  const known = knownAgreement(agreement, since.until)?.variations ?? [];
  return known.flatMap(toldOf).flatMap((variation) => {
    const base = {
      ...nothing,
      agreement: id,
      clause: variation.clause,
      about: variation.id,
      told: told.variation(variation, zone),
    };
    const end = spanInForce(variation).at(-1)?.until ?? variation.until;
    const kinds = grantKinds[variation.kind];
    const found: Change[] = [];
    if (isIn(since, variation.recordedAt))
      found.push({ ...base, id: `${id}/${variation.id}`, kind: kinds.begun, at: variation.recordedAt });
    if (isIn(since, end)) found.push({ ...base, id: `${id}/${variation.id}/end`, kind: kinds.over, at: end });
    return found;
  });
}

/** What each clause allowed when the time began (as known then) beside what it allows when it ends. */
function limits(agreement: Agreement, signed: SignedAgreement, { from, until }: Since): Change[] {
  // Before the term and after it nothing is allowed: that is no change of the terms.
  if (from < signed.from || until >= signed.until) return [];
  const then = effectiveTerms(agreement, { at: from, knownAt: from });
  const now = effectiveTerms(agreement, { at: until, knownAt: until });
  return signed.clauses.flatMap((clause) => {
    const [before, after] = [allowedOf(then, clause.id), allowedOf(now, clause.id)];
    if (before === null || after === null || before === after) return [];
    const place = { agreement: signed.id, clause: clause.id, about: clause.plain, told: null };
    const at = changedAt(agreement, clause.id, { from, until });
    const id = `${signed.id}/${clause.id}/limit/${at}`;
    return [{ ...place, id, kind: 'limit-changed' as const, at, before, after }];
  });
}

/** When the terms of now took effect in the time looked back over; what reaches back further, when it was recorded. */
function changedAt(agreement: Agreement, clause: string, since: Since): Instant {
  const began = termsTimeline(agreement, clause, since, since.until).at(-1)?.from;
  if (began !== undefined && began > since.from) return began;
  const records = [...agreement.texts, ...agreement.amendments, ...agreement.variations];
  const recorded = records.map(({ recordedAt }) => recordedAt).filter((at) => isIn(since, at));
  return Math.max(...(recorded.length > 0 ? recorded : [since.until])) as Instant;
}

function allowedOf({ clauses }: ReturnType<typeof effectiveTerms>, clause: string): string | null {
  const terms = clauses.get(clause);
  if (!terms) return null;
  return terms.kind === 'capacity' ? plain(exact(terms.limit)) : terms.allowed.join(', ');
}

/** Which use counts by right: a source that rules, what is free, who may draw. Those granted since are told as grants. */
function rights(agreement: Agreement, then: SignedAgreement, now: SignedAgreement, since: Since): Change[] {
  return now.clauses.flatMap((clause) => {
    const was = then.clauses.find(({ id }) => id === clause.id);
    if (!was || JSON.stringify(was.rights ?? []) === JSON.stringify(clause.rights ?? [])) return [];
    const words = (at: Instant, own: Clause) =>
      rightsOf(agreement, own, at)
        .map(({ rule }) => ruleWords(rule))
        .join('; ');
    const place = { agreement: now.id, clause: clause.id, about: clause.plain, told: null };
    const both = { before: words(since.from, was), after: words(since.until, clause) };
    const id = `${now.id}/${clause.id}/rights/${since.until}`;
    return [{ ...place, ...both, id, kind: 'rights-changed' as const, at: since.until }];
  });
}

/** Returns which prices that an agreement prices by have changed over a time, by the book in force on its days. */
export function priceChangesSince(signed: SignedAgreement, catalog: Catalog, since: Since): Change[] {
  const { zone, currency } = signed;
  const [then, now] = [dateIn(since.from, zone), dateIn(since.until, zone)];
  const names = [...new Set(signed.clauses.flatMap(({ price }) => price ?? []))];
  return names.flatMap((name) => {
    const before = componentAt(catalog, name, currency, then);
    const after = componentAt(catalog, name, currency, now);
    if (!before.ok || !after.ok || before.value.book.id === after.value.book.id) return [];
    const [old, own] = [before.value.component.model, after.value.component.model];
    if (JSON.stringify(old) === JSON.stringify(own)) return [];
    const { book, component } = after.value;
    const both = {
      before: old.kind === 'unit' ? old.unit : null,
      after: own.kind === 'unit' ? own.unit : null,
    };
    const place = { agreement: signed.id, clause: null, about: component.unitName.many };
    const at = startOfDate(book.from < then ? addDays(then, 1) : book.from, zone);
    const id = `${signed.id}/price/${name}/${book.id}`;
    return [{ ...place, ...both, id, kind: 'price-changed' as const, at, told: book.reason ?? null }];
  });
}
