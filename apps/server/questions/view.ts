import { can } from '#business/questions/question.can.ts';
import type { StoredQuestion } from '#business/questions/question.store.ts';
import { type About, type Entry, isOpen, type KnownQuestion } from '#business/questions/question.ts';
import type { Tx } from '#platform/database/scope.ts';
import { exact, plain } from '#platform/exact.ts';
import { formatInstant, type Instant } from '#platform/instant.ts';
import { readDocument } from '#platform/journal/documents.ts';
import { type People, readPeople } from './people.ts';
import type { QuestionSummary, QuestionThread, ThreadEntry } from './schemas.ts';

/** Who reads: the vendor sees its notes too, the other side what both may see. */
export type Reader = 'vendor' | 'asker';

const longestBeginning = 160;

/** Returns questions as a list shows them, in their order. */
export async function summaries(tx: Tx, stored: readonly StoredQuestion[]): Promise<QuestionSummary[]> {
  const people = new Map<string, People | undefined>();
  const views: QuestionSummary[] = [];
  for (const { question } of stored) {
    const { customer } = question.asked;
    if (!people.has(customer)) people.set(customer, await readPeople(tx, customer));
    const known = people.get(customer);
    if (known) views.push(await summary(tx, known, question));
  }
  return views;
}

async function summary(tx: Tx, people: People, question: KnownQuestion): Promise<QuestionSummary> {
  const { asked, status, late, outcome, askedAt, changedAt, promise } = question;
  const { id, name, role } = people.answering(question.person);
  const first = question.entries[0];
  const text =
    first && 'text' in first && first.text ? await readDocument(tx, first.text.document) : undefined;
  return {
    ...{ id: asked.id, status, late, outcome, open: isOpen(question), promisedOn: promise.on },
    customer: { id: people.customer.id, name: people.customer.name },
    about: await aboutView(tx, people, asked.customer, asked.about),
    claim: asked.claim && { ...asked.claim },
    askedBy: await people.asker(asked.by),
    ...{ askedAt: formatInstant(askedAt), changedAt: formatInstant(changedAt) },
    answers: { id, name, role },
    begins: text === undefined ? null : shortened(text),
  };
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= longestBeginning ? line : `${line.slice(0, longestBeginning).trimEnd()}…`;
}

async function aboutView(
  tx: Tx,
  people: People,
  customer: string,
  about: About,
): Promise<QuestionSummary['about']> {
  const agreement = 'agreement' in about ? about.agreement : null;
  const clause = 'clause' in about ? about.clause : null;
  const line = about.kind === 'line' ? about : null;
  const position =
    agreement === null || clause === null
      ? undefined
      : await tx
          .selectFrom('position')
          .select('body')
          .where('customer_id', '=', customer)
          .where('agreement', '=', agreement)
          .where('clause', '=', clause)
          .limit(1)
          .executeTakeFirst();
  return {
    ...{ kind: about.kind, agreement, clause },
    product: position?.body.product.name ?? null,
    plain: position?.body.clause.plain ?? null,
    group: line?.group ?? null,
    from: line ? formatInstant(line.from) : null,
    until: line ? formatInstant(line.until) : null,
    row: line?.row ? { ...line.row, who: line.row.person && people.counted(line.row.person) } : null,
    quote: about.kind === 'quote' ? about.quote : null,
    date: about.kind === 'date' ? about.date : null,
  };
}

const commands = {
  vendor: ['handOver', 'promise', 'answer', 'note'],
  asker: ['followUp', 'close'],
} as const;

/** Returns a question with all that was said about it, as far as whoever reads may see it. */
export async function threadView(
  tx: Tx,
  people: People,
  question: KnownQuestion,
  reader: Reader,
): Promise<QuestionThread> {
  const entries: ThreadEntry[] = [];
  for (const entry of question.entries)
    if (reader === 'vendor' || entry.internal !== true) entries.push(await entryView(tx, people, entry));
  const { counted } = question.asked;
  return {
    ...(await summary(tx, people, question)),
    entries,
    counted: counted && numbers(counted),
    recount: entries.findLast(({ recount }) => recount !== null)?.recount ?? null,
    holdsUntil: question.holdsUntil !== null && isOpen(question) ? formatInstant(question.holdsUntil) : null,
    commands: commands[reader].map((command) => {
      const possible = can[command][question.status];
      return { command, possible: possible === true, why: possible === true ? null : possible };
    }),
  };
}

async function entryView(tx: Tx, people: People, entry: Entry): Promise<ThreadEntry> {
  const { kind, at } = entry;
  const told = 'text' in entry ? entry.text : null;
  const asker = kind === 'asked' || kind === 'followedUp' || kind === 'closed' ? entry.by : null;
  const staff = 'by' in entry && typeof entry.by === 'string' ? entry.by : null;
  return {
    ...{ kind, at: formatInstant(at as Instant), internal: entry.internal === true },
    side: asker ? 'customer' : staff !== null ? 'vendor' : 'nobody',
    by: asker
      ? await people.asker(asker)
      : staff === null
        ? null
        : { name: people.staffName(staff), partner: null },
    to: kind === 'handedOver' ? people.staffName(entry.to) : null,
    on: 'on' in entry ? entry.on : null,
    text: told ? ((await readDocument(tx, told.document)) ?? null) : null,
    outcome: kind === 'answered' ? entry.outcome : null,
    remedies: kind === 'answered' ? entry.remedies.map((remedy) => ({ ...remedy })) : [],
    recount:
      kind === 'recounted'
        ? {
            before: numbers(entry.recount.before),
            now: entry.recount.now && numbers(entry.recount.now),
            rowCounts: entry.recount.rowCounts,
          }
        : null,
  };
}

/** Exact decimals without grouping; each reader's page writes them in its own way. */
function numbers({ value, limit }: { readonly value: string; readonly limit: string }) {
  return { value: plain(exact(value)), limit: plain(exact(limit)) };
}
