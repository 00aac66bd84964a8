import type { ImportJob } from '#business/usage/importJob.ts';
import { readImport, readRejected } from '#business/usage/importList.store.ts';
import { asStaffOf, type ServerContext } from '../../context.ts';
import { rejectedView, wordsOf } from '../view.ts';

const mostListed = 1000;

/** Returns what became of a file, as a text to lay beside it. */
export async function reportText(
  context: ServerContext,
  { customer, id, problem }: ImportJob,
): Promise<string> {
  return asStaffOf(context, customer, async (tx) => {
    const row = await readImport(tx, customer, id);
    const rejected = await readRejected(tx, customer, id, 0, mostListed);
    const lines = rejected
      .map(rejectedView)
      .map(({ line, detail, todo }) => `${line === null ? '' : `Line ${line}: `}${detail} ${todo}`);
    const about = row ? [`Import ${id} of ${row.fileName}: ${wordsOf(row)}`] : [];
    return `${[...about, ...(problem ? [problem.todo] : []), ...lines].join('\n')}\n`;
  });
}
