import { type SqlBool, sql } from 'kysely';
import type { Contest } from '#business/findings/contests.ts';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import { after, day, type Instant } from '#platform/instant.ts';
import { claimWords } from './claimWords.ts';
import type { StoredQuestion } from './question.store.ts';
import { isOpen, type KnownQuestion } from './question.ts';

/** Which questions are asked for; what is left out is not asked. */
export type QuestionFilter = {
  /** `open`: they wait for the vendor; `late`: longer than was promised; `answered`: for whoever asked. */
  readonly show: 'open' | 'late' | 'answered' | 'closed' | 'all';
  readonly customer?: string | undefined;
  /** Who of the vendor answers. */
  readonly person?: string | undefined;
  /** Asked by people of this partner. */
  readonly partner?: string | undefined;
  /** Contests alone, of one clause where it is named. */
  readonly contests?: { readonly agreement?: string | undefined; readonly clause?: string | undefined };
};

/** A question of a list, and the key behind which the list goes on. */
export type ListedQuestion = StoredQuestion & { readonly key: readonly [order: number, id: string] };

const openStatuses = ['asked', 'handedOver', 'followedUp'] as const;

/** What waits for the vendor comes in the order in which answers are promised; everything else, what changed last first. */
const isByPromise = ({ show }: QuestionFilter): boolean => show === 'open' || show === 'late';

/** Returns the questions that pass, in the order of their kind of list, behind `behind` where it is given. */
export async function listQuestions(
  tx: Tx,
  filter: QuestionFilter,
  { behind, limit }: { readonly behind: readonly [number, string] | null; readonly limit: number },
): Promise<ListedQuestion[]> {
  const byPromise = isByPromise(filter);
  const column = byPromise ? 'promised_end' : 'changed_at';
  const direction = byPromise ? 'asc' : 'desc';
  let query = passing(tx, filter).select(['id', column]);
  if (behind) {
    const place = sql`(${behind[0]}::bigint, ${behind[1]})`;
    const row = sql`(${sql.ref(column)}, id)`;
    query = query.where(byPromise ? sql<SqlBool>`${row} > ${place}` : sql<SqlBool>`${row} < ${place}`);
  }
  const rows = await query.orderBy(column, direction).orderBy('id', direction).limit(limit).execute();
  const known = await statesOf(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) => {
    const found = known.get(row.id);
    return found ? [{ ...found, key: [Number(row[column]), row.id] as const }] : [];
  });
}

/** Returns how many questions pass. */
export async function countQuestions(tx: Tx, filter: QuestionFilter): Promise<number> {
  const { many } = await passing(tx, filter)
    .select(({ fn }) => fn.countAll<string>().as('many'))
    .executeTakeFirstOrThrow();
  return Number(many);
}

function passing(tx: Tx, { show, customer, person, partner, contests }: QuestionFilter) {
  let query = tx.selectFrom('question_row');
  if (show === 'open' || show === 'late') query = query.where('status', 'in', openStatuses);
  if (show === 'late') query = query.where('late', '=', true);
  if (show === 'answered' || show === 'closed') query = query.where('status', '=', show);
  if (customer !== undefined) query = query.where('customer_id', '=', customer);
  if (person !== undefined) query = query.where('person', '=', person);
  if (partner !== undefined) query = query.where('partner', '=', partner);
  if (contests) query = query.where('contest', '=', true);
  if (contests?.agreement !== undefined) query = query.where('agreement', '=', contests.agreement);
  if (contests?.clause !== undefined) query = query.where('clause', '=', contests.clause);
  return query;
}

/** Read by themselves: joined, the states of all questions would be read for the few that are shown. */
async function statesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, StoredQuestion>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('stream_state')
    .select(['id', 'state', 'version'])
    .where(
      'stream',
      'in',
      ids.map((id) => `question/${id}`),
    )
    .execute();
  return new Map(
    rows.map(({ id, state, version }) => [id, { question: state as unknown as KnownQuestion, version }]),
  );
}

/** Returns all contests of a customer, answered or not, in the order in which they were put. */
export async function contestsOf(
  tx: Tx,
  customer: string,
  place: { readonly agreement?: string; readonly clause?: string } = {},
): Promise<StoredQuestion[]> {
  const rows = await passing(tx, { show: 'all', customer, contests: place })
    .select('id')
    .orderBy('number')
    .execute();
  const known = await statesOf(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ id }) => known.get(id) ?? []);
}

/** Returns contests as detection knows them: what is said to be wrong about which line, and what became of it. */
export function asContests(stored: readonly StoredQuestion[]): readonly Contest[] {
  return stored.flatMap(({ question }) => {
    const { asked, outcome, holdsUntil } = question;
    const { about, claim } = asked;
    if (about.kind !== 'line' || claim === null || holdsUntil === null) return [];
    const { agreement, clause, group, from, until, row } = about;
    const open = isOpen(question);
    const right = !open && (outcome === 'agreed' || outcome === 'partly');
    const place = { id: asked.id, agreement, clause, group, from, until, row };
    return [{ ...place, words: claimWords(claim), open, right, holdsUntil }];
  });
}

/** Returns how much a customer has asked: what is open, and what was asked in the day before. */
export async function askedLately(
  tx: Tx,
  customer: string,
  now: Instant,
): Promise<{ readonly open: number; readonly today: number }> {
  const { open, today } = await tx
    .selectFrom('question_row')
    .select([
      sql<string>`count(*) FILTER (WHERE status IN ('asked', 'handedOver', 'followedUp'))`.as('open'),
      sql<string>`count(*) FILTER (WHERE asked_at > ${after(now, -day)}::bigint)`.as('today'),
    ])
    .where('customer_id', '=', customer)
    .executeTakeFirstOrThrow();
  return { open: Number(open), today: Number(today) };
}

/** Returns the questions that it is time to look at: to remind, to be late, to close; longest due first. */
export async function dueQuestions(
  tx: Tx,
  now: Instant,
  most: number,
): Promise<{ readonly customer: string; readonly id: string }[]> {
  const rows = await tx
    .selectFrom('question_row')
    .select(['customer_id', 'id'])
    .where('look_at', '<=', toTimestamp(now) as never)
    .orderBy('look_at')
    .limit(most)
    .execute();
  return rows.map(({ customer_id, id }) => ({ customer: customer_id, id }));
}
