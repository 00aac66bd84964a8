import { identifyAsOurselves } from '#apps/server/access/ourselves.ts';
import { makeApp } from '#apps/server/app.ts';
import type { ServerContext } from '#apps/server/context.ts';
import { positionsPage } from '#apps/server/positions/page.ts';
import { customerPage } from '#apps/server/readings.ts';

/** Returns what the pages say: a line for each position, then one for each finding. */
export async function standings(context: ServerContext): Promise<string[]> {
  const page = await positionsPage(context);
  if (!page.ok) throw new Error('the list of positions refuses its own default');
  const positions = page.value.items;
  const lines = positions.map(
    (row) => `${row.customer.id} ${row.clause.id}: ${row.used} of ${row.entitled}, ${row.status}`,
  );
  for (const customer of new Set(positions.map((row) => row.customer.id))) {
    const page = await customerPage(context, customer);
    for (const { key, state, measured, limit, excess, version } of page!.findings)
      lines.push(`${key}: ${state} at version ${version}, ${measured} of ${limit}, ${excess} beyond`);
  }
  return lines.sort();
}

type Row = Readonly<Record<string, unknown>>;

/** Lists of the API, and what of their items a later release has to say as well: numbers and states, no wording. */
const lists: Readonly<Record<string, { readonly path: string; readonly say: readonly string[] }>> = {
  alerts: { path: '/v1/alerts?show=all', say: ['id', 'status', 'version', 'used', 'limit'] },
  audits: { path: '/v1/control-audits', say: ['quarter', 'status', 'open'] },
  customers: { path: '/v1/customers', say: ['id', 'name', 'size', 'agreements', 'flags'] },
  decisions: {
    path: '/v1/customers/alder/people/decisions',
    say: ['kind', 'identity', 'into', 'from', 'until', 'undone'],
  },
  deliveries: { path: '/v1/alert-deliveries', say: ['alert', 'recipient', 'status', 'attempts'] },
  duties: { path: '/v1/duties', say: ['agreement', 'duty', 'dueOn', 'state'] },
  filters: { path: '/v1/positions/filters', say: ['name', 'address', 'positions'] },
  papers: { path: '/v1/paper-imports', say: ['id', 'kind', 'status', 'counts'] },
  partners: { path: '/v1/partners', say: ['id', 'name', 'sellsTo', 'speaksFor', 'version'] },
  quotes: { path: '/v1/quotes', say: ['id', 'status', 'units', 'firstDay', 'lastDay', 'total', 'currency'] },
  sources: { path: '/v1/sources', say: ['customer', 'source', 'records', 'conflicts', 'disagreeing'] },
  team: { path: '/v1/team', say: ['name', 'role', 'active'] },
  usageImports: { path: '/v1/usage-imports', say: ['id', 'format', 'status', 'withdrawn'] },
};

/** The lists whose items a dump may hold. */
export const listNames: readonly string[] = Object.keys(lists);

/** Returns what lists of the API say, by list: a line for each item, in order. Only those that are named are asked for. */
export async function listings(
  context: ServerContext,
  names: readonly string[],
): Promise<Record<string, string[]>> {
  const options = {
    identify: identifyAsOurselves,
    workspace: 'nowhere',
    report: (error: unknown) => {
      throw error;
    },
  };
  const app = makeApp(context, options);
  const told: Record<string, string[]> = {};
  for (const name of names) {
    const { path, say } = lists[name]!;
    const headers = { host: 'localhost:4300' };
    const answer = await app.fetch(new Request(`http://localhost:4300${path}`, { headers }));
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    const { items } = (await answer.json()) as { items: readonly Row[] };
    told[name] = items.map((item) => JSON.stringify(say.map((key) => item[key]))).sort();
  }
  return told;
}
