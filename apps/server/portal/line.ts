import type { Clause } from '#business/agreements/agreement.ts';
import { describeLimit } from '#business/agreements/describeLimit.ts';
import { termsTimeline } from '#business/agreements/effectiveTerms.ts';
import { grownTerms } from '#business/agreements/grownTerms.ts';
import type { TermsPiece } from '#business/agreements/terms.ts';
import type { JudgedWindow } from '#business/findings/finding.ts';
import { featuresOf, type KnownToday } from '#business/findings/judgeInput.ts';
import { readDecisions } from '#business/usage/people/peopleDecision.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { earliest, formatInstant, holds, latest } from '#platform/instant.ts';
import { asStaffOf, type ServerContext } from '../context.ts';
import { forecastView } from '../views/forecastView.ts';
import { decimal, moment } from './allowedFacts.ts';
import { clauseView, placedGroups, placedView, type StoredReading } from './clauseView.ts';
import type { PortalLine } from './lineSchemas.ts';
import { type PortalMatter, readingKey, readMatter } from './overview.ts';
import { windowView } from './useView.ts';

/** A clause of a customer's agreement. */
export type LinePlace = { readonly customer: string; readonly agreement: string; readonly clause: string };

/** A clause as found, with its agreement and what was counted of it. */
export type FoundLine = {
  readonly known: KnownToday;
  readonly clause: Clause;
  readonly reading: StoredReading | undefined;
};

/** Returns a clause of the customer's, or `undefined` when there is none of these ids. */
export function findLine(
  { papers, readings }: Pick<PortalMatter, 'papers' | 'readings'>,
  place: LinePlace,
): FoundLine | undefined {
  const known = papers.agreements.find(({ signed }) => signed.id === place.agreement);
  const clause = known?.signed.clauses.find(({ id }) => id === place.clause);
  if (!known || !clause) return undefined;
  return { known, clause, reading: readings.get(readingKey(place.agreement, place.clause)) };
}

/** Returns a clause with the use of one group over time, or `undefined` when there is no such clause or group. */
export function portalLine(
  context: ServerContext,
  place: LinePlace,
  group: string | undefined,
): Promise<PortalLine | undefined> {
  return asStaffOf(context, place.customer, async (tx) => {
    const matter = await readMatter(tx, place.customer, context.clock());
    const found = matter && findLine(matter, place);
    return found && lineView(found, matter, group, await peopleOf(tx, place.customer));
  });
}

/** Returns a clause with the use of one group over time; `undefined` when there is no such group. */
export function lineView(
  { known, clause, reading }: FoundLine,
  matter: PortalMatter,
  group: string | undefined,
  people: PortalLine['people'],
): PortalLine | undefined {
  const { papers, now, sources } = matter;
  const { agreement, signed } = known;
  const { customer } = papers;
  const placed = placedGroups(known, clause, reading, now);
  const chosen = group === undefined ? placed[0] : placed.find((one) => one.group === group);
  if (group !== undefined && !chosen) return undefined;
  // Where the two counts differ nobody knows the number yet; where no data came in, a window without use is not one of none.
  const isSure = reading?.body.firstDifference === null && !reading.body.noData;
  const windows = (isSure && chosen && reading.body.groups[chosen.group]) || [];
  const timeline = termsTimeline(agreement, clause.id, signed, now);
  const rules = featuresOf({ ...papers, sources: sources.map(({ name }) => name) }, signed, clause);
  return {
    asOf: formatInstant(now),
    customer: { id: customer.id, name: customer.name },
    agreement: {
      id: signed.id,
      title: signed.title,
      from: formatInstant(signed.from),
      until: formatInstant(signed.until),
      zone: signed.zone,
    },
    clause: clauseView(known, clause, reading, matter),
    features: rules.map(({ feature, source, from, until }) => ({
      feature,
      source,
      from: from <= earliest ? null : moment(from),
      until: until >= latest ? null : moment(until),
    })),
    people,
    use: chosen ? placedView(known, clause, reading, chosen, matter) : null,
    windows: windows.map((window) => windowView(window, reading?.countedAt ?? null)),
    allowedOver: allowedOver(clause, timeline, windows, signed.zone),
    forecast: forecastView(signed, clause, windows, now),
  };
}

async function peopleOf(tx: Tx, customer: string): Promise<PortalLine['people']> {
  const standing = (await readDecisions(tx, customer)).filter(({ undone }) => undone === null);
  const merged = standing.filter(({ subject }) => subject.kind === 'merge').length;
  return { merged, leftOut: standing.length - merged };
}

/** A limit that grows with another clause is known window by window; any other for all of the term. */
function allowedOver(
  clause: Clause,
  timeline: readonly TermsPiece[],
  windows: readonly JudgedWindow[],
  zone: string,
): PortalLine['allowedOver'] {
  const grows = clause.kind === 'capacity' && clause.allowance !== undefined;
  const pieces = !grows
    ? timeline
    : windows.flatMap((window) => {
        const piece = timeline.find((one) => holds(one, window.from));
        if (!piece) return [];
        const { from, until, limit } = window;
        return [{ from, until, terms: grownTerms(piece.terms, limit, window) }];
      });
  return joined(
    pieces.map(({ from, until, terms }) => ({
      from: formatInstant(from),
      until: formatInstant(until),
      limit: terms.kind === 'capacity' ? decimal(terms.limit) : null,
      values: terms.kind === 'restriction' ? [...terms.allowed] : null,
      words: describeLimit(terms, zone),
    })),
  );
}

/** A pause of the vendor's begins and ends pieces too: where the same is allowed, it is one. */
function joined(pieces: PortalLine['allowedOver']): PortalLine['allowedOver'] {
  const found: PortalLine['allowedOver'] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (last?.until === piece.from && last.limit === piece.limit && last.words === piece.words)
      found[found.length - 1] = { ...last, until: piece.until };
    else found.push(piece);
  }
  return found;
}
