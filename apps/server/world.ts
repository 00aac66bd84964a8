import { agreementsOf } from '#business/agreements/agreement.store.ts';
import { knownAgreement } from '#business/agreements/knownAgreement.ts';
import { readCatalog } from '#business/catalog/catalog.store.ts';
import type { Catalog } from '#business/catalog/priceBook.ts';
import { readCustomer } from '#business/customers/customer.store.ts';
import type { Customer } from '#business/customers/customer.ts';
import type { Surroundings } from '#business/findings/examine.ts';
import type { Known, KnownToday } from '#business/findings/judgeInput.ts';
import type { StoredQuestion } from '#business/questions/question.store.ts';
import { asContests, contestsOf } from '#business/questions/questionList.store.ts';
import { alwaysCountedAs, applyPeople } from '#business/usage/people/applyPeople.ts';
import { type IdentityUse, identityUse } from '#business/usage/people/identityUse.ts';
import { readDecisions } from '#business/usage/people/peopleDecision.store.ts';
import { type SourceUse, sourceUse } from '#business/usage/sources/sourceUse.ts';
import { readSurroundings } from '#business/usage/usage.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';

/** Who a customer is and what holds for it; without its usage. */
export type Papers = {
  readonly customer: Customer;
  readonly catalog: Catalog;
  readonly agreements: readonly KnownToday[];
  readonly now: Instant;
};

/** All that is needed to say where one customer stands; read in one transaction, so all of one moment. */
export type World = Known &
  Papers & {
    readonly around: Surroundings;
    /** What the customer says is wrong about lines of the count, answered or not. */
    readonly contests: readonly StoredQuestion[];
    /** What each identity was seen to use, before any decision about people. */
    readonly identities: () => readonly IdentityUse[];
    /** What each source brought, before any decision about people. */
    readonly sources: () => readonly SourceUse[];
  };

/** Returns the papers of a customer as known at `now`, or `undefined` when there is no such customer in scope. */
export async function readPapers(tx: Tx, id: string, now: Instant): Promise<Papers | undefined> {
  const customer = await readCustomer(tx, id);
  if (!customer) return undefined;
  return { customer, catalog: await readCatalog(tx), agreements: await readAgreements(tx, id, now), now };
}

/** Returns the world of a customer at `now`: its papers and all its usage, as decisions about its people have it count. */
export async function readWorld(tx: Tx, id: string, now: Instant): Promise<World | undefined> {
  const papers = await readPapers(tx, id, now);
  if (!papers) return undefined;
  const { customer } = papers;
  const { records: received, chosen, gaps, totals, nameOf, idOf } = await readSurroundings(tx, id);
  const decisions = await readDecisions(tx, id);
  const contests = await contestsOf(tx, id);
  const around = {
    ...{ customer: customer.id, relationship: customer.relationship, gaps, totals, nameOf },
    contests: asContests(contests),
  };
  return {
    ...papers,
    records: applyPeople(received, decisions, chosen),
    chosen,
    // An agreement may name somebody by a key that is merged since.
    idOf: (key) => alwaysCountedAs(idOf(key), decisions),
    around,
    contests,
    identities: () => identityUse(received),
    sources: () => sourceUse(received),
  };
}

async function readAgreements(tx: Tx, customer: string, now: Instant): Promise<KnownToday[]> {
  return (await agreementsOf(tx, customer)).flatMap((agreement) => {
    const known = knownAgreement(agreement, now);
    return known ? [{ agreement, signed: known.signed }] : [];
  });
}
