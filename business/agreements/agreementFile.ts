import type { CustomerId } from '#business/customers/customer.ts';
import { momentIn } from '#platform/fields.ts';
import { type CalendarDate, dateIn, earliest, type Instant, type Interval } from '#platform/instant.ts';
import { failure, type Problem, type Result, success } from '#platform/problem.ts';
import { duplicateId, mostProblems, type ReadDocument, readYaml, withLine } from '#platform/yamlFile.ts';
import type {
  Agreement,
  Amendment,
  AmendmentChange,
  Forbearance,
  OrderLine,
  Permit,
  SignedAgreement,
} from './agreement.ts';
import {
  type AgreementForm,
  type AmendmentForm,
  agreementForm,
  type OrderLineForm,
  type VariationForm,
} from './agreementForm.ts';
import { checkCurrencies } from './checkCurrencies.ts';
import { checkMeaning } from './checkMeaning.ts';
import { clauseFromForm } from './clauseFromForm.ts';
import { dutyFromForm } from './dutyForm.ts';
import { problemList, type Report } from './report.ts';
import { rightFromForm, ruleFromForm } from './rightForm.ts';

type Unrecorded<T> = Omit<T, 'recordedAt' | 'revoked' | 'withdrawn'>;

/** An amendment as a file gives it: when it was recorded is not the file's to say. */
export type FiledAmendment = Unrecorded<Amendment>;

/** A variation as a file gives it: when it was recorded is not the file's to say, and no file revokes. */
export type FiledVariation = Unrecorded<Permit> | Unrecorded<Forbearance>;

/** One agreement of a file. `notes` say what is allowed but worth knowing. */
export type AgreementFile = {
  readonly signed: SignedAgreement;
  readonly amendments: readonly FiledAmendment[];
  readonly variations: readonly FiledVariation[];
  readonly notes: readonly Problem[];
};

/**
 * Returns the agreements of a YAML or JSON file (one or more documents of the form `goodterms: agreement/1`), or all
 * that is wrong with it: first against the form, then, once that holds, in its meaning. Problems have code, pointer
 * and line. Days are those of the agreement's zone, beginning with their first instant.
 */
export function readAgreements(text: string): Result<AgreementFile[]> {
  const read = readYaml(text, { 'agreement/1': agreementForm });
  if (!read.ok) return read;
  const files = read.value.map(fromForm);
  const problems = [
    ...files.flatMap((file) => (file.ok ? [] : file.problems)),
    ...repeatedAgreements(read.value),
  ].slice(0, mostProblems);
  const [first, ...rest] = problems;
  return first ? failure(first, ...rest) : success(files.flatMap((file) => (file.ok ? [file.value] : [])));
}

/**
 * Returns the agreement of a file as if all of it had been recorded at `recordedAt`; by default at the beginning of
 * time, so that everything is known whenever one asks.
 */
export function toAgreement(file: AgreementFile, recordedAt: Instant = earliest): Agreement {
  return {
    texts: [{ signed: file.signed, recordedAt }],
    amendments: file.amendments.map((amendment) => ({ ...amendment, recordedAt })),
    variations: file.variations.map((variation) => ({ ...variation, recordedAt, revoked: null })),
  };
}

function repeatedAgreements(documents: readonly ReadDocument<AgreementForm>[]): Problem[] {
  const first = new Map(documents.toReversed().map((document) => [document.value.id, document]));
  return documents
    .filter((document) => first.get(document.value.id) !== document)
    .map(({ value, lineOf }) => withLine(duplicateId(value.id, '/id'), lineOf));
}

function fromForm({ value: form, lineOf }: ReadDocument<AgreementForm>): Result<AgreementFile> {
  const { problems, report } = problemList('The agreement contradicts itself');
  const notes = problemList('Worth knowing');
  const term = { from: momentIn(form.from, form.zone), until: momentIn(form.until, form.zone) };
  const file: AgreementFile = {
    signed: signedFromForm(form, term, report),
    amendments: (form.amendments ?? []).map((amendment) => amendmentFromForm(amendment, form.zone, term)),
    variations: (form.variations ?? []).map((variation) => variationFromForm(variation, form.zone)),
    notes: [],
  };
  checkCurrencies(form, report);
  checkMeaning(file, report, notes.report);
  const [first, ...rest] = problems.slice(0, mostProblems).map((problem) => withLine(problem, lineOf));
  if (first) return failure(first, ...rest);
  return success({ ...file, notes: notes.problems.map((note) => withLine(note, lineOf)) });
}

function signedFromForm(form: AgreementForm, term: Interval, report: Report): SignedAgreement {
  const { id, title, signedOn, zone, currency } = form;
  return {
    id,
    customer: form.customer as CustomerId,
    title,
    signedOn,
    ...term,
    renewsOn: form.renewsOn ?? dateIn(term.until, zone),
    zone,
    currency,
    orderLines: (form.orderLines ?? []).map((line) => orderLineFromForm(line, zone, term)),
    clauses: form.clauses.map((clause, i) => ({
      ...clauseFromForm(clause, zone, `/clauses/${i}`, report),
      ...(clause.rights?.length
        ? { rights: clause.rights.map((right) => rightFromForm(right, zone, term)) }
        : {}),
    })),
    ...(form.duties?.length ? { duties: form.duties.map(dutyFromForm) } : {}),
  };
}

function orderLineFromForm(form: OrderLineForm, zone: string, term: Interval): OrderLine {
  const { id, clause, product, quantity, source } = form;
  return {
    id,
    clause,
    product,
    edition: form.edition ?? null,
    quantity,
    from: form.from ? momentIn(form.from, zone) : term.from,
    until: form.until ? momentIn(form.until, zone) : term.until,
    source,
  };
}

function amendmentFromForm(form: AmendmentForm, zone: string, term: Interval): FiledAmendment {
  const from = momentIn(form.from, zone);
  const change = (given: AmendmentForm['changes'][number]): AmendmentChange => {
    const { addOrderLine, endOrderLine, replaceQuantity, replaceLimit, replaceAllowed } = given;
    if (addOrderLine) {
      return { kind: 'addOrderLine', orderLine: orderLineFromForm(addOrderLine, zone, { ...term, from }) };
    }
    if (endOrderLine !== undefined) return { kind: 'endOrderLine', orderLine: endOrderLine };
    if (replaceQuantity) return { kind: 'replaceQuantity', ...replaceQuantity };
    if (replaceLimit) return { kind: 'replaceLimit', ...replaceLimit };
    if (replaceAllowed) return { kind: 'replaceAllowed', ...replaceAllowed };
    throw new Error('the form holds exactly one change');
  };
  return { id: form.id, signedOn: form.signedOn as CalendarDate, from, changes: form.changes.map(change) };
}

function variationFromForm(form: VariationForm, zone: string): FiledVariation {
  const base = {
    id: form.id,
    clause: form.clause,
    from: momentIn(form.from, zone),
    until: momentIn(form.until, zone),
    decidedAt: momentIn(form.decidedOn, zone),
    reason: form.reason,
  };
  if (form.kind === 'forbearance') return { ...base, kind: 'forbearance', pauses: form.pauses };
  const past = form.releasesPast;
  return {
    ...base,
    kind: 'permit',
    change: permitChange(form),
    releasesPast: past ? { from: momentIn(past.from, zone), until: momentIn(past.until, zone) } : null,
  };
}

function permitChange({ add, raiseTo, widen, right }: VariationForm & { kind: 'permit' }): Permit['change'] {
  if (add !== undefined) return { kind: 'add', quantity: add };
  if (raiseTo !== undefined) return { kind: 'raiseTo', quantity: raiseTo };
  if (widen !== undefined) return { kind: 'widen', values: widen };
  if (right !== undefined) return { kind: 'right', rule: ruleFromForm(right) };
  throw new Error('the form holds exactly one of add, raiseTo, widen and right');
}
