import { hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type {
  Decoded,
  DecoderOptions,
  Note,
  Rejection,
  SourceTotal,
  Tally,
} from '#business/usage/import/decoded.ts';
import type { OptionName } from '#business/usage/import/formatOptions.ts';
import { decoderOf, optionsOf } from '#business/usage/import/formats.ts';
import { roster } from '#business/usage/import/roster.ts';
import { textPieces } from '#business/usage/import/text.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import { formatInstant, type Instant, startOfDate } from '#platform/instant.ts';
import { type Answer, every, type FileProblem, refused } from './answer.ts';
import { unreadable } from './files.ts';
import { type Given, problem } from './options.ts';
import { type UsageFormat, usageFormat, usageFormats } from './usageFormat.ts';
import { dayInName, readFormat, readUsageOptions, type Setting, type UsageOptions } from './usageOptions.ts';

/** A usage file as read. Rejections are the first thousand; `tally` counts all. */
export type UsageFile = {
  readonly file: string;
  readonly format: UsageFormat;
  readonly records: readonly UsageRecord[];
  readonly rejections: readonly Rejection[];
  readonly totals: readonly SourceTotal[];
  readonly notes: readonly Note[];
  readonly tally: Tally;
};

type Found = { readonly file: string; readonly format: UsageFormat };

/**
 * Returns the usage files that the command line names, each in its format. A file that cannot be read to its end is a
 * problem, and then nothing of any file is used.
 */
export async function usageIn(
  given: Given,
  setting: Setting,
  receivedAt: Instant,
): Promise<Answer<UsageFile[]>> {
  const forced = readFormat(given);
  if (!forced.ok) return forced;
  const found = every(await Promise.all(given.all('usage').map((file) => formatted(file, forced.value))));
  if (!found.ok) return found;
  const options = readUsageOptions(given, found.value, setting);
  if (!options.ok) return options;
  const ready = every(
    found.value.map((one) => fileDecoder(one, found.value, options.value, setting, receivedAt)),
  );
  if (!ready.ok) return ready;
  const files: Answer<UsageFile>[] = [];
  for (const [i, one] of found.value.entries()) files.push(await decoded(one, ready.value[i]!));
  const read = every(files);
  return read.ok && options.value.at !== undefined ? checkTimeUsed(read.value, options.value.at) : read;
}

async function formatted(file: string, forced: UsageFormat | undefined): Promise<Answer<Found>> {
  try {
    // What is no regular file is gone once its beginning has been looked at.
    if (!(await stat(file)).isFile()) return refused({ ...notRegular, file });
    const bytes = await beginning(file);
    const format = forced ?? usageFormat(bytes.toString('latin1').replace(/^\u00EF\u00BB\u00BF/, ''), file);
    if (format) return { ok: true, value: { file, format } };
    for await (const piece of textPieces([bytes]))
      if ('fault' in piece) return refused(ofFile(file, piece.fault));
    const detail = 'Neither its content nor its name tells what this file is.';
    const todo = `Say --format ${usageFormats.join(', or ')}.`;
    return refused({ ...problem('format_unknown', detail, todo), file });
  } catch (error) {
    return refused(await unreadable(file, error));
  }
}

const notRegular = problem(
  'file_not_regular',
  'This is a folder, a pipe or a device.',
  'Save the usage in a file first, and name the file.',
);

async function beginning(file: string): Promise<Buffer> {
  const handle = await open(file);
  const head = Buffer.alloc(65_536);
  const { bytesRead } = await handle.read(head).finally(() => handle.close());
  return head.subarray(0, bytesRead);
}

type Decoder = () => Decoded;

function fileDecoder(
  { file, format }: Found,
  all: readonly Found[],
  options: UsageOptions,
  { features }: Setting,
  receivedAt: Instant,
): Answer<Decoder> {
  const { zone, at, encoding } = options;
  const bytes = () => createReadStream(file, { highWaterMark: 65_536 });
  const usual = { receivedAt, encoding, digest: (text: string) => hash('sha256', text) };
  if (format !== 'roster') return otherDecoder(file, format, options, { receivedAt, digest: usual.digest });
  const day = dayInName(file);
  const asOf = at ?? (day && zone !== undefined ? startOfDate(day, zone) : undefined);
  const { feature } = options;
  const problems = [
    ...(asOf === undefined ? [day ? zoneMissing : rosterTimeMissing] : []),
    ...(at !== undefined && all.filter((one) => one.format === 'roster').length > 1 ? [oneTimeForAll] : []),
    ...(feature === undefined ? [rosterFeatureMissing(features)] : []),
  ];
  if (asOf === undefined || feature === undefined || problems.length > 0)
    return refused(...problems.map((one) => ({ ...one, file })));
  const { source = 'roster', roster: name = 'roster', allowEmpty } = options;
  return {
    ok: true,
    value: () => roster(bytes(), { ...usual, source, roster: name, feature, asOf, allowEmpty }),
  };
}

/** Returns the decoder of a format by its registered options, each of which has a name by default. */
function otherDecoder(
  file: string,
  format: Exclude<UsageFormat, 'roster'>,
  options: UsageOptions,
  usual: Pick<DecoderOptions, 'receivedAt' | 'digest'>,
): Answer<Decoder> {
  const { zone, at, fields, subjects, encoding, day, grouping, kind, feature } = options;
  const wants = (name: OptionName): boolean => optionsOf(format).some((option) => option.name === name);
  if (zone === undefined && wants('zone')) return refused({ ...zoneMissing, file });
  const named = optionsOf(format).some((option) => option.name === 'source' && option.needed);
  const given = {
    source: options.source ?? (named ? format : undefined),
    zone,
    at: at === undefined ? undefined : formatInstant(at),
    day,
    grouping,
    kind,
    feature,
    fields: Object.keys(fields).length === 0 ? undefined : JSON.stringify(fields),
    subjects: subjects.join(','),
    encoding,
  };
  const decoder = decoderOf(format, given, usual);
  if (!decoder.ok) return refused(...decoder.problems.map((one) => ({ ...one, file })));
  const bytes = () => createReadStream(file, { highWaterMark: 65_536 });
  return { ok: true, value: () => decoder.value(bytes()) };
}

const zoneMissing = problem(
  'zone_missing',
  'The agreements are of several time zones, so it is not clear which one this file is in.',
  'Add --zone.',
);
const rosterTimeMissing = problem(
  'at_missing',
  'A roster does not say when it was read.',
  'Add --at 2026-03-31, or put the day into the file’s name: seats-2026-03-31.csv.',
);
const oneTimeForAll = problem(
  'at_ambiguous',
  'Several rosters cannot all have been read at the moment of --at.',
  'Leave out --at and put the day into each file’s name: seats-2026-03-31.csv.',
);

function rosterFeatureMissing(features: readonly string[]) {
  const names = features.slice(0, 5).join(', ');
  const todo = `Add --feature NAME${names ? `; known here: ${names}${features.length > 5 ? ', …' : ''}` : ''}.`;
  return problem('feature_missing', 'A roster does not say which feature a seat counts for.', todo);
}

async function decoded({ file, format }: Found, decoder: Decoder): Promise<Answer<UsageFile>> {
  const records: UsageRecord[] = [];
  const rejections: Rejection[] = [];
  const totals: SourceTotal[] = [];
  const notes: Note[] = [];
  for await (const batch of decoder()) {
    for (const record of batch.records) records.push(record);
    rejections.push(...batch.rejections);
    totals.push(...batch.totals);
    notes.push(...batch.notes);
    if (!batch.ending) continue;
    const { tally, fault } = batch.ending;
    if (fault) return refused(ofFile(file, fault));
    return { ok: true, value: { file, format, records, rejections, totals, notes, tally } };
  }
  throw new Error('a decoder ends with an ending');
}

/** A time that every status says itself changes nothing: whoever gave it expected otherwise. */
function checkTimeUsed(files: UsageFile[], at: Instant): Answer<UsageFile[]> {
  const used = files.some(
    ({ format, totals, records, notes }) =>
      format === 'roster' ||
      totals.some((total) => total.at === at) ||
      notes.some((note) => note.at === at) ||
      records.some((record) => record.at === at),
  );
  if (used) return { ok: true, value: files };
  const detail = '--at is not needed: every status in these files says when it was taken.';
  return refused(problem('option_unused', detail, 'Leave out --at.'));
}

function ofFile(file: string, { code, detail, todo, line, pointer }: Rejection): FileProblem {
  return {
    file,
    code,
    title: 'The file cannot be used',
    detail,
    todo,
    ...(line === null ? {} : { line }),
    ...(pointer === null ? {} : { pointer }),
  };
}
