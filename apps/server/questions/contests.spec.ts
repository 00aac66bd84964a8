import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Principal } from '#business/identity/principal.ts';
import { after, day } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import type { CustomerPage } from '../pages.ts';
import { givenRoom, type Room, start } from './given/room.ts';
import type { QuestionSummary, QuestionThread } from './schemas.ts';

let room: Room;
const portal = '/v1/portal/grown';
type Page = { items: QuestionSummary[]; next: string | null; total: number | null };
type Problem = { code: string };

beforeAll(async () => {
  room = await givenRoom();
}, 60_000);
afterAll(async () => {
  await room.it.stop();
  expect(room.it.failed).toEqual([]);
});

const read = async <T>(who: Principal, path: string) => (await room.send<T>(who, 'GET', path)).body;
const order = async (who: Principal, path: string, body?: object, key?: string) =>
  room.send<QuestionThread & Problem>(who, 'POST', path, body, key ? { 'idempotency-key': key } : {});
const done = async (who: Principal, path: string, body?: object): Promise<QuestionThread> => {
  const answer = await order(who, path, body);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};
const ask = (who: Principal, text: string, about: object = { kind: 'general' }) =>
  done(who, `${portal}/questions`, { about, text });
const line = (row: string | null) => ({
  ...{ agreement: 'AG-grown', clause: 'calls', from: '2026-03-01T00:00:00Z' },
  row: row === null ? null : { source: '/gateway', id: row },
});
const contest = (row: string | null, claim: object = { kind: 'test-machine' }, text = '') => ({
  ...line(row),
  ...{ claim, text },
});
const finding = async (): Promise<CustomerPage['findings'][number]> => {
  await room.it.settle();
  return (await read<CustomerPage>(room.sam, '/v1/customers/grown/page')).findings[0]!;
};

describe('a contested line', () => {
  let id: string;
  test('is refused where it does not count, twice, or without what it needs', async () => {
    const refused = async (body: object) => (await order(room.dana, `${portal}/contests`, body)).body.code;
    expect(await refused(contest('r-9'))).toBe('line_unknown');
    expect(await refused({ ...contest('r-1'), clause: 'seats' })).toBe('line_unknown');
    expect(await refused(contest('r-1', { kind: 'other' }))).toBe('claim_words_missing');
    expect(await refused(contest('r-1', { kind: 'left' }))).toBe('claim_day_missing');
    expect(await refused(contest('r-1', { kind: 'not-ours', on: '2026-03-01' }))).toBe('claim_day_missing');
  });

  test('keeps the finding from being put to anyone, and stands under what remains in question', async () => {
    const before = await finding();
    expect(before).toMatchObject({ state: 'verified', verification: { passed: true } });
    const thread = await done(room.dana, `${portal}/contests`, contest('r-3'));
    id = thread.id;
    expect(thread).toMatchObject({
      ...{ claim: { kind: 'test-machine' }, counted: { value: '120', limit: '100' } },
      ...{ promisedOn: '2026-06-17', holdsUntil: expect.stringMatching(/^2026-07-10T12:00:00/) },
      about: { product: 'Beacon API', row: { id: 'r-3', who: 'carl' } },
    });
    const held = await finding();
    expect(held).toMatchObject({
      state: 'detected',
      questions: [{ code: 'contested', count: 1, units: '15' }],
      contests: [{ question: id, row: { id: 'r-3' }, words: 'a machine for tests', state: 'open' }],
    });
    expect((await order(room.dana, `${portal}/contests`, contest('r-3'))).body.code).toBe(
      'contested_already',
    );
    const confirm = { cause: 'growth', expectedVersion: held.version };
    const answer = await order(room.sam, `/v1/customers/grown/findings/${held.key}/confirm`, confirm);
    expect(answer.body.code).toBe('not_possible_now');
    const page = await read<CustomerPage>(room.sam, '/v1/customers/grown/page');
    expect(page.notices[0]!.withheld).toMatch(/^The customer says that a line is wrong/);
  });

  test('is answered with what was done; it counts no more, and the count that follows is shown to the customer', async () => {
    const path = `/v1/questions/${id}`;
    const agreed = (remedies: object[]) => ({ text: 'You are right.', outcome: 'agreed', remedies });
    const people = { kind: 'people', decision: 'P-1' };
    expect((await order(room.sam, `${path}/answer`, agreed([]))).body.code).toBe('remedy_missing');
    expect((await order(room.sam, `${path}/answer`, agreed([people]))).body.code).toBe('remedy_unknown');
    const { about } = await read<QuestionThread>(room.sam, path);
    const leaveOut = { identity: about.row!.person, reason: 'A build machine.' };
    await done(room.sam, '/v1/customers/grown/people/leave-outs', leaveOut);
    const answered = await done(room.sam, `${path}/answer`, agreed([people]));
    expect(answered).toMatchObject({ status: 'answered', outcome: 'agreed', holdsUntil: null });
    const after = await finding();
    expect(after).toMatchObject({ state: 'verified', measured: '105', questions: [] });
    expect(after.contests).toMatchObject([{ state: 'agreed' }]);
    const { items } = await read<{ items: QuestionThread[] }>(
      room.dana,
      `${portal}/contests?agreement=AG-grown&clause=calls`,
    );
    expect(items).toMatchObject([
      {
        ...{ id, outcome: 'agreed' },
        recount: {
          before: { value: '120', limit: '100' },
          now: { value: '105', limit: '100' },
          rowCounts: false,
        },
      },
    ]);
    expect((await room.letters()).slice(-2)).toEqual([
      'question.answered dana@mail.example',
      'question.recounted dana@mail.example',
    ]);
  });

  test('of a confirmed finding holds its notice back at once, and no longer than a month', async () => {
    const { key, version } = await finding();
    await done(room.sam, `/v1/customers/grown/findings/${key}/confirm`, {
      ...{ cause: 'growth', expectedVersion: version },
    });
    const withheld = async () =>
      (await read<CustomerPage>(room.sam, '/v1/customers/grown/page')).notices[0]!.withheld;
    expect(await withheld()).toBe(null);
    const thread = await done(room.dana, `${portal}/contests`, contest(null, { kind: 'wrong-number' }));
    // Before anything was counted again.
    expect(await withheld()).toMatch(/^The customer says/);
    await room.it.settle();
    room.it.turnTo(after(start, 30 * day));
    await room.it.settle();
    expect(await withheld()).toBe(null);
    expect((await finding()).questions).toMatchObject([{ code: 'contest-overdue' }]);
    expect(await read<QuestionThread>(room.dana, `${portal}/questions/${thread.id}`)).toMatchObject({
      late: true,
      entries: [{ kind: 'asked' }, { kind: 'late', on: '2026-06-17' }],
    });
    await done(room.sam, `/v1/questions/${thread.id}/answer`, { text: 'It is so.', outcome: 'explained' });
  });
});

describe('promises are kept by the worker', () => {
  test('who answers is reminded, what is late is late for both, what is answered closes by itself', async () => {
    const now = at('2026-08-05T09:00:00Z');
    room.it.turnTo(now);
    await room.it.settle();
    const { id } = await ask(room.kim, 'Who is my contact?');
    const path = `/v1/questions/${id}`;
    const told = (await room.letters()).length;
    const events = async () =>
      (
        await room.it.db.admin.query('SELECT type FROM event WHERE stream = $1 ORDER BY version', [
          `question/${id}`,
        ])
      ).rows.map(({ type }) => type);
    room.it.turnTo(at('2026-08-06T00:00:01Z'));
    await room.it.settle();
    await room.it.settle();
    expect(await events()).toEqual(['question.asked', 'question.reminded']);
    await done(room.sam, `${path}/promise`, { on: '2026-08-10', text: 'I am away until Monday.' });
    room.it.turnTo(at('2026-08-11T00:00:01Z'));
    await room.it.settle();
    const late = await read<Page>(room.sam, '/v1/questions?show=late&mine=true');
    expect(late.items.map((one) => one.id)).toContain(id);
    expect((await room.letters()).slice(told)).toEqual([
      'question.due sam.ortiz@meridian.example',
      'question.promised kim@mail.example',
      'question.late sam.ortiz@meridian.example',
    ]);
    await done(room.sam, `${path}/answer`, { text: 'It is me.' });
    room.it.turnTo(at('2026-08-24T12:00:00Z'));
    await room.it.settle();
    expect((await read<QuestionThread>(room.kim, `${portal}/questions/${id}`)).status).toBe('answered');
    room.it.turnTo(at('2026-08-25T12:00:00Z'));
    await room.it.settle();
    expect(await read<QuestionThread>(room.kim, `${portal}/questions/${id}`)).toMatchObject({
      status: 'closed',
      entries: [{}, {}, {}, {}, { kind: 'closed', by: null, side: 'nobody' }],
    });
  });
});
