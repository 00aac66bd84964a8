import { sql } from 'kysely';
import { readCatalog } from '#business/catalog/catalog.store.ts';
import { searchCustomers } from '#business/customers/customerSearch.store.ts';
import type { Action } from '#business/identity/can.ts';
import { readStaff } from '#business/identity/staff.store.ts';
import { partners } from '#business/partners/partner.store.ts';
import { searchable, wordsOf } from '#business/remediation/positionFilter.ts';
import { type Tx, textArray } from '#platform/database/scope.ts';
import { findingAnchor } from '../views/findingAnchor.ts';
import { closeness } from './match.ts';

/** Something that was found, and where it is: an address of the workspace. */
export type Hit = {
  readonly kind: 'Customer' | 'Agreement' | 'Product' | 'Finding' | 'Quote' | 'Partner' | 'Team';
  readonly id: string;
  readonly title: string;
  readonly detail: string | null;
  readonly place: string;
};

/** How one sort of thing is searched: what it takes to see it, and the closest of it first, at most `limit`. */
type Search = {
  readonly needs: Action;
  readonly find: (tx: Tx, asked: string, limit: number) => Promise<readonly Hit[]>;
};

/** Everything that is searched, in the order in which it is shown. Keys, addresses and names of counted people are not among it. */
export const searches: readonly Search[] = [
  { needs: 'work.read', find: customers },
  { needs: 'work.read', find: agreements },
  { needs: 'work.read', find: findings },
  { needs: 'work.read', find: quotes },
  { needs: 'work.read', find: products },
  { needs: 'work.read', find: partnersByName },
  { needs: 'work.read', find: team },
];

async function customers(tx: Tx, asked: string, limit: number): Promise<Hit[]> {
  const found = await searchCustomers(tx, searchable(asked).trim(), limit);
  return found.map(({ id, name }) => ({
    kind: 'Customer',
    id,
    title: name,
    detail: id,
    place: `/customers/${id}`,
  }));
}

async function agreements(tx: Tx, asked: string, limit: number): Promise<Hit[]> {
  const { rows } = await sql<{ id: string; customer_id: string; name: string }>`
    SELECT s.id, s.customer_id, c.body ->> 'name' AS name FROM stream_state s JOIN customer c USING (customer_id)
    WHERE s.lifecycle = 'agreement' AND position(${asked.toLowerCase()} IN lower(s.id)) > 0
    ORDER BY lower(s.id) <> ${asked.toLowerCase()}, s.id LIMIT ${limit}`.execute(tx);
  return rows.map(({ id, customer_id, name }) => ({
    kind: 'Agreement',
    id,
    title: id,
    detail: name,
    place: `/customers/${customer_id}/agreements/${encodeURIComponent(id)}`,
  }));
}

type FoundPosition = { readonly finding: string; readonly customer: string; readonly name: string };

async function findings(tx: Tx, asked: string, limit: number): Promise<Hit[]> {
  const words = wordsOf(asked);
  const { rows } = await sql<FoundPosition & { plain: string }>`
    SELECT p.finding, p.customer_id AS customer, p.body #>> '{customer,name}' AS name, p.body #>> '{clause,plain}' AS plain
    FROM position p WHERE p.finding IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM unnest(${textArray(words)}::text[]) AS word WHERE position(word IN p.search || ' ' || lower(p.finding)) = 0)
    ORDER BY p.stake_rank, p.stake_currency, p.stake_down, p.customer_sort, p.finding LIMIT ${limit}`.execute(
    tx,
  );
  return rows.map(({ finding, customer, name, plain }) => ({
    kind: 'Finding',
    id: finding,
    title: plain,
    detail: name,
    place: `/customers/${customer}#${findingAnchor(finding)}`,
  }));
}

async function quotes(tx: Tx, asked: string, limit: number): Promise<Hit[]> {
  const part = searchable(asked).trim();
  const { rows } = await sql<{ id: string; name: string; status: string }>`
    SELECT q.id, c.body ->> 'name' AS name, q.status FROM quote_row q JOIN customer c USING (customer_id)
    WHERE position(${part} IN lower(q.id)) > 0 OR position(${part} IN c.name_search) > 0
    ORDER BY lower(q.id) <> ${part}, q.quoted_at DESC, q.id LIMIT ${limit}`.execute(tx);
  return rows.map(({ id, name, status }) => ({
    kind: 'Quote',
    id,
    title: id,
    detail: `${name}, ${status}`,
    place: `/quotes/${encodeURIComponent(id)}`,
  }));
}

async function products(tx: Tx, asked: string, limit: number): Promise<Hit[]> {
  return closest((await readCatalog(tx)).products, asked, limit).map(({ id, name }) => ({
    kind: 'Product',
    id,
    title: name,
    detail: id,
    place: '/catalog',
  }));
}

async function partnersByName(tx: Tx, asked: string, limit: number): Promise<Hit[]> {
  return closest(await partners(tx), asked, limit).map(({ id, name }) => ({
    kind: 'Partner',
    id,
    title: name,
    detail: id,
    place: '/partners',
  }));
}

async function team(tx: Tx, asked: string, limit: number): Promise<Hit[]> {
  const here = (await readStaff(tx)).filter(({ active }) => active);
  return closest(here, asked, limit).map(({ id, name, role }) => ({
    kind: 'Team',
    id,
    title: name,
    detail: role.replaceAll('-', ' '),
    place: '/team',
  }));
}

/** Returns those whose name (or id, read from its beginning) is asked for, the closest first. */
function closest<T extends { readonly id: string; readonly name: string }>(
  all: readonly T[],
  asked: string,
  limit: number,
): T[] {
  const ranked = all.flatMap((one) => {
    const rank = closeness(asked, one.name) ?? (one.id.startsWith(asked.toLowerCase()) ? 1 : undefined);
    return rank === undefined ? [] : [{ one, rank }];
  });
  const known = ranked.some(({ rank }) => rank < 4) ? ranked.filter(({ rank }) => rank < 4) : ranked;
  return known
    .sort((a, b) => a.rank - b.rank || (a.one.name < b.one.name ? -1 : 1))
    .slice(0, limit)
    .map(({ one }) => one);
}
