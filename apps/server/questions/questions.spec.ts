import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Principal } from '#business/identity/principal.ts';
import { at } from '#test/given.ts';
import { givenRoom, type Room } from './given/room.ts';
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
describe('a question', () => {
  test('goes to the owner of the customer, with a day that is promised, and both sides get a word', async () => {
    const thread = await ask(room.dana, 'When does our quota begin anew?');
    expect(thread).toMatchObject({
      ...{ id: 'ASK-grown-1', status: 'asked', promisedOn: '2026-06-12', late: false },
      answers: { name: 'Sam Ortiz' },
      askedBy: { name: 'Dana Wells', partner: null },
      entries: [{ kind: 'asked', text: 'When does our quota begin anew?', side: 'customer' }],
    });
    expect(await room.letters()).toEqual([
      'question.asked sam.ortiz@meridian.example',
      'question.received dana@mail.example',
    ]);
    const { rows } = await room.it.db.admin.query(
      `SELECT audience, kind, place FROM notification WHERE kind LIKE 'question.%'`,
    );
    expect(rows).toEqual([
      {
        audience: `staff/${room.sam.account}`,
        ...{ kind: 'question.asked', place: '/questions/ASK-grown-1' },
      },
    ]);
  });

  test('sent twice under one key is one, and the key is for this one alone', async () => {
    const body = { about: { kind: 'clause', agreement: 'AG-grown', clause: 'calls' }, text: 'Which calls?' };
    const first = await order(room.dana, `${portal}/questions`, body, 'same-key-1');
    const again = await order(room.dana, `${portal}/questions`, body, 'same-key-1');
    expect([first.status, again.body.id]).toEqual([200, first.body.id]);
    expect(await room.letters()).toHaveLength(4);
    const other = await order(room.dana, `${portal}/questions`, { ...body, text: 'Else' }, 'same-key-1');
    expect(other.body.code).toBe('idempotency_key_reused');
  });

  test('is handed over, answered, asked further, answered again and closed; the note stays with us', async () => {
    const path = '/v1/questions/ASK-grown-1';
    expect((await order(room.sam, `${path}/hand-over`, { person: 'nobody' })).status).toBe(404);
    const handed = await done(room.sam, `${path}/hand-over`, { person: room.theo.account });
    expect(handed).toMatchObject({ status: 'handedOver', answers: { name: 'Theo Marsh' } });
    await done(room.theo, `${path}/note`, { text: 'Ask billing first.' });
    const seen = await read<QuestionThread>(room.dana, `${portal}/questions/ASK-grown-1`);
    expect(JSON.stringify(seen)).not.toContain('billing');
    expect(seen.entries.map(({ kind }) => kind)).toEqual(['asked', 'handedOver']);
    expect(await read<QuestionThread>(room.auditor, path)).toMatchObject({
      entries: [{}, {}, { kind: 'noted', internal: true, text: 'Ask billing first.' }],
    });
    expect(
      (await order(room.dana, `${portal}/questions/ASK-grown-1/follow-up`, { text: 'And?' })).body.code,
    ).toBe('not_possible_now');
    await done(room.theo, `${path}/answer`, { text: 'On the first of each month.' });
    await done(room.dana, `${portal}/questions/ASK-grown-1/follow-up`, { text: 'In which zone?' });
    const answered = await done(room.theo, `${path}/answer`, { text: 'In UTC, as agreed.' });
    expect(answered.status).toBe('answered');
    const closed = await done(room.dana, `${portal}/questions/ASK-grown-1/close`);
    expect(closed).toMatchObject({ status: 'closed', open: false });
    expect(closed.entries.at(-2)).toMatchObject({ by: { name: 'Theo Marsh' }, text: 'In UTC, as agreed.' });
    expect((await order(room.theo, `${path}/answer`, { text: 'More.' })).body.code).toBe('not_possible_now');
  });

  test('is erased as a text, and the thread says that it was there', async () => {
    const { id } = await ask(room.dana, 'My phone number is 555.');
    await room.it.db.admin.query(
      `UPDATE document SET content = NULL, salt = NULL, erased_at = now() WHERE content LIKE '%555%'`,
    );
    const thread = await read<QuestionThread>(room.dana, `${portal}/questions/${id}`);
    expect(thread).toMatchObject({ begins: null, entries: [{ text: null }] });
    await done(room.dana, `${portal}/questions/${id}/close`);
  });

  test('about what is not there, or of somebody else, is refused', async () => {
    for (const about of [
      { kind: 'clause', agreement: 'AG-grown', clause: 'seats' },
      { kind: 'clause', agreement: 'AG-others', clause: 'calls' },
      { kind: 'quote', quote: 'Q-others-1' },
      { kind: 'date', agreement: 'AG-others', date: '2026-12-31' },
    ]) {
      const answer = await order(room.dana, `${portal}/questions`, { about, text: 'What is this?' });
      expect(answer.body.code, JSON.stringify(about)).toBe('about_unknown');
    }
    const gone = { about: { kind: 'line', ...line('r-9') }, text: 'Who?' };
    expect((await order(room.dana, `${portal}/questions`, gone)).body.code).toBe('line_unknown');
    const long = { about: { kind: 'general' }, text: 'x'.repeat(4001) };
    expect((await order(room.dana, `${portal}/questions`, long)).body.code).toBe('invalid_request');
  });
});

describe('walls', () => {
  test('another customer finds no thread, and is told the same as for one that is not there', async () => {
    const path = (customer: string, id: string) => `/v1/portal/${customer}/questions/${id}`;
    const probes = [
      path('grown', 'ASK-grown-1'),
      path('nobody', 'ASK-grown-1'),
      path('others', 'ASK-grown-1'),
      path('others', 'ASK-others-99'),
    ];
    const seen = [];
    for (const probe of probes) seen.push(await room.send(room.others, 'GET', probe));
    expect(seen.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(seen[0]!.body).toEqual(seen[1]!.body);
    expect(seen[2]!.body).toEqual(seen[3]!.body);
    expect((await order(room.others, `${path('others', 'ASK-grown-1')}/close`)).status).toBe(404);
    expect((await read<Page>(room.others, '/v1/portal/others/questions')).items).toEqual([]);
    expect((await room.send(room.others, 'GET', '/v1/questions')).status).toBe(403);
  });

  test('a partner asks for its customer, and reads what its people asked and nothing else', async () => {
    const { id } = await ask(room.partner, 'May we add a subsidiary?');
    const page = await read<Page>(room.partner, `${portal}/questions`);
    expect(page).toMatchObject({ total: 1, items: [{ id, askedBy: { partner: 'Chan Partners' } }] });
    expect((await room.send(room.partner, 'GET', `${portal}/questions/ASK-grown-1`)).status).toBe(404);
    expect((await order(room.partner, `${portal}/questions/ASK-grown-2/close`)).status).toBe(404);
    expect((await room.send(room.partner, 'GET', '/v1/portal/others/questions')).status).toBe(404);
    expect((await read<Page>(room.dana, `${portal}/questions`)).items.map((one) => one.id)).toContain(id);
    await done(room.partner, `${portal}/questions/${id}/close`);
  });

  test('a partner is told no day on which the customer is answered, only its own', async () => {
    const { id: theirs } = await ask(room.dana, 'May we leave our partner?');
    const { id: own } = await ask(room.partner, 'May we add another one?');
    const dates = async (who: Principal, path: string) =>
      JSON.stringify(await read(who, `${portal}/${path}`));
    for (const path of ['dates', 'overview']) {
      expect(await dates(room.dana, path)).toContain(theirs);
      expect(await dates(room.partner, path)).toContain(own);
      expect(await dates(room.partner, path)).not.toContain(theirs);
    }
    for (const [who, id] of [
      [room.dana, theirs],
      [room.partner, own],
    ] as const)
      await done(who, `${portal}/questions/${id}/close`);
  });

  test('a partner that the customer was taken from hears no more of it', async () => {
    const { id } = await ask(room.partner, 'How long do you need?');
    const form = { name: 'Chan Partners', contactName: 'Pat', contactEmail: 'pat@chan.example' };
    const sells = (sellsTo: string[], version: string) =>
      room.send(
        room.sam,
        'PUT',
        '/v1/partners/chan',
        { ...form, contactRole: 'Sales', sellsTo, speaksFor: [] },
        { 'if-match': version },
      );
    expect((await sells([], '"1"')).status).toBe(200);
    const before = await room.letters();
    await done(room.sam, `/v1/questions/${id}/answer`, { text: 'Until Friday.' });
    expect((await room.letters()).slice(before.length)).toEqual([]);
    expect((await room.send(room.partner, 'GET', `${portal}/questions/${id}`)).status).toBe(404);
    expect((await sells(['grown'], '"2"')).status).toBe(200);
    await done(room.partner, `${portal}/questions/${id}/close`);
  });

  test('whoever has left the vendor is written to no more: those who own customers are told instead', async () => {
    const { id } = await ask(room.dana, 'Who looks after us?');
    await done(room.sam, `/v1/questions/${id}/hand-over`, { person: room.theo.account });
    const admin: Principal = { kind: 'staff', account: 'admin', role: 'administrator' };
    const step = async (name: string) => {
      const team = await read<{ items: { id: string; version: number }[] }>(admin, '/v1/team');
      const { version } = team.items.find((one) => one.id === room.theo.account)!;
      const path = `/v1/team/${room.theo.account}/${name}`;
      return (await room.send(admin, 'POST', path, undefined, { 'if-match': `"${version}"` })).status;
    };
    await done(room.sam, `/v1/questions/${id}/answer`, { text: 'Theo does.' });
    expect(await step('retire')).toBe(200);
    const before = await room.letters();
    await done(room.dana, `${portal}/questions/${id}/follow-up`, { text: 'And who else?' });
    expect((await room.letters()).slice(before.length)).toEqual([]);
    const { rows } = await room.it.db.admin.query(
      'SELECT audience FROM notification WHERE place = $1 ORDER BY id DESC LIMIT 1',
      [`/questions/${id}`],
    );
    expect(rows).toEqual([{ audience: 'role/customer-success' }]);
    expect(await step('take-back')).toBe(200);
    await done(room.dana, `${portal}/questions/${id}/close`);
  });

  test('staff see the customer’s page and change nothing there; an auditor answers nothing', async () => {
    expect((await room.send(room.sam, 'GET', `${portal}/questions`)).status).toBe(200);
    const body = { about: { kind: 'general' }, text: 'As if I were you.' };
    expect((await order(room.sam, `${portal}/questions`, body)).status).toBe(403);
    expect((await order(room.auditor, '/v1/questions/ASK-grown-2/answer', { text: 'No.' })).status).toBe(403);
    expect((await room.send(room.auditor, 'GET', '/v1/questions?show=all')).status).toBe(200);
  });

  test('no event and no state holds a word or a name', async () => {
    const { rows } = await room.it.db.admin.query(
      `SELECT payload::text AS text FROM event WHERE type LIKE 'question.%'
       UNION ALL SELECT state::text FROM stream_state WHERE lifecycle = 'question'`,
    );
    expect(rows.length).toBeGreaterThan(5);
    const all = rows.map(({ text }) => text.toLowerCase()).join('\n');
    for (const word of ['dana wells', '@', 'quota', 'billing', 'zone?', 'moreau', 'anna'])
      expect(all).not.toContain(word);
  });
});

describe('lists', () => {
  test('go on behind a cursor, the most urgent first', async () => {
    const ids = [];
    for (const text of ['One?', 'Two?', 'Three?']) ids.push((await ask(room.dana, text)).id);
    const open = await read<Page>(room.theo, '/v1/questions?limit=2');
    expect(open.total).toBeGreaterThanOrEqual(3);
    const rest = await read<Page>(room.theo, `/v1/questions?limit=50&cursor=${open.next}`);
    const all = [...open.items, ...rest.items];
    expect(all).toHaveLength(open.total!);
    expect(all.map(({ promisedOn }) => promisedOn)).toEqual(
      all.map(({ promisedOn }) => promisedOn).toSorted(),
    );
    expect(all.map((one) => one.id)).toEqual(expect.arrayContaining(ids));
    expect((await read<Page>(room.theo, '/v1/questions?mine=true')).items).toEqual([]);
    expect((await room.send<Problem>(room.theo, 'GET', '/v1/questions?cursor=WyJhIiwiYiJd')).body.code).toBe(
      'cursor_unknown',
    );
    for (const id of ids) await done(room.dana, `${portal}/questions/${id}/close`);
  });

  test('a day has room for so many questions and no more', async () => {
    await room.it.db.admin.query(
      `INSERT INTO question_row (customer_id, id, number, status, contest, late, asked_by, promised_end, changed_at, asked_at)
       SELECT 'grown', 'many-' || n, 1000 + n, 'closed', false, false, 'dana', 0, 0, $1::bigint FROM generate_series(1, 40) AS n`,
      [String(at('2026-08-25T12:00:00Z'))],
    );
    const one = { about: { kind: 'general' }, text: 'One more?' };
    expect((await order(room.dana, `${portal}/questions`, one)).body.code).toBe('too_many_today');
    expect((await order(room.others, '/v1/portal/others/questions', one)).status).toBe(200);
  });
});

describe('the policy', () => {
  const path = '/v1/answer-policy';
  test('is changed by whoever may, from the version that was seen; what was promised stays', async () => {
    const { body, status } = await room.send<{ version: number; questionDays: number }>(
      room.sam,
      'GET',
      path,
    );
    expect([status, body.version]).toEqual([200, 0]);
    const { version: _, promises: __, ...policy } = body as never as Record<string, unknown>;
    const put = (who: Principal, change: object, seen = '"0"') =>
      room.send<Problem>(who, 'PUT', path, { ...policy, ...change }, { 'if-match': seen });
    expect((await put(room.theo, { questionDays: 1 })).status).toBe(403);
    expect((await put(room.sam, { zone: 'Mars' })).body.code).toBe('invalid_request');
    expect((await put(room.sam, { workdays: [] })).body.code).toBe('invalid_request');
    const never = Array.from(
      { length: 90 },
      (_, i) =>
        `2026-${String(8 + Math.floor(i / 28)).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`,
    );
    expect((await put(room.sam, { closedOn: never, workdays: [1], contestDays: 20 })).body.code).toBe(
      'policy_never_answers',
    );
    expect((await put(room.sam, { questionDays: 1, closedOn: ['2026-06-11'] })).body).toMatchObject({
      version: 1,
      promises: { question: '2026-06-12' },
    });
    expect((await put(room.sam, { questionDays: 3 })).body.code).toBe('version_conflict');
  });
});
