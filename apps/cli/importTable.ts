import { paperKinds } from '#business/papers/paper.ts';
import { type Answer, type Outcome, refused } from './answer.ts';
import { type Given, problem } from './options.ts';
import { askJson } from './server.ts';

type Counts = { new: number; changed: number; unchanged: number; refused: number };
type Import = { id: number; missing: string[]; counts: Counts | null; digest: string | null };
type Row = { line: number; name: string; problems: { code: string; detail: string; todo: string }[] };

const json = { 'content-type': 'application/json' };

/** Takes a table in: its columns as recognized, all of it or nothing. */
export async function importTable(
  given: Given,
  kind: string,
  name: string,
  body: Blob,
): Promise<Answer<Outcome>> {
  if (!(paperKinds as readonly string[]).includes(kind)) return refused(unknownKind(kind));
  const query = new URLSearchParams({ kind, file: name });
  const read = await askJson<Import>(given, `/v1/paper-imports?${query}`, { method: 'POST', body });
  if (!read.ok) return read;
  const { id, missing } = read.value;
  if (missing.length > 0) return refused(columnsMissing(missing));
  const previewed = await askJson<Import>(given, `/v1/paper-imports/${id}/preview`, { method: 'POST' });
  if (!previewed.ok) return previewed;
  const { counts, digest } = previewed.value;
  if (counts!.refused > 0) return refusedRows(given, id);
  const order = JSON.stringify({ digest, rows: 'all' });
  const applied = await askJson<Import>(given, `/v1/paper-imports/${id}/apply`, {
    method: 'POST',
    headers: json,
    body: order,
  });
  if (!applied.ok) return applied;
  const text = [
    `${counts!.new} new, ${counts!.changed} changed, ${counts!.unchanged} as they were. It can be undone on the page Bring in.`,
  ];
  return {
    ok: true,
    value: { exit: 0, document: { goodterms: 'import/1', what: kind, import: id, ...counts }, text },
  };
}

async function refusedRows(given: Given, id: number): Promise<Answer<never>> {
  const rows = await askJson<{ items: Row[] }>(
    given,
    `/v1/paper-imports/${id}/rows?outcome=refused&limit=100`,
  );
  if (!rows.ok) return rows;
  const problems = rows.value.items.flatMap(({ line, problems: list }) =>
    list.map((one) => ({ ...one, title: 'The row cannot be taken', line })),
  );
  return { ok: false, problems };
}

function unknownKind(kind: string) {
  return problem(
    'import_unknown',
    `There is no table of ${JSON.stringify(kind)}.`,
    `Write --what ${paperKinds.join(', ')}.`,
  );
}

function columnsMissing(missing: readonly string[]) {
  return problem(
    'columns_missing',
    `No column of the file is recognized as ${missing.join(', ')}.`,
    'Map the columns once on the page Bring in; they are remembered for files with the same header.',
  );
}
