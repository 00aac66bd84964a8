import type { Clause } from '#business/agreements/agreement.ts';
import { effectiveTerms } from '#business/agreements/effectiveTerms.ts';
import type { Catalog } from '#business/catalog/priceBook.ts';
import { type Examined, examine, type ProvenRun } from '#business/findings/examine.ts';
import type { JudgedWindow } from '#business/findings/finding.ts';
import { type JudgeInput, wholeWindow } from '#business/findings/judge.ts';
import { judgeInput } from '#business/findings/judgeInput.ts';
import { type SourceTotal, withNames } from '#business/findings/questions.ts';
import { verdictOf } from '#business/findings/verdict.ts';
import { spanToPay } from '#business/remediation/spanToPay.ts';
import { trueUp } from '#business/remediation/trueUp.ts';
import { countedWords } from '#business/usage/countedWords.ts';
import { exact } from '#platform/exact.ts';
import { dateIn, formatInstant, holds, type Instant } from '#platform/instant.ts';
import { allowedDocument, windowLimitWords } from './allowedDocument.ts';
import type { ClauseDocument, FindingDocument, WindowDocument } from './documents.ts';
import type { Matter } from './matter.ts';
import { decimal, groupOf, whole } from './numbers.ts';
import { pricedDocument } from './pricedDocument.ts';

/** No document has more evidence rows. */
const mostRows = 1000;

/** A clause, what was found out about it, and the document that says so. */
export type ExaminedClause = {
  readonly input: JudgeInput;
  readonly examined: Examined;
  readonly document: ClauseDocument;
};

/** Returns a clause examined. `catalog` is `null` where no prices were given. */
export function examineClause(matter: Matter, clause: Clause, catalog: Catalog | null): ExaminedClause {
  const { here, known, around } = matter;
  const { signed } = here;
  const input = judgeInput(known, here, clause);
  const examined = examine(input, around);
  const at = Math.min(Math.max(known.now, signed.from), signed.until - 1) as Instant;
  const terms = effectiveTerms(here.agreement, { at, knownAt: known.now }).clauses.get(clause.id)!;
  const document: ClauseDocument = {
    id: clause.id,
    kind: clause.kind,
    product: clause.product,
    plain: clause.plain,
    unit: clause.unitName,
    ...verdictOf(input, examined, { ...around, rejected: rejectedFor(input, matter) }),
    allowed: allowedDocument(terms, { from: at, until: null }, signed.zone),
    countedAs: countedWords(clause),
    worst: examined.noData ? null : worstOf(input, examined),
    counts: examined.firstDifference === null ? 'agree' : 'differ',
    firstDifference: examined.firstDifference,
    reconciliation: reconciliation(input, around.totals),
    findings: examined.runs.map((proven) => findingDocument(input, proven, matter, catalog)),
  };
  return { input, examined, document };
}

/** How many entries were left out of the files that tell of the clause's features, or of nothing at all. */
function rejectedFor({ features }: JudgeInput, { incomplete }: Matter): number {
  return incomplete
    .filter((file) => file.features.size === 0 || features.some(({ feature }) => file.features.has(feature)))
    .reduce((total, { rejected }) => total + rejected, 0);
}

/** Returns one judged window of a group. */
export function windowDocument(window: JudgedWindow, group: string, clause: Clause): WindowDocument {
  return {
    group: groupOf(group, clause.measure),
    from: formatInstant(window.from),
    until: formatInstant(window.until),
    value: decimal(window.value),
    limit: decimal(window.limit),
    excess: decimal(window.excess),
    open: window.open,
  };
}

/** The first of the windows whose value stands highest above its limit. */
function worstOf({ clause }: JudgeInput, { judged }: Examined): WindowDocument | null {
  const all = [...judged].flatMap(([group, windows]) =>
    windows.map((window) => ({ group, window, above: exact(window.value).sub(exact(window.limit)) })),
  );
  const [first, ...rest] = all;
  if (!first) return null;
  const { group, window } = rest.reduce((most, next) => (next.above.gt(most.above) ? next : most), first);
  return windowDocument(window, group, clause);
}

function reconciliation(
  { agreement, asOf, features }: JudgeInput,
  totals: readonly SourceTotal[],
): ClauseDocument['reconciliation'] {
  const elapsed = { from: agreement.from, until: Math.min(agreement.until, asOf) as Instant };
  const counted = new Set(features.map(({ feature }) => feature));
  const own = totals.filter(({ feature, at }) => counted.has(feature) && holds(elapsed, at));
  if (own.length === 0) return 'nothing to compare';
  return own.every(({ stated, lines }) => stated === lines) ? 'agrees' : 'differs';
}

function findingDocument(
  input: JudgeInput,
  { run, evidence, verification }: ProvenRun,
  { here: { signed }, around }: Matter,
  catalog: Catalog | null,
): FindingDocument {
  const { clause, timeline } = input;
  const { passed, counts, reconciliation, questions } = verification;
  return {
    group: groupOf(run.group, clause.measure),
    from: formatInstant(run.from),
    until: formatInstant(run.until),
    ongoing: run.windows.at(-1)!.open,
    windows: whole(run.windows.length),
    peak: windowDocument(run.peak, run.group, clause),
    limitWords: windowLimitWords(timeline, { ...run.peak, ...wholeWindow(input, run.peak) }, signed.zone),
    verification: { passed, counts, reconciliation },
    questions: questions.map(({ code, count, units, words }) => ({
      code,
      count: whole(count),
      units: units === null ? null : decimal(units),
      words: withNames(words, around.nameOf),
    })),
    evidence: {
      total: whole(evidence.length),
      rows: evidence.slice(0, mostRows).map((row) => ({
        ...row,
        from: formatInstant(row.from),
        until: row.until === null ? null : formatInstant(row.until),
        contributes: decimal(row.contributes),
      })),
    },
    ...priceOfRun(input, run, catalog),
  };
}

function priceOfRun(
  { agreement, clause }: JudgeInput,
  { peak, until, windows }: ProvenRun['run'],
  catalog: Catalog | null,
): Pick<FindingDocument, 'trueUp' | 'notPriced'> {
  if (clause.price === null)
    return { trueUp: null, notPriced: 'The clause names no price for what is missing.' };
  if (catalog === null) return { trueUp: null, notPriced: 'Prices come from a catalog, and none was given.' };
  const span = spanToPay(agreement, { peakFrom: peak.from, until, open: windows.at(-1)!.open });
  const result = trueUp({
    clause,
    agreement: { ...agreement, until: span.until },
    entitled: exact(peak.limit),
    excess: exact(peak.excess),
    from: dateIn(span.from, agreement.zone),
    catalog,
  });
  if (!result.ok) return { trueUp: null, notPriced: result.problems.map(({ detail }) => detail).join(' ') };
  return { trueUp: pricedDocument(result.value), notPriced: null };
}
