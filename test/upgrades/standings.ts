import { ourselves } from '#apps/server/access/ourselves.ts';
import { makeApp } from '#apps/server/app.ts';
import type { ServerContext } from '#apps/server/context.ts';
import { positionsPage } from '#apps/server/positions/page.ts';
import { customerPage } from '#apps/server/readings.ts';
import type { Principal } from '#business/identity/principal.ts';
import { type List, lists, type Who } from './lists.ts';

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

/** The lists whose items a dump may hold. */
export const listNames: readonly string[] = Object.keys(lists);

/** Returns what lists of the API say, by list: a line for each item, in order. Only those that are named are asked for. */
export async function listings(
  context: ServerContext,
  names: readonly string[],
): Promise<Record<string, string[]>> {
  let who: Principal = ourselves;
  const app = makeApp(context, {
    identify: async () => who,
    workspace: 'nowhere',
    report: (error: unknown) => {
      throw error;
    },
  });
  const ask = async (path: string, as: Principal): Promise<Row> => {
    who = as;
    const headers = { host: 'localhost:4300' };
    const answer = await app.fetch(new Request(`http://localhost:4300${path}`, { headers }));
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return (await answer.json()) as Row;
  };
  const told: Record<string, string[]> = {};
  for (const name of names) {
    const list = lists[name]!;
    const answer = await ask(list.path, list.as ? await principalOf(ask, list.as) : ourselves);
    told[name] = itemsOf(answer, list)
      .map((item) => JSON.stringify(list.say.map((key) => item[key])))
      .sort();
  }
  return told;
}

function itemsOf(answer: Row, { items = 'items' }: List): readonly Row[] {
  return items === 'whole' ? [answer] : (answer[items] as readonly Row[]);
}

/** Looks somebody up by their address: accounts have ids of their own in every dump. */
async function principalOf(
  ask: (path: string, as: Principal) => Promise<Row>,
  { side, email }: Who,
): Promise<Principal> {
  const [kind, of] = side.split('/') as [string, string];
  const { items } = await ask(`/v1/accounts/${side}`, ourselves);
  const found = (items as readonly Row[]).find((one) => one.email === email);
  if (!found) throw new Error(`nobody of ${side} is called ${email}`);
  const account = found.id as string;
  if (kind === 'staff') return { kind, account, role: found.role as 'auditor' };
  if (kind === 'partners') return { kind: 'partner', account, partner: of };
  return { kind: 'customer', account, customer: of, role: found.role as 'customer-member' };
}
