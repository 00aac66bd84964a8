import type { CalendarDate, Instant } from '#platform/instant.ts';
import type { Refusal } from '#platform/journal/decider.ts';
import { decideAgreement } from './agreement.decide.ts';
import { evolveAgreement } from './agreement.evolve.ts';
import type { AgreementCommand } from './agreement.lifecycle.ts';
import type { Agreement, AmendmentChange, OrderLine } from './agreement.ts';
import type { FiledAmendment } from './agreementFile.ts';
import { currentText, linesOf } from './orderLineFields.ts';

/** What is to become of order lines: a line as it shall be and when it was signed, or `null`: taken out. By line id. */
export type LineTargets = ReadonlyMap<
  string,
  { readonly line: OrderLine; readonly signedOn: CalendarDate } | null
>;

/**
 * Returns the commands that bring an agreement to have these lines, in their order; none where it has them. Lines of the
 * signed text, and new ones signed on its day, are a correction of the text. New ones signed later are amendments, one a
 * day of signing, under the ids of `newId`. A line that came by an amendment is changed by taking that amendment back
 * and recording it anew: what an amendment said stays readable.
 */
export function lineCommands(
  agreement: Agreement,
  targets: LineTargets,
  { now, newId }: { readonly now: Instant; readonly newId: (n: number) => string },
): AgreementCommand[] {
  const signed = currentText(agreement);
  const known = new Map(linesOf(agreement).map((place) => [place.line.id, place]));
  let made = 0;
  const nextId = (): string => {
    made += 1;
    return newId(made);
  };
  const commands: AgreementCommand[] = [];

  const added = [...targets.values()].filter((target) => target !== null && !known.has(target.line.id));
  const inText = added.filter((target) => target!.signedOn === signed.signedOn).map((target) => target!.line);
  const orderLines = [...signed.orderLines.flatMap((line) => kept(line, targets)), ...inText];
  const changesText =
    orderLines.length !== signed.orderLines.length ||
    orderLines.some((line, i) => line !== signed.orderLines[i]);
  if (changesText) commands.push({ kind: 'correct', now, signed: { ...signed, orderLines } });

  for (const { id, signedOn, from, changes: before, withdrawn } of agreement.amendments) {
    if (withdrawn) continue;
    const changes = before.flatMap((change) => changed(change, targets));
    if (changes.length === before.length && changes.every((change, i) => change === before[i])) continue;
    commands.push({ kind: 'withdraw', now, amendment: id });
    if (changes.length > 0)
      commands.push({ kind: 'amend', now, amendment: anew(nextId(), signedOn, from, changes) });
  }

  const later = added.filter((target) => target!.signedOn !== signed.signedOn).map((target) => target!);
  for (const [signedOn, lines] of Map.groupBy(later, (target) => target.signedOn)) {
    const changes = lines.map(({ line }) => ({ kind: 'addOrderLine' as const, orderLine: line }));
    const from = Math.min(...lines.map(({ line }) => line.from)) as Instant;
    commands.push({ kind: 'amend', now, amendment: { id: nextId(), signedOn, from, changes } });
  }
  return commands;
}

/** Returns why one of the commands would be refused, `undefined` where all can be carried out one after the other. */
export function refusalOf(agreement: Agreement, commands: readonly AgreementCommand[]): Refusal | undefined {
  let state = agreement;
  for (const command of commands) {
    const decided = decideAgreement(command, state);
    if ('refused' in decided) return decided.refused;
    for (const event of decided.events) state = evolveAgreement(state, event)!;
  }
  return undefined;
}

function kept(line: OrderLine, targets: LineTargets): OrderLine[] {
  const target = targets.get(line.id);
  return target === undefined ? [line] : target === null ? [] : [target.line];
}

function changed(change: AmendmentChange, targets: LineTargets): AmendmentChange[] {
  if (change.kind !== 'addOrderLine') return [change];
  const [line] = kept(change.orderLine, targets);
  if (!line) return [];
  return [line === change.orderLine ? change : { kind: 'addOrderLine', orderLine: line }];
}

/** A line may begin before the amendment did that brought it: where that brings lines alone, it begins with its first. */
function anew(id: string, signedOn: CalendarDate, from: Instant, changes: AmendmentChange[]): FiledAmendment {
  const starts = changes.map((change) => (change.kind === 'addOrderLine' ? change.orderLine.from : from));
  const linesAlone = changes.every(({ kind }) => kind === 'addOrderLine');
  return { id, signedOn, from: linesAlone ? (Math.min(...starts) as Instant) : from, changes };
}
