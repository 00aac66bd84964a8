import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { can } from '#business/identity/can.ts';
import { type Principal, roleOf } from '#business/identity/principal.ts';
import { staffRoles } from '#business/identity/roles.ts';
import { methods, type OpenApi, type Operation } from '#platform/openApi.ts';
import { operations as needs } from '../access/operations.ts';
import { type Play, requestsOf, valuesFrom } from './requestsFrom.ts';
import type { Running } from './running.ts';
import { far, isOfFar, near } from './twoTenants.ts';

/** What came of asking for what is another's: how many pairs were asked, and which answers told something. */
export type Walls = {
  readonly probes: number;
  readonly told: readonly string[];
  /** Operations that looked for what was asked, behind the guard. */
  readonly reached: ReadonlySet<string>;
};

type Asked = { readonly method: string; readonly path: string; readonly operation: Operation };
type Answered = { readonly status: number; readonly type: string; readonly text: string };

/** Whoever may ask at all: every role of staff, and people of the near customer and of its partner. */
export const whoAsk: readonly (Principal | null)[] = [
  null,
  {
    kind: 'customer',
    account: '00000000-0000-4000-8000-000000000001',
    customer: near,
    role: 'customer-administrator',
  },
  {
    kind: 'customer',
    account: '00000000-0000-4000-8000-000000000002',
    customer: near,
    role: 'customer-member',
  },
  { kind: 'partner', account: '00000000-0000-4000-8000-000000000003', partner: 'nearby' },
  ...staffRoles.map((role) => ({ kind: 'staff', account: `a-${role}`, role }) as const),
];

/**
 * Asks every operation of the document, in the name of each, for what belongs to the far customer (`known`: its values by
 * their names), and for the same with ids nobody has. Returns each pair of answers that differ, and each answer that holds
 * something of the far customer. Staff who may do something reach every customer, so they are not asked about it.
 */
export async function tryWalls(
  it: Pick<Running, 'answer' | 'as'>,
  known: ReadonlyMap<string, readonly string[]>,
  rounds: number,
  seed: number,
): Promise<Walls> {
  it.as({ kind: 'staff', account: 'staff', role: 'administrator' });
  const document = (await (await it.answer('GET', '/v1/openapi.json')).json()) as OpenApi;
  const from = valuesFrom(document, { named: known, files: [] });
  const all = operationsOf(document);
  const foreign = [...new Set([...known.values()].flat())]
    .filter(isForeignId)
    .sort((a, b) => b.length - a.length);
  const told: string[] = [];
  const reached = new Set<string>();
  let probes = 0;
  for (let round = 0; round < rounds; round += 1)
    for (const [index, asked] of all.entries()) {
      const requests = requestsOf(from, asked.path, asked.operation, ['customer,units\n']);
      const [play] = fc.sample(requests, { seed: seed + round * 2017 + index, numRuns: 1 });
      const twin = withRandomIds(play!, foreign);
      if (twin.ids.size === 0) continue;
      for (const who of whoAsk) {
        if (mayAsStaff(who, asked)) continue;
        it.as(who);
        const one = await answered(it, asked.method, play!);
        const other = await answered(it, asked.method, twin.play);
        // Whoever asks too often is told so, whatever is asked.
        if (one.status === 429 || other.status === 429) continue;
        probes += 1;
        if (!/not_allowed|sign_in_needed|no such customer/.test(one.text))
          reached.add(`${asked.method} ${asked.path}`);
        const leak = whatIsTold(one, other, twin.ids, asked.method);
        if (leak)
          told.push(
            `${who ? roleOf(who) : 'nobody'} ${asked.method} ${play!.path} ${play!.body ?? ''}: ${leak}`,
          );
      }
    }
  return { probes, told, reached };
}

function mayAsStaff(who: Principal | null, { method, path }: Asked): boolean {
  const needed = needs[`${method} ${path}`];
  return who?.kind === 'staff' && needed !== undefined && (needed === 'public' || can(who, needed));
}

/** What differs between the answer about another's thing and about a thing nobody has; or what of the other it holds. */
function whatIsTold(
  one: Answered,
  other: Answered,
  ids: ReadonlyMap<string, string>,
  method: string,
): string | undefined {
  const [seen, expected] = [plain(one.text, [...ids.keys()]), plain(other.text, [...ids.values()])];
  if (one.status !== other.status)
    return `${one.status} ${seen}, but ${other.status} ${expected} for a random id`;
  if (one.type !== other.type) return `${one.type}, but ${other.type} for a random id`;
  const held = isOfFar.exec(seen);
  if (held) return `it holds ${held[0]}`;
  // What was written the first time is there the second time: only reading can be compared word for word.
  if (method !== 'GET' && one.status < 300) return undefined;
  return seen === expected ? undefined : `${seen}, but ${expected} for a random id`;
}

/** An answer without the ids that were sent, and without what is another one each time. */
function plain(text: string, sent: readonly string[]): string {
  const without = sent.reduce(
    (now, id) => now.replaceAll(id, '¤').replaceAll(encodeURIComponent(id), '¤'),
    text,
  );
  return without
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '(id)')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '(time)');
}

/** Ids that only the far customer has, long enough not to be met by chance. */
function isForeignId(value: string): boolean {
  if (/^\d{4}-\d\d-\d\d/.test(value)) return false;
  return isOfFar.test(value) || /^[0-9a-f-]{12,}$/.test(value) || /^\d{4,}$/.test(value);
}

function withRandomIds(play: Play, foreign: readonly string[]): { play: Play; ids: Map<string, string> } {
  const ids = new Map<string, string>();
  const swap = (text: string, write: (id: string) => string) =>
    foreign.reduce((now, id) => {
      if (!now.includes(write(id))) return now;
      const random = ids.get(id) ?? randomLike(id);
      ids.set(id, random);
      return now.replaceAll(write(id), write(random));
    }, text);
  const path = swap(play.path, encodeURIComponent);
  const body = play.body === undefined ? undefined : swap(play.body, (id) => JSON.stringify(id).slice(1, -1));
  const { 'idempotency-key': _once, ...rest } = play.headers;
  const headers = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name, swap(value, (id) => id)]),
  );
  return { play: { ...play, path, body, headers }, ids };
}

/** An id of the same form that nobody has. */
function randomLike(id: string): string {
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-/.test(id)) return randomUUID();
  const hex = randomUUID().replaceAll('-', '') + randomUUID().replaceAll('-', '');
  if (/^\d+$/.test(id)) return `8${String(Number.parseInt(hex.slice(0, 12), 16)).slice(0, id.length)}`;
  if (/^[0-9a-f]+$/.test(id)) return hex.repeat(4).slice(0, id.length);
  return id.replaceAll(far, hex.replace(/\d/g, 'z').slice(0, far.length));
}

function operationsOf({ paths }: OpenApi): Asked[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ method: method.toUpperCase(), path, operation }] : [];
    }),
  );
}

async function answered(
  it: Pick<Running, 'answer'>,
  method: string,
  { path, headers, body }: Play,
): Promise<Answered> {
  const { 'idempotency-key': _once, ...rest } = headers;
  const response = await it.answer(method, path, body, rest);
  const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const text = isZip
    ? Object.values(unzipSync(bytes))
        .map((part) => strFromU8(part))
        .join('\n')
    : strFromU8(bytes);
  return { status: response.status, type, text };
}
