import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Principal } from '#business/identity/principal.ts';
import { at } from '#test/given.ts';
import { givenRoom, type Room } from '../questions/given/room.ts';
import { openDueReviews, remindOfMeetings } from './keeper.ts';
import type { ReviewSummary, ReviewView } from './schemas.ts';
import { computeInsights } from './shares.ts';

let room: Room;
const portal = '/v1/portal/grown/reviews';
type Problem = { code: string };
type Page = { items: ReviewSummary[]; next: string | null; total: number | null };

beforeAll(async () => {
  room = await givenRoom();
}, 60_000);
afterAll(async () => {
  await room.it.stop();
  expect(room.it.failed).toEqual([]);
});

const order = (who: Principal, path: string, body: object, key?: string) =>
  room.send<ReviewView & Problem>(who, 'POST', path, body, key ? { 'idempotency-key': key } : {});
const done = async (who: Principal, path: string, body: object): Promise<ReviewView> => {
  const answer = await order(who, path, body);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};
const read = async <T>(who: Principal, path: string) => (await room.send<T>(who, 'GET', path)).body;
const slot = (day: string) => ({ from: `${day}T10:00:00Z`, until: `${day}T11:00:00Z` });
const since = async (work: () => Promise<unknown>) => {
  const before = (await room.letters()).length;
  await work();
  return (await room.letters()).slice(before);
};
const context = () => ({ pool: room.it.db.app, clock: () => now, actor: 'worker', wake: () => undefined });
let now = at('2026-06-10T12:00:00Z');
const turnTo = (text: string) => {
  now = at(text);
  room.it.turnTo(now);
};

describe('a review', () => {
  test('is asked for by the customer; the owner hears of it; there is one at a time', async () => {
    const letters = await since(() => done(room.dana, portal, {}));
    expect(letters).toEqual(['review.due sam.ortiz@meridian.example']);
    expect((await order(room.sam, '/v1/customers/grown/reviews', {})).body.code).toBe('review_open');
    const view = await read<ReviewView>(room.sam, '/v1/reviews/R-grown-1');
    expect(view).toMatchObject({ status: 'due', cause: 'asked', from: '2026-01-01', until: '2026-06-10' });
    expect(view.page!.lines[0]).toMatchObject({
      limit: '100',
      peak: { value: '120' },
      above: 1,
      suggestion: 'more',
    });
  });

  test('shows both sides the same page', async () => {
    const [ours, theirs] = [
      await read<ReviewView>(room.sam, '/v1/reviews/R-grown-1'),
      await read<ReviewView>(room.dana, `${portal}/R-grown-1`),
    ];
    expect(theirs.page).toEqual(ours.page);
    expect(theirs.digest).toBe(ours.digest);
  });

  test('is booked by one side offering times and the other saying yes, once', async () => {
    const path = '/v1/reviews/R-grown-1';
    const offered = await since(() =>
      done(room.sam, `${path}/offer`, { slots: [slot('2026-06-17'), slot('2026-06-18')], note: 'By phone?' }),
    );
    expect(offered).toEqual(['review.offered dana@mail.example', 'review.offered kim@mail.example']);
    expect((await order(room.sam, `${path}/accept`, slot('2026-06-17'))).body.code).toBe('own_offer');
    const other = await order(room.dana, `${portal}/R-grown-1/accept`, slot('2026-06-19'));
    expect(other.body.code).toBe('slot_not_offered');
    const yes = { ...slot('2026-06-17'), place: 'Call 1234' };
    const letters = await since(async () => {
      for (let i = 0; i < 2; i += 1)
        expect((await order(room.dana, `${portal}/R-grown-1/accept`, yes, 'once-booked')).status).toBe(200);
    });
    expect(letters).toEqual(['review.booked kim@mail.example', 'review.booked sam.ortiz@meridian.example']);
    expect(await read(room.kim, `${portal}/R-grown-1`)).toMatchObject({
      ...{ status: 'booked', place: 'Call 1234', meeting: { from: '2026-06-17T10:00:00Z' } },
    });
  });

  test('is a meeting that calendars take in, and move by the same id and a higher sequence', async () => {
    const ics = () => room.it.text(`${portal}/R-grown-1/meeting.ics`);
    room.it.as(room.dana);
    const before = await ics();
    expect(before).toContain('DTSTART:20260617T100000Z');
    expect(before).toContain('LOCATION:Call 1234');
    await done(room.dana, `${portal}/R-grown-1/offer`, { slots: [slot('2026-06-22')] });
    expect(await ics()).toContain('STATUS:CANCELLED');
    await done(room.sam, '/v1/reviews/R-grown-1/accept', slot('2026-06-22'));
    room.it.as(room.dana);
    const after = await ics();
    expect(after).toContain('DTSTART:20260622T100000Z');
    const [one, two] = [before, after].map((text) => ({
      uid: /UID:(.*)\r/.exec(text)![1],
      sequence: Number(/SEQUENCE:(\d+)/.exec(text)![1]),
    }));
    expect(two!.uid).toBe(one!.uid);
    expect(two!.sequence).toBeGreaterThan(one!.sequence);
  });

  test('is reminded of on the day before, once', async () => {
    expect(await since(() => remindOfMeetings(context()))).toEqual([]);
    turnTo('2026-06-21T10:00:00Z');
    expect(await since(() => remindOfMeetings(context()))).toEqual([
      'review.soon dana@mail.example',
      'review.soon kim@mail.example',
      'review.soon sam.ortiz@meridian.example',
    ]);
    expect(await since(() => remindOfMeetings(context()))).toEqual([]);
  });

  test('is held, and its page stays as both saw it, whatever is counted later', async () => {
    const path = '/v1/reviews/R-grown-1';
    const outcomes = [
      { kind: 'more', what: 'Twenty calls more from July.', side: 'customer', dueOn: '2026-07-01' },
      { kind: 'training', what: 'Show the team its dashboard.', side: 'vendor' },
    ];
    const hold = { summary: 'We looked at March.', outcomes };
    expect((await order(room.sam, `${path}/hold`, hold)).body.code).toBe('meeting_not_begun');
    turnTo('2026-06-22T10:30:00Z');
    const held = await done(room.sam, `${path}/hold`, hold);
    expect(held).toMatchObject({ status: 'held', frozen: true, held: { summary: 'We looked at March.' } });
    const { rows } = await room.it.db.admin.query(
      `SELECT payload ->> 'page' AS page FROM event WHERE type = 'review.held'`,
    );
    expect(rows).toEqual([{ page: held.digest }]);
    const seen = await read<ReviewView>(room.dana, `${portal}/R-grown-1`);
    expect(seen).toMatchObject({ digest: held.digest, agreed: [{ what: outcomes[0]!.what }, {}] });
    turnTo('2026-06-29T00:00:00Z');
    expect((await read<ReviewView>(room.dana, `${portal}/R-grown-1`)).page).toEqual(held.page);
  });

  test('has outcomes that end, done or given up with a reason', async () => {
    const path = '/v1/reviews/R-grown-1/outcomes';
    expect((await order(room.sam, `${path}/1/end`, { how: 'given-up' })).body.code).toBe('why_missing');
    await done(room.sam, `${path}/1/end`, { how: 'done' });
    const view = await done(room.sam, `${path}/2/end`, { how: 'given-up', why: 'They know it well.' });
    expect(view).toMatchObject({
      open: 0,
      agreed: [{ ended: { how: 'done' } }, { ended: { why: 'They know it well.' } }],
    });
    expect((await order(room.sam, `${path}/3/end`, { how: 'done' })).body.code).toBe('outcome_unknown');
  });
});

describe('who may', () => {
  test('auditors read and do nothing; staff see the portal and book nothing there', async () => {
    expect((await read<ReviewView>(room.auditor, '/v1/reviews/R-grown-1')).commands).toEqual([]);
    expect((await order(room.auditor, '/v1/customers/grown/reviews', {})).status).toBe(403);
    expect((await read<ReviewView>(room.sam, `${portal}/R-grown-1`)).commands).toEqual([]);
    expect((await order(room.sam, portal, {})).status).toBe(403);
  });

  test('another customer finds nothing, and neither does it by its own address', async () => {
    for (const path of [portal, `${portal}/R-grown-1`, '/v1/portal/others/reviews/R-grown-1'])
      expect((await room.send(room.others, 'GET', path)).status).toBe(404);
    expect((await read<Page>(room.others, '/v1/portal/others/reviews')).items).toEqual([]);
    expect((await room.send(room.others, 'GET', '/v1/reviews/R-grown-1')).status).toBe(403);
  });

  test('the partner reads and meets', async () => {
    expect((await read<Page>(room.partner, portal)).total).toBe(1);
    expect((await read<ReviewView>(room.partner, `${portal}/R-grown-1`)).commands).toHaveLength(3);
  });
});

describe('by itself', () => {
  test('a review is opened when its turn comes, once, however often one looks', async () => {
    turnTo('2026-10-05T08:00:00Z');
    const letters = await since(async () => {
      await Promise.all([openDueReviews(context()), openDueReviews(context())]);
      await openDueReviews(context());
    });
    expect(letters.filter((letter) => letter.startsWith('review.due'))).toHaveLength(2);
    const { items } = await read<Page>(room.sam, '/v1/reviews?show=open');
    expect(items.map(({ id, cause }) => `${id} ${cause}`).sort()).toEqual([
      'R-grown-2 renewal',
      'R-others-1 renewal',
    ]);
    const tasks = await read<{ items: { place: string }[] }>(room.sam, '/v1/tasks');
    expect(tasks.items.map(({ place }) => place)).toContain('/reviews/R-grown-2');
  });

  test('as the policy says; it is changed by who has seen it', async () => {
    const form = { everyMonths: 6, beforeRenewalDays: null };
    const put = (version: string) =>
      room.send<Problem>(room.sam, 'PUT', '/v1/review-policy', form, { 'if-match': `"${version}"` });
    expect((await put('0')).status).toBe(200);
    expect((await put('0')).body.code).toBe('version_conflict');
    expect(await read(room.auditor, '/v1/review-policy')).toEqual({ ...form, version: 1 });
  });

  test('of two customers nothing is said about similar ones', async () => {
    await computeInsights(context());
    expect(await read(room.dana, '/v1/portal/grown/insights')).toEqual({ quarter: '2026-Q3', insights: [] });
  });
});
