import type { TermsPiece } from '#business/agreements/terms.ts';
import type { CountRequest, Measure, Window } from '#business/usage/measure.ts';
import { applyRights } from '#business/usage/rights/applyRights.ts';
import { windowsOf } from '#business/usage/windows.ts';
import { dateIn, type Instant, type Interval, overlap } from '#platform/instant.ts';
import type { JudgeInput } from './judge.ts';

/** Returns the requests both counts answer: one (and that of the clause the limit grows with), or for a restriction one per set of allowed values. */
export function allRequests(input: JudgeInput): readonly CountRequest[] {
  const growth = growthRequest(input);
  return growth ? [...requestsFor(input), growth] : requestsFor(input);
}

/** Returns the requests for the values that are judged: one, or for a restriction one per set of allowed values. */
export function requestsFor(input: JudgeInput): readonly CountRequest[] {
  const { clause, records, chosen, features, asOf } = input;
  const windows = windowsFor(input);
  const whole = { records, chosen, features, asOf, measure: clause.measure, windows };
  const ruled = applyRights(whole, input.rights ?? []);
  if (clause.kind === 'capacity') return [{ ...whole, records: ruled }];
  const bySet = new Map<string, Window[]>();
  for (const window of windows) {
    const piece = pieceAt(input.timeline, window.counted.from);
    const key = JSON.stringify(piece?.terms.kind === 'restriction' ? piece.terms.allowed : []);
    bySet.set(key, [...(bySet.get(key) ?? []), window]);
  }
  return [...bySet].map(([key, part]) => ({
    records: ruled,
    chosen,
    features,
    asOf,
    measure: outside(clause.measure, clause.attribute, JSON.parse(key) as string[]),
    windows: part,
  }));
}

function outside(measure: Measure, attribute: string, allowed: readonly string[]): Measure {
  return { ...measure, filter: [...measure.filter, { attribute, notIn: allowed }] };
}

function windowsFor(input: JudgeInput): readonly Window[] {
  return windowsOfMeasure(input, input.clause.measure);
}

function windowsOfMeasure(input: JudgeInput, measure: Measure): readonly Window[] {
  const { agreement, clause, timeline, asOf, binding } = input;
  const cutting =
    clause.kind === 'restriction' || clause.limitRule === 'split' || clause.limitRule === 'instant';
  const standing = clause.kind === 'capacity' && clause.measure.window.unit === 'instant';
  const changes = allowances(timeline).slice(1);
  const cuts = [
    ...(cutting && !standing ? changes.map((piece) => piece.from) : []),
    ...(binding ?? []).map((piece) => piece.from),
  ];
  const anchor = dateIn(agreement.from, measure.zone);
  const windows = windowsOf(
    measure,
    { from: agreement.from, until: agreement.until },
    { asOf, anchor, cuts },
  );
  return binding ? windows.filter(({ counted }) => pieceAt(binding, counted.from)?.known === 'yes') : windows;
}

/** Returns the request for the measure of the clause that the limit grows with, over the windows of this one, as a whole. */
export function growthRequest(input: JudgeInput): CountRequest | null {
  const { grownBy, clause, records, chosen, asOf } = input;
  if (!grownBy) return null;
  const { window, zone } = clause.measure;
  const { ratchet: _, ...own } = grownBy.clause.measure;
  const measure: Measure = { ...own, window, zone, groupBy: [] };
  const { features, rights = [] } = grownBy;
  const windows = windowsOfMeasure(input, measure);
  const whole = { records, chosen, features, asOf, measure, windows };
  return { ...whole, records: applyRights(whole, rights) };
}

/** Returns all of the window that a judged one is of, within the term: where it is still open, with what is yet to come. */
export function wholeWindow(input: JudgeInput, { from, until }: Interval): Interval {
  const windows = input.clause.measure.window.unit === 'instant' ? [] : windowsFor(input);
  const own = windows.find(({ counted }) => counted.from === from && counted.until === until);
  return (own && overlap(own, input.agreement)) ?? { from, until };
}

/**
 * Returns the terms in as few pieces as what is allowed takes: a pause, or a permit that changes nothing, cuts no
 * window. Of joined pieces the first says where the limit comes from.
 */
export function allowances(timeline: readonly TermsPiece[]): TermsPiece[] {
  const pieces: TermsPiece[] = [];
  for (const piece of timeline) {
    const last = pieces.at(-1);
    if (last && allowedBy(last) === allowedBy(piece))
      pieces[pieces.length - 1] = { ...last, until: piece.until };
    else pieces.push(piece);
  }
  return pieces;
}

function allowedBy({ terms }: TermsPiece): string {
  return terms.kind === 'capacity' ? terms.limit : JSON.stringify(terms.allowed);
}

function pieceAt<T extends Interval>(timeline: readonly T[], at: Instant): T | undefined {
  return timeline.find((piece) => piece.from <= at && at < piece.until);
}
