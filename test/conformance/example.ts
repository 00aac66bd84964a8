import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ZodType } from 'zod';
import type { Agreement, SignedAgreement } from '#business/agreements/agreement.ts';
import { readAgreements, toAgreement } from '#business/agreements/agreementFile.ts';
import { readCatalog } from '#business/catalog/catalogFile.ts';
import type { Catalog } from '#business/catalog/priceBook.ts';
import { cloudEvents } from '#business/usage/import/cloudEvents.ts';
import type { Batch, Decoded, Rejection, SourceTotal } from '#business/usage/import/decoded.ts';
import { decoderOf } from '#business/usage/import/formats.ts';
import { lmstat } from '#business/usage/import/lmstat.ts';
import { roster } from '#business/usage/import/roster.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import { momentIn } from '#platform/fields.ts';
import type { Instant } from '#platform/instant.ts';
import type { Result } from '#platform/problem.ts';
import { readYaml } from '#platform/yamlFile.ts';
import { type Expected, expectedForm, type HowToRead } from './form.ts';

/** One folder, read by the importers that everybody uses. `records` in the order of the files and their lines. */
export type Example = {
  readonly folder: string;
  readonly agreement: Agreement;
  readonly signed: SignedAgreement;
  readonly catalog: Catalog;
  readonly records: readonly UsageRecord[];
  /** What the usage files state themselves, by file. */
  readonly totals: ReadonlyMap<string, readonly SourceTotal[]>;
  readonly questions: Expected['questions'];
};

type Usage = Pick<Example, 'records' | 'totals'>;

/** Returns the folder as an example. Throws what is wrong with its files, and where one is not used. */
export async function readExample(folder: string, expected: Expected): Promise<Example> {
  const files = readdirSync(folder).filter((file) => file !== 'expected.yaml');
  const known = ['agreement.yaml', 'catalog.yaml', 'alerts.yaml', ...expected.usage.map(({ file }) => file)];
  const unused = files.filter((file) => !known.includes(file));
  if (unused.length > 0) throw new Error(`nothing reads ${unused.join(', ')}`);
  const agreements = orThrow('agreement.yaml', readAgreements(text(folder, 'agreement.yaml')));
  const [file, second] = agreements;
  if (!file || second) throw new Error('agreement.yaml holds one agreement');
  const catalog: Catalog = files.includes('catalog.yaml')
    ? orThrow('catalog.yaml', readCatalog(text(folder, 'catalog.yaml')))
    : { products: [], priceBooks: [], features: [] };
  const { signed } = file;
  const usage = await readUsage(folder, expected.usage, signed);
  return { folder, agreement: toAgreement(file), signed, catalog, ...usage, questions: expected.questions };
}

/** Returns what the folder's `expected.yaml` says. Throws what is wrong with it. */
export function readExpected(folder: string): Expected {
  return readForm(join(folder, 'expected.yaml'), 'conformance/1', expectedForm);
}

/** Returns the one document of a file. Throws what is wrong with it. */
export function readForm<T>(path: string, form: string, schema: ZodType<T>): T {
  const documents = orThrow(path, readYaml(readFileSync(path, 'utf8'), { [form]: schema }));
  return documents[0]!.value;
}

async function readUsage(
  folder: string,
  files: readonly HowToRead[],
  signed: SignedAgreement,
): Promise<Usage> {
  const records: UsageRecord[] = [];
  const totals = new Map<string, readonly SourceTotal[]>();
  for (const how of files) {
    const read = await decode(join(folder, how.file), how, signed);
    const [refused] = read.rejections;
    if (refused) throw new Error(`${how.file}, line ${refused.line}: ${refused.detail} ${refused.todo}`);
    records.push(...read.records);
    totals.set(how.file, read.totals);
  }
  return { records, totals };
}

/** Returns what a file of usage holds. Throws where nothing of it may be taken. */
export async function decode(
  path: string,
  how: HowToRead,
  { until, zone }: Pick<SignedAgreement, 'until' | 'zone'>,
): Promise<Pick<Batch, 'records' | 'totals' | 'rejections'>> {
  const read = { records: [] as UsageRecord[], totals: [] as SourceTotal[], rejections: [] as Rejection[] };
  for await (const { records, totals, rejections, ending } of decoder(path, how, until, zone)) {
    read.records.push(...records);
    read.totals.push(...totals);
    read.rejections.push(...rejections);
    if (ending?.fault) throw new Error(`${path}: ${ending.fault.detail} ${ending.fault.todo}`);
  }
  return read;
}

function decoder(path: string, how: HowToRead, receivedAt: Instant, zone: string): Decoded {
  const bytes = [readFileSync(path)];
  const options = { receivedAt, digest: (content: string): string => hash('sha256', content, 'hex') };
  switch (how.read) {
    case 'cloudEvents':
      return cloudEvents(bytes, {
        ...options,
        ...(how.quantity === undefined ? {} : { fields: { quantity: how.quantity } }),
      });
    case 'roster':
      return roster(bytes, { ...options, ...how, asOf: momentIn(how.asOf, zone) });
    case 'lmstat':
      return lmstat(bytes, { ...options, source: how.source, zone });
    default: {
      const given = { source: how.source, zone, ...how.options };
      return orThrow(how.file, decoderOf(how.read, given, options))(bytes);
    }
  }
}

function text(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

/** Returns the value. Throws what prevented it. */
export function orThrow<T>(what: string, result: Result<T>): T {
  if (result.ok) return result.value;
  const said = result.problems.map(
    ({ line, detail, todo }) => `${line === undefined ? '' : `line ${line}: `}${detail} ${todo}`,
  );
  throw new Error(`${what}: ${said.join('; ')}`);
}
