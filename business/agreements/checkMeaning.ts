import { holds, type Interval } from '#platform/instant.ts';
import { duplicateId } from '#platform/yamlFile.ts';
import type { Clause, OrderLine } from './agreement.ts';
import type { AgreementFile } from './agreementFile.ts';
import { checkMeasures } from './checkMeasures.ts';
import { checkInside, checkSpan, outside, unknown } from './checkPlaces.ts';
import { checkRights } from './checkRights.ts';
import { checkVariation } from './checkVariation.ts';
import type { Report } from './report.ts';

/** An agreement as written down, whenever that was recorded. */
export type Written = Pick<AgreementFile, 'signed' | 'amendments' | 'variations'>;

type Check = {
  readonly file: Written;
  readonly report: Report;
  readonly clauses: ReadonlyMap<string, Clause>;
};

/** Reports all that an agreement says against itself: spans, references, clauses that overlap, permits that reach back. */
export function checkMeaning(file: Written, report: Report, note: Report): void {
  const clauses = new Map(file.signed.clauses.map((clause) => [clause.id, clause]));
  if (!checkSpan(file.signed, '', report)) return;
  checkMeasures(file.signed.clauses, file.signed, report);
  checkOverlaps(file.signed.clauses, report);
  for (const [i, clause] of file.signed.clauses.entries()) checkRights(clause, `/clauses/${i}`, report);
  const lines = checkOrderLines({ file, report, clauses });
  for (const [i, clause] of file.signed.clauses.entries()) {
    if (clause.kind === 'restriction' || clause.baseLimit !== null || lines.clauses.has(clause.id)) continue;
    if (clause.allowance) continue;
    const detail = `No order line names the clause ${clause.id}, so its limit is 0.`;
    note(
      `/clauses/${i}`,
      'clause_without_orders',
      detail,
      'Add an order line or a limit, if more was signed.',
    );
  }
  checkChanges({ file, report, clauses }, lines.ids);
  for (const [i, variation] of file.variations.entries()) {
    checkVariation(variation, file.signed, clauses, `/variations/${i}`, report, note);
  }
}

/** Two clauses that count the same use would find the same excess twice. */
function checkOverlaps(clauses: readonly Clause[], report: Report): void {
  const alike = new Map<string, Clause[]>();
  for (const [i, clause] of clauses.entries()) {
    const key = countedBy(clause);
    const others = alike.get(key) ?? [];
    const other = others.find((earlier) => shareFeatures(earlier, clause));
    alike.set(key, [...others, clause]);
    if (!other) continue;
    const detail = `${clause.id} counts the same use of ${clause.product} as ${other.id}.`;
    const todo = 'Join the two, or let filters or features tell them apart.';
    report(`/clauses/${i}`, 'clauses_overlap', detail, todo);
  }
}

function countedBy(clause: Clause): string {
  const { kind, product, measure } = clause;
  const filter = measure.filter.map((item) => JSON.stringify(item)).sort();
  return JSON.stringify([
    kind,
    product,
    clause.kind === 'restriction' && clause.attribute,
    clause.onlyIf,
    // Two pools of different affiliates count different use.
    (clause.rights ?? []).filter(({ rule }) => rule.kind === 'pool').map(({ rule }) => rule),
    { ...measure, filter },
  ]);
}

/** A total and a part of it may both be limited; two totals, or two parts that meet, may not. */
function shareFeatures(a: Clause, b: Clause): boolean {
  if (a.features.length === 0 && b.features.length === 0) return true;
  return a.features.some((feature) => b.features.includes(feature));
}

/** Returns the ids of all order lines, signed or added, and the clauses they name. */
function checkOrderLines({ file, report, clauses }: Check): { ids: Set<string>; clauses: Set<string> } {
  const added = file.amendments.flatMap(({ changes, from }, i) =>
    changes.flatMap((change, j) => {
      const at = `/amendments/${i}/changes/${j}/addOrderLine`;
      return change.kind === 'addOrderLine' ? [{ line: change.orderLine, at, notBefore: from }] : [];
    }),
  );
  const signed = file.signed.orderLines.map((line, i) => {
    return { line, at: `/orderLines/${i}`, notBefore: file.signed.from };
  });
  const ids = new Set<string>();
  for (const { line, at, notBefore } of [...signed, ...added]) {
    if (ids.has(line.id)) {
      const { code, detail, todo } = duplicateId(line.id, at);
      report(`${at}/id`, code, detail, todo);
    }
    ids.add(line.id);
    checkOrderLine(line, { ...file.signed, from: notBefore }, clauses, at, report);
  }
  return { ids, clauses: new Set([...signed, ...added].map(({ line }) => line.clause)) };
}

/** Reports what one order line says against the agreement: a span outside `term`, a clause that is not fed by orders. */
export function checkOrderLine(
  line: OrderLine,
  term: Interval,
  clauses: ReadonlyMap<string, Clause>,
  at: string,
  report: Report,
): void {
  if (checkSpan(line, at, report)) checkInside(line, term, at, report);
  const clause = clauses.get(line.clause);
  if (!clause) unknown('clause', line.clause, clauses.keys(), `${at}/clause`, report);
  else if (clause.kind === 'restriction' || clause.baseLimit !== null) {
    const why = clause.kind === 'restriction' ? 'is a restriction' : 'has a fixed limit';
    const detail = `The clause ${clause.id} ${why}, so this order line would never count.`;
    report(
      `${at}/clause`,
      'order_line_idle',
      detail,
      'Name another clause, or remove the limit of that one.',
    );
  }
}

function checkChanges({ file, report, clauses }: Check, lines: ReadonlySet<string>): void {
  for (const [i, { from, changes }] of file.amendments.entries()) {
    if (!holds(file.signed, from)) outside(file.signed, `/amendments/${i}/from`, report);
    for (const [j, change] of changes.entries()) {
      const at = `/amendments/${i}/changes/${j}/${change.kind}`;
      if (change.kind === 'endOrderLine' || change.kind === 'replaceQuantity') {
        const place = change.kind === 'endOrderLine' ? at : `${at}/orderLine`;
        if (!lines.has(change.orderLine)) unknown('order line', change.orderLine, lines, place, report);
      } else if (change.kind !== 'addOrderLine') {
        const clause = clauses.get(change.clause);
        if (!clause) unknown('clause', change.clause, clauses.keys(), `${at}/clause`, report);
        else checkReplaced(clause, change.kind, `${at}/clause`, report);
      }
    }
  }
}

function checkReplaced(
  clause: Clause,
  kind: 'replaceLimit' | 'replaceAllowed',
  at: string,
  report: Report,
): void {
  if (kind === 'replaceAllowed' && clause.kind !== 'restriction') {
    report(at, 'clause_kind', `The clause ${clause.id} has no allowed set.`, 'Name a restriction.');
  }
  if (kind === 'replaceLimit' && (clause.kind !== 'capacity' || clause.baseLimit === null)) {
    const detail = `The clause ${clause.id} has no fixed limit.`;
    report(at, 'clause_kind', detail, 'Change its order lines instead, or name a clause with a limit.');
  }
}
