import type { Customer } from '#business/customers/customer.ts';
import { readFlags } from '#business/customers/flags.store.ts';
import { mayContact, spanOf } from '#business/customers/flags.ts';
import { evidenceFor } from '#business/findings/examine.ts';

import { type ClauseReading, findingsOf, readReadings } from '#business/findings/finding.store.ts';
import type { EvidenceRow, JudgedWindow } from '#business/findings/finding.ts';
import { requestsFor } from '#business/findings/judge.ts';
import { judgeInput } from '#business/findings/judgeInput.ts';
import { asContests, contestsOf } from '#business/questions/questionList.store.ts';
import { readPositions } from '#business/remediation/position.store.ts';
import { readUnmatched, type UnmatchedUse } from '#business/usage/unmatched.store.ts';
import { readNameOf } from '#business/usage/usage.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { formatInstant } from '#platform/instant.ts';
import { asStaffOf, type ServerContext } from './context.ts';
import { flagViews } from './flags/view.ts';
import type { CustomerPage } from './pages.ts';
import { agreementView } from './views/agreementView.ts';
import { evidenceView, type FindingMatter, findingView, standingReading } from './views/findingView.ts';
import { noticeView } from './views/noticeView.ts';
import { decisionsInWords } from './views/rulingView.ts';
import { type Papers, readPapers, readWorld } from './world.ts';

/** Returns the page of one customer, or `undefined` when there is none. */
export function customerPage(context: ServerContext, id: string): Promise<CustomerPage | undefined> {
  return asStaffOf(context, id, async (tx) => {
    const world = await readPapers(tx, id, context.clock());
    if (!world) return undefined;
    const matters = await findingMatters(tx, world, await readNameOf(tx, id));
    const readings = await tx
      .selectFrom('clause_reading')
      .selectAll()
      .where('customer_id', '=', id)
      .execute();
    const positions = await readPositions(tx, id);
    const { customer, catalog, now } = world;
    const contact = mayContact((await readFlags(tx, id)).flags.map(spanOf), now);
    const { name, size, segment, riskTolerance, contact: person, owner, relationship } = customer;
    return {
      asOf: formatInstant(now),
      customer: { id, name, size, segment, riskTolerance, contact: person, owner, ...told(relationship) },
      flags: await flagViews(tx, id, now),
      agreements: world.agreements.map((known) => {
        const own = readings.filter(({ agreement }) => agreement === known.signed.id);
        const byClause = new Map(own.map(({ clause, body }) => [clause, body as ClauseReading]));
        return agreementView(known, { catalog, readings: byClause, positions, now });
      }),
      findings: matters.map(findingView),
      notices: matters.flatMap((matter) => {
        const known = world.agreements.find(({ signed }) => signed.id === matter.signed.id)!;
        return noticeView(matter, customer, known, { now, contact }) ?? [];
      }),
      unmatched: (await readUnmatched(tx, id)).map((row) => ({ ...row, words: unmatchedWords(row) })),
    };
  });
}

/** What the page tells of a relationship: the rest of it is for those who edit it. */
function told({ since, renewals, goodExperiences, vendorMistakes }: Customer['relationship']) {
  const mistakes = vendorMistakes.map(({ what }) => what);
  return { since, renewals, goodExperiences: [...goodExperiences], vendorMistakes: mistakes };
}

/** Use nobody has priced is shown, never dropped. */
function unmatchedWords({ records, feature, source }: UnmatchedUse): string {
  return `${records} ${records === 1 ? 'record' : 'records'} of ${feature} from ${source} belong to no product yet: add the feature to the catalog or to a clause.`;
}

/**
 * Returns each finding with its standing reading, its clause and agreement, or `only` the one of this key; findings of
 * clauses long gone are left out.
 */
async function findingMatters(
  tx: Tx,
  world: Papers,
  nameOf: FindingMatter['nameOf'],
  only?: string,
): Promise<FindingMatter[]> {
  const matters: FindingMatter[] = [];
  const { id } = world.customer;
  const decisions = await decisionsInWords(tx, id);
  const contests = asContests(await contestsOf(tx, id));
  const all = (await findingsOf(tx, id)).filter(
    ({ finding }) => finding.status !== 'merged' && (only === undefined || finding.key === only),
  );
  const named = all.map(({ finding }) => ({
    finding: finding.key,
    digest: standingReading(finding as FindingMatter['stored']['finding']).digest,
  }));
  const readings = await readReadings(tx, id, named);
  for (const stored of all) {
    const { finding } = stored;
    const signed = world.agreements.find((known) => known.signed.id === finding.agreement)?.signed;
    const clause = signed?.clauses.find((one) => one.id === finding.clause);
    const reading = readings.get(finding.key);
    if (signed && clause && reading)
      matters.push({
        stored,
        reading,
        signed,
        clause,
        catalog: world.catalog,
        nameOf,
        rulings: { decisions, zone: signed.zone },
        contests,
        now: world.now,
      });
  }
  return matters.reverse();
}

/** Returns one page of the counted units behind one window of a finding, or `undefined` when there is no such finding. */
export function findingEvidence(
  context: ServerContext,
  place: { customer: string; key: string; window: number | null; offset: number },
) {
  return asStaffOf(context, place.customer, async (tx) => {
    const papers = await readPapers(tx, place.customer, context.clock());
    const matters =
      papers && (await findingMatters(tx, papers, await readNameOf(tx, place.customer), place.key));
    const matter = matters?.find(({ stored }) => stored.finding.key === place.key);
    if (!matter) return undefined;
    const { run, evidence } = matter.reading;
    const window = place.window === null ? run.peak : run.windows[place.window];
    if (!window) return undefined;
    const isPeak = window.from === run.peak.from && window.until === run.peak.until;
    const rows = isPeak ? evidence : await evidenceNow(tx, context, place.customer, matter, window);
    return evidenceView(
      rows,
      place.offset,
      `${formatInstant(window.from)}/${formatInstant(window.until)}`,
      matter,
    );
  });
}

/** Evidence is kept of the peak; that of another window is counted again, up to where the window reached then. */
async function evidenceNow(
  tx: Tx,
  context: ServerContext,
  customer: string,
  { signed, clause, reading }: FindingMatter,
  window: JudgedWindow,
): Promise<readonly EvidenceRow[]> {
  const world = (await readWorld(tx, customer, context.clock()))!;
  const known = world.agreements.find((one) => one.signed.id === signed.id)!;
  const input = judgeInput(window.open ? { ...world, now: window.until } : world, known, clause);
  return evidenceFor(requestsFor(input), window, reading.run.group);
}
