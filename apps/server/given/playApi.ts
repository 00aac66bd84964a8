import fc from 'fast-check';
import { methods, type OpenApi, type Operation } from '#platform/openApi.ts';
import { at } from '#test/given.ts';
import { answersHold } from './answersHold.ts';
import { event } from './events.ts';
import { agreement, catalog, customers } from './papers.ts';
import { type Play, requestsOf, valuesFrom } from './requestsFrom.ts';
import type { Running } from './running.ts';

/** What the game needs of a server. */
export type Player = Pick<Running, 'answer' | 'settle'>;

/** How a game with the document went: how often each status came, and what was not as documented. */
export type Played = {
  readonly requests: number;
  readonly statuses: ReadonlyMap<number, number>;
  readonly wrong: readonly string[];
  /** Operations that never came to a success. */
  readonly neverGood: readonly string[];
};

const files = [
  '',
  'customer,units\none,3\n',
  `${event('a', at('2026-04-01'), 3)}\n`,
  '{"specversion":"1.0"}',
  'a: [',
  customers(['three']),
  catalog(),
  agreement('three'),
];

/** What a stranger would know from the guide. */
const first = {
  customer: ['one', 'two'],
  agreement: ['AG-one'],
  clause: ['calls'],
  'if-match': ['"1"', '"2"'],
  'idempotency-key': ['key-0001', 'key-0002', 'key-0003'],
  day: ['2026-07-01'],
  from: ['2026-07-01T00:00:00Z', '2026-08-01T00:00:00Z'],
  until: ['2026-09-01T00:00:00Z'],
  reason: ['Because it is so.'],
  units: ['10'],
  currency: ['EUR'],
  version: ['1', '2'],
};

/** Sends `rounds` requests to every operation of the document, in an order and of a kind that `seed` gives; `more`: values that are known beside the guide's, by name. */
export async function playApi(
  it: Player,
  rounds: number,
  seed: number,
  more: Readonly<Record<string, readonly string[]>> = {},
): Promise<Played> {
  const document = (await (await it.answer('GET', '/v1/openapi.json')).json()) as OpenApi;
  const wrongOf = answersHold(document);
  const named = new Map(Object.entries({ ...first, ...more }).map(([name, values]) => [name, [...values]]));
  const statuses = new Map<number, number>();
  const wrong: string[] = [];
  const good = new Set<string>();
  const operations = operationsOf(document);
  for (let round = 0; round < rounds; round += 1) {
    const from = valuesFrom(document, { named, files });
    for (const [index, { method, path, operation }] of operations.entries()) {
      const asked = requestsOf(from, path, operation, files);
      const [play] = fc.sample(asked, { seed: seed + round * 1009 + index, numRuns: 1 });
      const answer = await sent(it, method, play!);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      if (answer.status < 300) good.add(`${method} ${path}`);
      const found = wrongOf(operation, answer);
      if (found) wrong.push(`${method} ${JSON.stringify(play)}: ${found}`);
      if (answer.type === 'application/json') keep(named, JSON.parse(answer.text));
    }
    await it.settle();
  }
  const neverGood = operations
    .map(({ method, path }) => `${method} ${path}`)
    .filter((name) => !good.has(name));
  return { requests: rounds * operations.length, statuses, wrong, neverGood };
}

function operationsOf({ paths }: OpenApi): { method: string; path: string; operation: Operation }[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ method: method.toUpperCase(), path, operation }] : [];
    }),
  );
}

async function sent(it: Player, method: string, { path, headers, body }: Play) {
  const response = await it.answer(method, path, body, headers);
  const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
  return { status: response.status, type, text: await response.text() };
}

/** How many values of one name are kept. */
const most = 40;

/** Keeps what an answer names things by, so that later requests can name them. */
export function keep(named: Map<string, string[]>, part: unknown, name = ''): void {
  if (typeof part === 'string' || typeof part === 'number') {
    const values = named.get(name) ?? [];
    named.set(name, values);
    const value = String(part);
    if (value.length < 100 && values.length < most && !values.includes(value)) values.push(value);
  } else if (typeof part === 'object' && part !== null)
    for (const [key, inner] of Object.entries(part)) {
      const under = Array.isArray(part) ? name : key;
      keep(named, inner, under);
      // What is called customer elsewhere is an object with an id here.
      const { id } = (inner ?? {}) as { id?: unknown };
      if (!Array.isArray(part) && typeof id === 'string') keep(named, id, key);
    }
}
