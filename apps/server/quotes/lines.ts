import { createHash } from 'node:crypto';
import { agreementsOf } from '#business/agreements/agreement.store.ts';
import { knownAgreement } from '#business/agreements/knownAgreement.ts';
import { readCatalog } from '#business/catalog/catalog.store.ts';
import { findingsOf, readReading } from '#business/findings/finding.store.ts';
import { type Listed, rowsOf } from '#business/settlement/billing.ts';
import { quoteOfFinding } from '#business/settlement/draftQuote.ts';
import { type ListedQuote, listQuotes, type QuoteFilter } from '#business/settlement/quoteList.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { dateIn, type Instant } from '#platform/instant.ts';
import { writeCsv } from '#platform/table/writeTable.ts';

/** More quotes than this make no file anybody reads; narrow the question. */
const mostQuotes = 20_000;
const atOnce = 500;

/** A file and its name. */
export type LinesFile = { readonly name: string; readonly bytes: Uint8Array };

/** Returns the lines of all quotes that pass, the newest first, as CSV; the file is named after what is in it. */
export async function linesFile(tx: Tx, filter: QuoteFilter): Promise<LinesFile> {
  const listed: Listed[] = [];
  let after: readonly [string, string] | null = null;
  do {
    const found: ListedQuote[] = await listQuotes(tx, filter, { after, limit: atOnce });
    for (const { state } of found)
      listed.push({ quote: state.quote, digest: state.digest, status: state.status });
    after = found.length === atOnce ? found.at(-1)!.key : null;
  } while (after !== null && listed.length < mostQuotes);
  return { name: fileOf(listed.map(({ digest }) => digest)), bytes: writeCsv(rowsOf(listed)) };
}

/** Returns the name of the file that holds exactly the quotes of these digests, in whatever order. */
export function fileOf(digests: readonly string[]): string {
  const name = createHash('sha256')
    .update([...digests].sort().join(' '))
    .digest('hex')
    .slice(0, 12);
  return `quotes-${name}.csv`;
}

/** Returns the true-up lines of all confirmed findings as CSV, as a quote of today would say; nothing is changed. */
export async function trueUpsFile(tx: Tx, customers: readonly string[], now: Instant): Promise<LinesFile> {
  const catalog = await readCatalog(tx);
  const listed: Listed[] = [];
  for (const customer of customers) {
    const confirmed = (await findingsOf(tx, customer)).flatMap(({ finding }) =>
      finding.status === 'confirmed' ? [finding] : [],
    );
    if (confirmed.length === 0) continue;
    const agreements = (await agreementsOf(tx, customer)).flatMap((agreement) => {
      const known = knownAgreement(agreement, now);
      return known ? [{ agreement, signed: known.signed }] : [];
    });
    for (const finding of confirmed) {
      const known = agreements.find(({ signed }) => signed.id === finding.agreement);
      const clause = known?.signed.clauses.find(({ id }) => id === finding.clause);
      if (!known || !clause) continue;
      const reading = await readReading(tx, finding.key, finding.confirmed.digest);
      const place = { id: '', ...known, clause, catalog, validUntil: dateIn(now, known.signed.zone) };
      const drafted = quoteOfFinding(place, finding, reading?.run.windows ?? []);
      if (drafted.ok) listed.push({ quote: drafted.value, digest: '', status: 'confirmed' });
    }
  }
  return { name: 'true-ups.csv', bytes: writeCsv(rowsOf(listed)) };
}

/** Returns the customers in scope that have a confirmed finding, in order of their ids. */
export async function customersWithConfirmed(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom('stream_state')
    .select('customer_id')
    .distinct()
    .where('lifecycle', '=', 'finding')
    .where(({ eb, ref }) => eb(ref('state', '->>').key('status' as never), '=', 'confirmed' as never))
    .orderBy('customer_id')
    .execute();
  return rows.map(({ customer_id }) => customer_id);
}
