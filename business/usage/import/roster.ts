import { formatInstant, type Instant } from '#platform/instant.ts';
import type { UsageRecord } from '../record.ts';
import { collector } from './collector.ts';
import { derivedId, sealed } from './content.ts';
import { csvRows, type CsvRow as Row } from './csvRows.ts';
import type { Batch, Bytes, Decoded, DecoderOptions, Rejection } from './decoded.ts';
import { checkAttribute, checkBelievable, checkText, mostAttributes, refusal } from './limits.ts';
import { quoted, rejection } from './rejections.ts';

export type RosterOptions = DecoderOptions & {
  readonly source: string;
  /** The roster's name: its snapshots replace one another. */
  readonly roster: string;
  /** The feature a seat counts for. */
  readonly feature: string;
  /** When the roster was read. */
  readonly asOf: Instant;
  /** Whether a roster without any row says that nobody has a seat. Otherwise it is refused as cut off. */
  readonly allowEmpty?: boolean;
};

/** The columns that may name the user, best first. */
export const userColumns = ['user', 'login', 'email', 'name'] as const;
/** A roster's rows are kept in memory until its list is known: more of them are refused. */
export const mostRows = 1_000_000;
/** For the same reason, so are more characters than this in what the rows say beside their users. */
const mostText = 2 ** 28;
/** The attribute by which members and their snapshot name the list; a column of this name is left out. */
const listAttribute = 'members';

type Attributes = UsageRecord['attributes'];
type Header = { readonly columns: readonly string[]; readonly user: number };

/**
 * Decodes a CSV file of seats: one complete snapshot. The first row names the columns; the user is in the first found
 * of `userColumns`, all other columns but `members` become attributes. Comma, semicolon or tab, quotes as in RFC 4180, LF or CRLF.
 * Yields at the end of the file a `member` for every user and the `snapshot` with the number of rows. A user who stands
 * there twice is noted and counted once.
 *
 * Ids, by `derivedId`: `snapshot` of `[roster, asOf]`, `member` of `[roster, asOf, members, user]`, asOf in RFC 3339.
 * `members` is the digest of the JSON list of all users in order, and an attribute of all these records: another list
 * for the same moment is a conflict of snapshots, and choosing one of them settles whose members count.
 */
export async function* roster(bytes: Bytes, options: RosterOptions): Decoded {
  const found = collector();
  const unusable = checkOptions(options);
  if (unusable) found.fault(unusable);
  const reader = rosterReader(options, found);
  if (!found.failed) {
    for await (const row of csvRows(bytes, options, (fault) => found.fault(fault))) {
      reader.take(row);
      if (found.failed) break;
      if (found.full) yield found.batch();
    }
    if (!found.failed) yield* reader.end();
  }
  yield found.last();
}

function checkOptions({
  source,
  roster: name,
  feature,
  asOf,
  receivedAt,
}: RosterOptions): Rejection | undefined {
  for (const [option, value] of Object.entries({ source, roster: name, feature })) {
    const checked = checkText(`The option ${option}`, value);
    if ('code' in checked) return rejection('option-unusable', checked.detail, null);
  }
  const time = checkBelievable(asOf, receivedAt);
  return 'code' in time ? rejection('option-unusable', `The option asOf: ${time.detail}`, null) : undefined;
}

/** Turns rows into records; the rows so far are its memory, equal attributes kept once. */
function rosterReader(options: RosterOptions, found: ReturnType<typeof collector>) {
  const { source, roster: name, feature, asOf, digest } = options;
  const time = formatInstant(asOf);
  const users = new Map<string, Attributes>();
  const known = new Map<string, Attributes>();
  let textLength = 0;
  let header: Header | undefined;
  let rowCount = 0;
  let duplicates = 0;
  const record = (id: string, content: Partial<UsageRecord> & Pick<UsageRecord, 'kind' | 'attributes'>) =>
    sealed(
      source,
      id,
      { feature, at: asOf, until: null, quantity: '1', who: null, series: name, ...content },
      digest,
    );

  const takeMember = ({ columns, user }: Header, { cells, line, open }: Row) => {
    rowCount += 1;
    if (rowCount > mostRows)
      return found.fault(rejection('too-many-rows', `There are more than ${mostRows} rows.`, line));
    if (cells.length !== columns.length) {
      const detail = `The row has ${cells.length} cells, the header ${columns.length}.`;
      // A last row without its end and without its cells was cut off: users below it are missing.
      if (open && cells.length < columns.length) return found.fault(rejection('truncated', detail, line));
      return found.reject(rejection('columns', detail, line));
    }
    const who = cells[user]!.trim();
    if (who === '') return found.reject(rejection('user-missing', 'The row names no user.', line));
    const attributes = attributesOf({ columns, user }, cells, line);
    const checked = checkText('The user', who);
    if ('code' in checked) return found.reject(refusal(checked, line));
    if ('refused' in attributes) return found.reject(attributes.refused);
    if (users.has(who)) {
      duplicates += 1;
      found.other();
      const detail = `The user of line ${line} stood there before and is counted once.`;
      return found.note({ kind: 'note', code: 'duplicate-user', source, feature, at: asOf, line, detail });
    }
    const text = JSON.stringify(attributes.value);
    if (!known.has(text)) textLength += text.length;
    if (textLength > mostText)
      return found.fault(rejection('too-many-rows', `The rows say more than ${mostText} characters.`, line));
    const kept = known.get(text) ?? attributes.value;
    known.set(text, kept);
    users.set(who, kept);
    found.hold();
  };
  return {
    take(row: Row) {
      if (row.cells.length === 1 && row.cells[0]!.trim() === '') return found.blank();
      if (header) return takeMember(header, row);
      const read = headerOf(row);
      if ('todo' in read) return found.fault(read);
      header = read;
      found.other();
    },
    *end(): Generator<Batch> {
      if (!header) return found.fault(rejection('header-missing', 'The file has no header row.', 1));
      if (rowCount === 0 && !options.allowEmpty)
        return found.fault(rejection('roster-empty', 'The roster has no rows below its header.', 1));
      const members = digest(JSON.stringify([...users.keys()].sort()));
      for (const [who, said] of users) {
        const attributes = { ...said, [listAttribute]: members };
        found.add(
          record(derivedId('member', [name, time, members, who], digest), {
            kind: 'member',
            who,
            attributes,
          }),
        );
        if (found.full) yield found.batch();
      }
      const id = derivedId('snapshot', [name, time], digest);
      found.add(
        record(id, {
          kind: 'snapshot',
          quantity: String(rowCount),
          attributes: { [listAttribute]: members },
        }),
      );
      const lines = users.size + duplicates;
      const counts = { inUse: rowCount, lines, reservations: 0, queued: 0, agrees: lines === rowCount };
      found.total({ source, feature, at: asOf, issued: null, ...counts });
    },
  };
}

function headerOf({ cells, line }: Row): Header | Rejection {
  const columns = cells.map((cell) => cell.trim().toLowerCase());
  const user = userColumns.map((name) => columns.indexOf(name)).find((at) => at >= 0);
  if (user === undefined)
    return rejection('header-missing', `The first row is ${quoted(cells.join(', '))}.`, line);
  const twice = columns.find((name, at) => name !== '' && columns.indexOf(name) !== at);
  if (twice !== undefined)
    return rejection('header-missing', `The column ${quoted(twice)} is there twice.`, line);
  return { columns, user };
}

function attributesOf({ columns, user }: Header, cells: readonly string[], line: number) {
  const pairs: [string, string][] = [];
  for (const [at, column] of columns.entries()) {
    const value = cells[at]!.trim();
    if (at === user || column === '' || column === listAttribute || value === '') continue;
    const checked = checkAttribute(column, value);
    if ('code' in checked) return { refused: refusal(checked, line) };
    pairs.push([column, value]);
  }
  if (pairs.length > mostAttributes)
    return { refused: rejection('too-many-attributes', `The row has ${pairs.length} attributes.`, line) };
  return { value: Object.fromEntries(pairs) };
}
