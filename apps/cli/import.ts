import { openAsBlob } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { paperKinds } from '#business/papers/paper.ts';
import { formatNames } from '#business/usage/import/formats.ts';
import { type Answer, inFile, type Outcome, refused } from './answer.ts';
import { unreadable } from './files.ts';
import { importTable } from './importTable.ts';
import { type Command, type Given, problem } from './options.ts';
import { ask, askJson, serverOption } from './server.ts';

const papers = ['catalog', 'customers', 'agreements'] as const;
/** Options of the command that the server's importer knows under the same name. */
const usageOptions = ['format', 'source', 'zone', 'at', 'roster', 'feature'] as const;

/** `goodterms import`: brings a file into a running Goodterms. */
export const importCommand: Command = {
  name: 'import',
  does: 'bring a file into a running Goodterms',
  about:
    'Papers are files of the forms catalog/1, customers/1 and agreement/1, or tables (CSV, .xlsx), whose columns are recognized by their names or as they were mapped the last time. A table is taken only if no row of it is refused. The same file again changes nothing.',
  options: {
    what: {
      value: 'NAME',
      required: true,
      what: `What the file holds: usage, catalog, agreements, ${paperKinds.join(', ')}.`,
    },
    file: { value: 'FILE', required: true, what: 'The file.' },
    customer: { value: 'ID', what: 'Whose usage it is.' },
    format: { value: 'NAME', what: `The format of usage: ${formatNames.join(', ')} (default: recognized).` },
    source: { value: 'NAME', what: 'The source of usage, where the file does not name it.' },
    zone: { value: 'NAME', what: 'The time zone of times without one.' },
    at: { value: 'TIME', what: 'When the file was read, where it does not say so.' },
    roster: { value: 'NAME', what: 'The name of a seat roster.' },
    feature: { value: 'NAME', what: 'What a seat of a roster counts for.' },
    ...serverOption,
  },
  example: 'goodterms import --what usage --customer larkfield --file examples/first-check/events.ndjson',
  run: async (given) => inFile(given.text('file')!, await importFile(given)),
};

async function importFile(given: Given): Promise<Answer<Outcome>> {
  const file = given.text('file')!;
  const body = await fileBody(file);
  if (!body.ok) return body;
  return bring(given, file, body.value);
}

/** The file as a body that is read from the disk while it is sent. */
async function fileBody(file: string): Promise<Answer<Blob>> {
  try {
    // Says why a file cannot be opened, which `openAsBlob` does not.
    const handle = await open(file);
    const isFolder = (await handle.stat()).isDirectory();
    await handle.close();
    if (isFolder) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    return { ok: true, value: await openAsBlob(file) };
  } catch (error) {
    return refused(await unreadable(file, error));
  }
}

function bring(given: Given, file: string, body: Blob): Promise<Answer<Outcome>> {
  const what = given.text('what')!;
  if (what === 'usage') return importUsage(given, body);
  const isTable = /^\.(csv|xlsx)$/i.test(extname(file));
  if (isTable) return importTable(given, what, basename(file), body);
  if (!(papers as readonly string[]).includes(what)) return Promise.resolve(refused(unknownWhat(what)));
  return importPaper(given, what, body);
}

async function importPaper(given: Given, what: string, body: Blob): Promise<Answer<Outcome>> {
  const taken = await askJson<{ taken: number; changed: number; notes: string[] }>(
    given,
    `/v1/imports/${what}`,
    {
      method: 'POST',
      body,
    },
  );
  if (!taken.ok) return taken;
  const { changed, notes } = taken.value;
  const text = [
    `${taken.value.taken} ${what} read, ${changed} changed.`,
    ...notes.map((note) => `  ${note}`),
  ];
  return { ok: true, value: { exit: 0, document: { goodterms: 'import/1', what, ...taken.value }, text } };
}

type Report = {
  lines: number;
  accepted: number;
  duplicates: number;
  conflicts: number;
  rejected: number;
  rejections: { line: number | null; detail: string; todo: string }[];
};

async function importUsage(given: Given, body: Blob): Promise<Answer<Outcome>> {
  const customer = given.text('customer');
  if (customer === undefined)
    return refused(problem('option_missing', 'import needs --customer for usage.', 'Add --customer ID.'));
  const query = new URLSearchParams({ file: basename(given.text('file')!) });
  for (const name of usageOptions) if (given.has(name)) query.set(name, given.text(name)!);
  const path = `/v1/customers/${encodeURIComponent(customer)}/usage?${query}`;
  const answer = await ask(given, path, { method: 'POST', body });
  if (!answer.ok) return answer;
  const report = (await answer.value.json()) as Report;
  const { lines, accepted, duplicates, conflicts, rejected, rejections } = report;
  const text = [
    `${lines} entries: ${accepted} new, ${duplicates} known already, ${conflicts} in conflict, ${rejected} rejected.`,
    ...rejections.map(
      ({ line, detail, todo }) => `  ${line === null ? '' : `line ${line}: `}${detail} ${todo}`,
    ),
  ];
  const document = { goodterms: 'import/1', what: 'usage', customer, ...report };
  return { ok: true, value: { exit: 0, document, text } };
}

function unknownWhat(what: string) {
  return problem(
    'import_unknown',
    `A file of ${JSON.stringify(what)} cannot be imported as it is.`,
    `Write --what usage, catalog, customers or agreements; or give a table (.csv, .xlsx) of ${paperKinds.join(', ')}.`,
  );
}
