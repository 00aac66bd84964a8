import { writeFile } from 'node:fs/promises';
import { paperKinds } from '#business/papers/paper.ts';
import { type Answer, type Outcome, refused } from './answer.ts';
import { type Command, type Given, problem } from './options.ts';
import { ask, serverOption } from './server.ts';

/** `goodterms export`: writes what a running Goodterms knows into a file. */
export const exportCommand: Command = {
  name: 'export',
  does: 'write what a running Goodterms knows into a file',
  about:
    'Positions, or a table of a kind of paper that can be imported again and then changes nothing. No cell of it is read as a formula.',
  options: {
    what: { value: 'NAME', required: true, what: `What to write: positions, ${paperKinds.join(', ')}.` },
    out: { value: 'FILE', required: true, what: 'Where to: a name that ends in .csv or .xlsx.' },
    ...serverOption,
  },
  example: 'goodterms export --what positions --out positions.xlsx',
  run: exportFile,
};

async function exportFile(given: Given): Promise<Answer<Outcome>> {
  const [what, out] = [given.text('what')!, given.text('out')!];
  const format = /\.(csv|xlsx)$/i.exec(out)?.[1]?.toLowerCase();
  if (!format)
    return refused(
      problem('out_unknown', `${out} ends neither in .csv nor in .xlsx.`, 'Name it positions.xlsx, say.'),
    );
  if (what !== 'positions' && !(paperKinds as readonly string[]).includes(what))
    return refused(
      problem(
        'export_unknown',
        `There is no table of ${JSON.stringify(what)}.`,
        `Write --what positions, ${paperKinds.join(', ')}.`,
      ),
    );
  const path =
    what === 'positions' ? `/v1/positions/export?format=${format}` : `/v1/paper-exports/${what}/${format}`;
  const answer = await ask(given, path);
  if (!answer.ok) return answer;
  const bytes = new Uint8Array(await answer.value.arrayBuffer());
  try {
    await writeFile(out, bytes);
  } catch (error) {
    return refused(
      problem(
        'out_unwritable',
        `${out} cannot be written: ${(error as Error).message}`,
        'Name another place.',
      ),
    );
  }
  const document = { goodterms: 'export/1', what, out, bytes: String(bytes.length) };
  return { ok: true, value: { exit: 0, document, text: [`${out} written, ${bytes.length} bytes.`] } };
}
