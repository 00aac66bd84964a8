import type { ClauseReading } from '#business/findings/finding.store.ts';
import type { KnownToday } from '#business/findings/judgeInput.ts';
import { nextDates } from '#business/portal/nextDates.ts';
import { readNameOf } from '#business/usage/usage.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { dateIn, formatInstant, type Instant } from '#platform/instant.ts';
import { asStaffOf, type ServerContext } from '../context.ts';
import { type Papers, readPapers } from '../world.ts';
import { type ClauseMatter, clauseView, type StoredReading } from './clauseView.ts';
import { upcomingDates } from './dates.ts';
import type { PortalAgreement, PortalOverview } from './overviewSchemas.ts';
import { readSources } from './sourceView.ts';

const mostDates = 10;

/** Everything of one customer that its pages are drawn from; no usage record among it. */
export type PortalMatter = ClauseMatter & {
  readonly papers: Papers;
  readonly readings: ReadonlyMap<string, StoredReading>;
  readonly sources: PortalOverview['sources'];
};

/** Returns the overview of a customer, or `undefined` when there is no such customer. */
export function portalOverview(
  context: ServerContext,
  customer: string,
): Promise<PortalOverview | undefined> {
  return asStaffOf(context, customer, async (tx) => {
    const matter = await readMatter(tx, customer, context.clock());
    if (!matter) return undefined;
    const { papers, now, sources } = matter;
    const { id, name, owner } = papers.customer;
    const agreements = papers.agreements.map((known) => portalAgreementView(known, matter));
    const running = agreements.flatMap((one) => (one.state === 'running' ? [one.id] : []));
    return {
      asOf: formatInstant(now),
      customer: { id, name },
      contact: { name: owner.name, role: owner.role, email: owner.email },
      agreements,
      sources,
      dates: nextDates(await upcomingDates(tx, matter), running, mostDates),
    };
  });
}

/** Reads what the pages of a customer are drawn from, in one transaction; `undefined` when there is no such customer. */
export async function readMatter(tx: Tx, customer: string, now: Instant): Promise<PortalMatter | undefined> {
  const papers = await readPapers(tx, customer, now);
  if (!papers) return undefined;
  const rows = await tx
    .selectFrom('clause_reading')
    .selectAll()
    .where('customer_id', '=', customer)
    .execute();
  const readings = new Map(
    rows.map(({ agreement, clause, body, as_of }) => [
      readingKey(agreement, clause),
      { body: body as ClauseReading, countedAt: as_of },
    ]),
  );
  const sources = await readSources(tx, customer, now);
  const silent = new Set(sources.filter((source) => source.silent).map(({ name }) => name));
  // Keys of people are only read where a clause counts each of them apart.
  const namesPeople = papers.agreements.some(({ signed }) =>
    signed.clauses.some(({ measure }) => measure.groupBy.includes('who')),
  );
  const nameOf = namesPeople ? await readNameOf(tx, customer) : (who: string) => who;
  return { papers, readings, sources, silent, nameOf, catalog: papers.catalog, now };
}

/** Returns under which key the reading of a clause is kept. */
export function readingKey(agreement: string, clause: string): string {
  return JSON.stringify([agreement, clause]);
}

/** Returns one agreement with its clauses. */
export function portalAgreementView(known: KnownToday, matter: PortalMatter): PortalAgreement {
  const { signed } = known;
  const { id, title, signedOn, from, until, renewsOn, zone, currency } = signed;
  const { now, readings } = matter;
  return {
    id,
    title,
    signedOn,
    from: formatInstant(from),
    until: formatInstant(until),
    firstDay: dateIn(from, zone),
    lastDay: dateIn((until - 1) as Instant, zone),
    renewsOn,
    zone,
    currency,
    state: now < from ? 'coming' : now < until ? 'running' : 'ended',
    clauses: signed.clauses.map((clause) =>
      clauseView(known, clause, readings.get(readingKey(id, clause.id)), matter),
    ),
  };
}
