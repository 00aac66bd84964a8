import type { Clause } from '#business/agreements/agreement.ts';
import { type AgreementFile, toAgreement } from '#business/agreements/agreementFile.ts';
import { effectiveTerms, termsTimeline } from '#business/agreements/effectiveTerms.ts';
import { countedWords } from '#business/usage/countedWords.ts';
import { fromMilliseconds, type Instant, overlap } from '#platform/instant.ts';
import { agreementDocument } from './agreementDocument.ts';
import { allowedDocument } from './allowedDocument.ts';
import { type Answer, every, type Outcome } from './answer.ts';
import { chosenClauses } from './clauseChoice.ts';
import type { ExplainDocument, ExplainedClause } from './documents.ts';
import { explainText } from './explainText.ts';
import { agreementsIn } from './files.ts';
import { agreementOption } from './matter.ts';
import { momentGiven } from './moments.ts';
import { decimal } from './numbers.ts';
import type { Command, Given } from './options.ts';

/** `goodterms explain`: an agreement in plain words, as it stands at a moment. */
export const explainCommand: Command = {
  name: 'explain',
  does: 'say in plain words what an agreement allows at a moment',
  about:
    'Each clause in plain words and in those of the contract, what is allowed then and where each part of it comes from, how it is counted, and the changes to come.',
  options: {
    agreement: agreementOption,
    at: {
      value: 'TIME',
      what: 'A time with offset, or a day, which means its beginning. Default: now, or the nearest moment of the term.',
    },
    clause: { value: 'ID', many: 'times', what: 'Only this clause.' },
  },
  example: 'goodterms explain --agreement examples/first-check/agreement.yaml --at 2026-05-01',
  run: explain,
};

async function explain(given: Given): Promise<Answer<Outcome>> {
  const files = await agreementsIn(given.text('agreement')!);
  if (!files.ok) return files;
  const wanted = chosenClauses(
    given,
    files.value.map(({ signed }) => signed),
  );
  if (!wanted.ok) return wanted;
  const now = fromMilliseconds(Date.now());
  const moments = every(
    files.value.map((file) => momentGiven(given, 'at', file.signed.zone, inTerm(file, now))),
  );
  if (!moments.ok) return moments;
  const document: ExplainDocument = {
    goodterms: 'explain/1',
    agreements: files.value.map((file, i) => explained(file, moments.value[i]!, wanted.value)),
  };
  return { ok: true, value: { exit: 0, document, text: explainText(document) } };
}

function inTerm({ signed: { from, until } }: AgreementFile, now: Instant): Instant {
  return Math.min(Math.max(now, from), until - 1) as Instant;
}

function explained(
  file: AgreementFile,
  at: Instant,
  wanted: (clause: Clause) => boolean,
): ExplainDocument['agreements'][number] {
  const { signed, notes } = file;
  const agreement = toAgreement(file);
  const terms = effectiveTerms(agreement, { at, knownAt: at });
  const rest = overlap({ from: at, until: signed.until }, signed);
  const clauses = signed.clauses.filter(wanted).map((clause): ExplainedClause => {
    const pieces = rest ? termsTimeline(agreement, clause.id, rest, at) : [];
    const now = { from: at, until: terms.inForce ? (pieces[0]?.until ?? null) : null };
    const coming = terms.inForce ? pieces.slice(1) : pieces;
    return {
      id: clause.id,
      kind: clause.kind,
      product: clause.product,
      plain: clause.plain,
      text: clause.text,
      unit: clause.unitName,
      allowed: allowedDocument(terms.clauses.get(clause.id)!, now, signed.zone),
      countedAs: countedWords(clause),
      features: clause.features,
      rules: rulesOf(clause),
      changes: coming.map((piece) => allowedDocument(piece.terms, piece, signed.zone)),
    };
  });
  return { ...agreementDocument(signed, at, notes), inForce: terms.inForce, clauses };
}

const limitRules = {
  instant: 'Where the limit changes inside a period, each moment has its own.',
  highest: 'Where the limit changes inside a period, the highest of it counts.',
  prorate: 'Where the limit changes inside a period, its average over time counts.',
  split: 'Where the limit changes inside a period, the period is cut in two, each judged by itself.',
} as const;

function rulesOf(clause: Clause): string[] {
  const { sustain, lateness } = clause;
  const hours = (microseconds: number) => `${decimal(`${microseconds}/3600000000`)} hours`;
  return [
    ...(clause.kind === 'restriction'
      ? [`What counts is use with any other ${clause.attribute}.`]
      : [limitRules[clause.limitRule]]),
    ...(clause.kind === 'capacity' && clause.tolerance.value !== '0'
      ? [
          `Up to ${clause.tolerance.value}${clause.tolerance.kind === 'percent' ? '%' : ` ${clause.unitName.many}`} above the limit is tolerated; beyond that all above the limit counts.`,
        ]
      : []),
    ...(sustain.kind === 'windows' && sustain.count > 1
      ? [`Beyond only after ${sustain.count} periods in a row.`]
      : []),
    ...(sustain.kind === 'duration' && sustain.microseconds > 0
      ? [`Beyond only after ${hours(sustain.microseconds)} without a break.`]
      : []),
    ...(lateness > 0 ? [`Records may come in up to ${hours(lateness)} after a period has ended.`] : []),
  ];
}
