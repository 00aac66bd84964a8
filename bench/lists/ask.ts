import type { makeApp } from '#apps/server/app.ts';
import type { List } from './questions.ts';
import { median, timesOf } from './times.ts';

/** Median and worst of all rounds, in milliseconds. */
export type Asked = { readonly name: string; readonly middle: number; readonly worst: number };

type Page = {
  next?: string | null;
  total?: number | null;
  items?: unknown[];
  conflicts?: unknown[];
  rows?: unknown[];
};

/** Asks for the first page of a list, one in its middle and a filtered one, prints a line of them, and returns their times. */
export async function askList(app: ReturnType<typeof makeApp>, list: List): Promise<Asked[]> {
  const first = await ask(app, list.path);
  const found = [await timed(app, `${list.name}, first page`, list.path)];
  const middle = await middleOf(app, list, first);
  found.push(middle ? await timed(app, `${list.name}, a middle page`, middle) : nothing);
  found.push(
    list.filtered ? await timed(app, `${list.name}, filtered`, joined(list.path, list.filtered)) : nothing,
  );
  const size = first.total ?? first.items?.length ?? '';
  const cells = found.map((one) =>
    one === nothing ? '' : `${one.middle.toFixed(0)} (${one.worst.toFixed(0)})`,
  );
  const late = found.some(isLate) ? '  OVER 300 ms' : '';
  console.log(
    `${list.name.padEnd(26)}${String(size).padStart(8)}  ${cells.map((cell) => cell.padStart(12)).join('')}${late}`,
  );
  return found.filter((one) => one !== nothing);
}

/** Returns whether it took 300 ms or more, by the median. */
export function isLate({ middle }: Pick<Asked, 'middle'>): boolean {
  return middle >= 300;
}

const nothing: Asked = { name: '', middle: 0, worst: 0 };

async function timed(app: ReturnType<typeof makeApp>, name: string, path: string): Promise<Asked> {
  const times = await timesOf(() => ask(app, path));
  return { name, middle: median(times), worst: Math.max(...times) };
}

/** Returns the address of a page six thousand rows on, or of the last one of a shorter list. */
async function middleOf(
  app: ReturnType<typeof makeApp>,
  { path, onwards }: List,
  first: Page,
): Promise<string | undefined> {
  if (onwards === 'whole') return undefined;
  if (onwards === 'offset') return joined(path, 'offset=500');
  let next = first.next;
  const pages = 12;
  for (let n = 0; n < pages && next; n += 1) {
    const page = await ask(app, joined(path, `limit=500&cursor=${next}`));
    if (!page.next) break;
    next = page.next;
  }
  return next ? joined(path, `cursor=${next}`) : undefined;
}

/** Returns the address with a further query; what is asked already is asked otherwise. */
function joined(path: string, query: string): string {
  const url = new URL(path, 'http://localhost');
  for (const [name, value] of new URLSearchParams(query)) url.searchParams.set(name, value);
  return url.pathname + url.search;
}

async function ask(app: ReturnType<typeof makeApp>, path: string): Promise<Page> {
  const answer = await app.fetch(new Request(`http://localhost${path}`, { headers: { host: 'localhost' } }));
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text}`);
  return JSON.parse(text) as Page;
}
