import { beforeAll, describe, expect, test } from 'vitest';
import { type Tx, vendorWide, withScope } from '#platform/database/scope.ts';
import { fromMilliseconds, type Instant } from '#platform/instant.ts';
import { auditAll, type TestDatabase, testDatabase } from '#test/database.ts';
import type { Decider } from './decider.ts';
import { execute, history, type Lifecycle } from './journal.ts';

type Count = { readonly total: number };
type Command = { readonly kind: 'add'; readonly amount: number } | { readonly kind: 'nothing' };
type Event = { readonly type: 'added'; readonly amount: number };

const decider: Decider<Count, Command, Event, 'too_much'> = {
  initial: { total: 0 },
  decide: (command, state) => {
    if (command.kind === 'nothing') return { events: [] };
    if (state.total + command.amount > 10)
      return { refused: { code: 'too_much', words: 'Ten is the most.' } };
    return { events: Array.from({ length: command.amount }, () => ({ type: 'added', amount: 1 }) as const) };
  },
  evolve: (state, event) => ({ total: state.total + event.amount }),
};

const counter: Lifecycle<Count, Command, Event, 'too_much'> = {
  lifecycle: 'counter',
  decider,
  describe: ({ amount }) => ({
    type: 'added',
    schemaVersion: 1,
    visibility: 'shared',
    payload: { amount },
    outbox: [{ topic: 'counter.added', payload: { amount } }],
  }),
  revive: (_, payload) => ({ type: 'added', amount: (payload as { amount: number }).amount }),
};

const now = fromMilliseconds(Date.UTC(2026, 2, 1));
const scope = { customers: ['acme', vendorWide], actor: 'somebody' };
let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase([counter]);
});

/** Sends one command in a transaction of its own. */
function send(
  id: string,
  command: Command,
  more: { expectedVersion?: number; idempotencyKey?: string } = {},
) {
  return withScope(db.app, scope, (tx) => sendIn(tx, id, command, more));
}

function sendIn(tx: Tx, id: string, command: Command, more = {}) {
  return execute(tx, { ...counter, id, customer: 'acme', actor: scope.actor, now, command, ...more });
}

function events(id: string) {
  return withScope(db.app, scope, (tx) => history(tx, `counter/${id}`));
}

describe('a command', () => {
  test('writes its events with their envelope, the state row and the outgoing messages', async () => {
    expect(await send('one', { kind: 'add', amount: 2 })).toEqual({
      kind: 'done',
      version: 2,
      events: [
        { type: 'added', amount: 1 },
        { type: 'added', amount: 1 },
      ],
      state: { total: 2 },
    });
    expect((await events('one'))[1]).toEqual({
      stream: 'counter/one',
      version: 2,
      type: 'added',
      schemaVersion: 1,
      customer: 'acme',
      actor: 'somebody',
      effectiveAt: now,
      recordedAt: now,
      visibility: 'shared',
      payload: { amount: 1 },
    });
    const { rows } = await db.admin.query(
      "SELECT state, version FROM stream_state WHERE stream = 'counter/one'",
    );
    expect(rows).toEqual([{ state: { total: 2 }, version: 2 }]);
    const outbox = await db.admin.query(
      "SELECT version, topic FROM outbox WHERE stream = 'counter/one' ORDER BY id",
    );
    expect(outbox.rows).toEqual([
      { version: 1, topic: 'counter.added' },
      { version: 2, topic: 'counter.added' },
    ]);
  });

  test('keeps microseconds, and an effect before or after its recording', async () => {
    const effectiveAt = (now + 1_234_567) as Instant;
    await withScope(db.app, scope, (tx) => sendIn(tx, 'micro', { kind: 'add', amount: 1 }, { effectiveAt }));
    expect((await events('micro'))[0]).toMatchObject({ effectiveAt, recordedAt: now });
  });

  test('that decides nothing writes nothing', async () => {
    expect(await send('none', { kind: 'nothing' })).toMatchObject({ kind: 'done', version: 0, events: [] });
    expect(await events('none')).toEqual([]);
  });

  test('that is refused writes nothing', async () => {
    expect(await send('refused', { kind: 'add', amount: 11 })).toEqual({
      kind: 'refused',
      refusal: { code: 'too_much', words: 'Ten is the most.' },
    });
    expect(await events('refused')).toEqual([]);
  });

  test('whose transaction fails later leaves nothing behind', async () => {
    const failing = withScope(db.app, scope, async (tx) => {
      await sendIn(tx, 'failing', { kind: 'add', amount: 1 }, { idempotencyKey: 'failing' });
      throw new Error('later');
    });
    await expect(failing).rejects.toThrow('later');
    const left = await db.admin.query(
      `SELECT stream FROM event WHERE stream = 'counter/failing' UNION ALL SELECT stream FROM stream_state
        WHERE stream = 'counter/failing' UNION ALL SELECT stream FROM outbox WHERE stream = 'counter/failing'
        UNION ALL SELECT key FROM idempotency WHERE key = 'failing'`,
    );
    expect(left.rows).toEqual([]);
  });

  test('to a stream of another customer is a bug, not an answer', async () => {
    await send('mine', { kind: 'add', amount: 1 });
    const foreign = withScope(db.app, { ...scope, customers: ['acme', 'other'] }, (tx) =>
      sendIn(tx, 'mine', { kind: 'add', amount: 1 }, { customer: 'other' }),
    );
    await expect(foreign).rejects.toThrow('belongs to acme');
  });

  test('for the vendor as a whole is seen by those only whose scope names it', async () => {
    await withScope(db.app, scope, (tx) =>
      sendIn(tx, 'vendor', { kind: 'add', amount: 1 }, { customer: null }),
    );
    expect((await events('vendor'))[0]).toMatchObject({ customer: null });
    const without = withScope(db.app, { ...scope, customers: ['acme'] }, (tx) =>
      history(tx, 'counter/vendor'),
    );
    expect(await without).toEqual([]);
  });

  test('cannot write a float', async () => {
    const half = {
      ...counter,
      describe: () => ({ ...counter.describe({ type: 'added', amount: 1 }), payload: { a: 0.5 } }),
    };
    const writing = withScope(db.app, scope, (tx) =>
      execute(tx, {
        ...half,
        id: 'half',
        customer: 'acme',
        actor: 'a',
        now,
        command: { kind: 'add', amount: 1 },
      }),
    );
    await expect(writing).rejects.toThrow('/added/a: 0.5 is no whole number');
  });
});

describe('expected version', () => {
  test('another one is a conflict and names the version there is', async () => {
    await send('seen', { kind: 'add', amount: 3 });
    expect(await send('seen', { kind: 'add', amount: 1 }, { expectedVersion: 2 })).toEqual({
      kind: 'conflict',
      version: 3,
    });
    expect(await send('seen', { kind: 'add', amount: 1 }, { expectedVersion: 3 })).toMatchObject({
      version: 4,
    });
  });

  /** Leaves a first command uncommitted until a second one waits for it; returns the answer to the second. */
  async function second(id: string, more: { expectedVersion?: number; idempotencyKey?: string }) {
    let answer: ReturnType<typeof send> | undefined;
    await withScope(db.app, scope, async (tx) => {
      await sendIn(tx, id, { kind: 'add', amount: 1 }, more);
      answer = send(id, { kind: 'add', amount: 1 }, more);
      const waiting =
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
      while ((await db.admin.query(waiting)).rowCount === 0);
    });
    return answer;
  }

  test('of two who make the same stream at once the later one waits, then conflicts or goes on', async () => {
    expect(await second('new', { expectedVersion: 0 })).toEqual({ kind: 'conflict', version: 1 });
    expect(await second('new too', {})).toMatchObject({ kind: 'done', version: 2 });
  });

  test('of two who send the same key at once the later one waits, then gets the first answer', async () => {
    expect(await second('new key', { idempotencyKey: 'k6' })).toMatchObject({ kind: 'done', version: 1 });
    expect(await events('new key')).toHaveLength(1);
  });

  test('of ten senders at once who all saw the same, one is done and nine conflict', async () => {
    const all = await Promise.all(
      Array.from({ length: 10 }, () => send('race', { kind: 'add', amount: 1 }, { expectedVersion: 0 })),
    );
    expect(all.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    expect(all.filter(({ kind }) => kind === 'conflict')).toHaveLength(9);
  });

  test('senders at once who expect nothing all get through, one after the other', async () => {
    await Promise.all(Array.from({ length: 10 }, () => send('queue', { kind: 'add', amount: 1 })));
    expect((await events('queue')).map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});

describe('idempotency key', () => {
  test('gives the first answer again, whatever has happened since', async () => {
    const first = await send('again', { kind: 'add', amount: 2 }, { idempotencyKey: 'k1' });
    await send('again', { kind: 'add', amount: 3 });
    expect(await send('again', { kind: 'add', amount: 2 }, { idempotencyKey: 'k1' })).toEqual(first);
    expect(await events('again')).toHaveLength(5);
  });

  test('gives a first refusal again', async () => {
    const first = await send('again2', { kind: 'add', amount: 11 }, { idempotencyKey: 'k2' });
    expect(first).toMatchObject({ kind: 'refused' });
    expect(await send('again2', { kind: 'add', amount: 11 }, { idempotencyKey: 'k2' })).toEqual(first);
  });

  test('with another command is refused', async () => {
    await send('other', { kind: 'add', amount: 1 }, { idempotencyKey: 'k3' });
    expect(await send('other', { kind: 'add', amount: 2 }, { idempotencyKey: 'k3' })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'idempotency_key_reused' },
    });
    expect(await events('other')).toHaveLength(1);
  });

  test('may be sent again after a conflict', async () => {
    await send('retry', { kind: 'add', amount: 1 });
    const stale = { expectedVersion: 0, idempotencyKey: 'k4' };
    expect(await send('retry', { kind: 'add', amount: 1 }, stale)).toMatchObject({ kind: 'conflict' });
    expect(await send('retry', { kind: 'add', amount: 1 }, { ...stale, expectedVersion: 1 })).toMatchObject({
      version: 2,
    });
  });

  test('sent ten times at once does its work once', async () => {
    const all = await Promise.all(
      Array.from({ length: 10 }, () => send('ten', { kind: 'add', amount: 1 }, { idempotencyKey: 'k5' })),
    );
    expect(new Set(all.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await events('ten')).toHaveLength(1);
  });
});

describe('the audit', () => {
  const damaged = async (damage: string, repair: string) => {
    await db.admin.query(damage);
    const differences = await auditAll(db.admin, [counter]);
    await db.admin.query(repair);
    return differences;
  };

  test('finds a row that says another thing than its events', async () => {
    await send('audit', { kind: 'add', amount: 2 });
    const of = (total: number) =>
      `UPDATE stream_state SET state = '{"total": ${total}}' WHERE stream = 'counter/audit'`;
    expect(await damaged(of(3), of(2))).toEqual([
      { stream: 'counter/audit', what: 'folds to another state than its row holds' },
    ]);
  });

  test('finds a missing event', async () => {
    const move = (from: number, to: number) =>
      `UPDATE event SET version = ${to} WHERE stream = 'counter/gap' AND version = ${from}`;
    await withScope(db.app, scope, (tx) =>
      execute(tx, {
        ...counter,
        describe: (event) => ({ ...counter.describe(event), outbox: [] }),
        id: 'gap',
        customer: 'acme',
        actor: 'a',
        now,
        command: { kind: 'add', amount: 2 },
      }),
    );
    expect(await damaged(move(1, 3), move(3, 1))).toEqual([
      { stream: 'counter/gap', what: 'has a gap in its versions' },
    ]);
  });

  test('finds a lifecycle nobody can fold', async () => {
    const differences = await auditAll(db.admin, []);
    expect(differences[0]?.what).toBe('is of a lifecycle nobody can fold: counter');
  });
});
