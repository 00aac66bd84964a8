import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';

/** A customer that was found. `rank`: 0 its very name or id, 1 their beginning, 2 the beginning of a word, 3 a part, 4 alike. */
export type FoundCustomer = { readonly id: string; readonly name: string; readonly rank: number };

/** Of the letters asked for, in threes, so much has to be in a name that is only alike. */
const alike = 0.5;

/**
 * Returns customers in scope by a part of their name or id (`words` without accents, in lower case), the closest first;
 * where there is none, those whose names are spelled alike. Contacts and counted people are not looked at.
 */
export async function searchCustomers(tx: Tx, words: string, limit: number): Promise<FoundCustomer[]> {
  const { rows } = await sql<FoundCustomer>`
    SELECT * FROM (SELECT customer_id AS id, body ->> 'name' AS name, CASE
        WHEN name_search = ${words} OR lower(customer_id) = ${words} THEN 0
        WHEN starts_with(name_search, ${words}) OR starts_with(lower(customer_id), ${words}) THEN 1
        WHEN position(' ' || ${words} IN name_search) > 0 THEN 2
        WHEN position(${words} IN name_search || ' ' || lower(customer_id)) > 0 THEN 3 END AS rank
      FROM customer) AS found WHERE rank IS NOT NULL ORDER BY rank, lower(name), id LIMIT ${limit}`.execute(
    tx,
  );
  return rows.length > 0 ? rows : alikeCustomers(tx, words, limit);
}

async function alikeCustomers(tx: Tx, words: string, limit: number): Promise<FoundCustomer[]> {
  const { rows } = await sql<FoundCustomer>`
    WITH asked AS (SELECT trigrams(${words}) AS threes)
    SELECT id, name, 4 AS rank FROM (
      SELECT c.customer_id AS id, c.body ->> 'name' AS name,
        (SELECT count(*) FROM unnest(asked.threes) AS one WHERE one = ANY (c.name_trigrams))::numeric
          / greatest(1, cardinality(asked.threes)) AS share
      FROM customer c, asked WHERE c.name_trigrams && asked.threes) AS some_alike
    WHERE share >= ${alike}::numeric ORDER BY share DESC, lower(name), id LIMIT ${limit}`.execute(tx);
  return rows;
}
