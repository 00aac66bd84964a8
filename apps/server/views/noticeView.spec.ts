import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { after, day } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { agreement, catalog, customers } from '../given/papers.ts';
import { event, type Running, retraction, running } from '../given/running.ts';

let it: Running;
let clock = at('2026-07-10');
const nextDay = () => {
  clock = after(clock, day);
  it.turnTo(clock);
};

/** Both have 120 calls in March where 100 are allowed, and that is confirmed. */
beforeAll(async () => {
  it = await running(clock);
  await it.take('catalog', catalog());
  await it.take('customers', customers(['mistaken', 'gone']));
  await it.take('agreements', ['mistaken', 'gone'].map((id) => agreement(id)).join('---\n'));
  for (const id of ['mistaken', 'gone']) {
    await it.tell(id, event('a', at('2026-03-15'), 90), event('x', at('2026-03-15'), 30));
    const [finding] = (await it.page(id)).findings;
    const order = JSON.stringify({ expectedVersion: finding!.version, cause: 'growth', reason: 'By phone.' });
    const path = `/v1/customers/${id}/findings/${finding!.key}/confirm`;
    const answer = await it.send('POST', path, order, { 'content-type': 'application/json' });
    expect(answer.status).toBe(200);
  }
}, 60_000);
afterAll(async () => {
  await it.stop();
  expect(it.failed).toEqual([]);
});

const noticeOf = async (customer: string) => (await it.page(customer)).notices[0]!;

describe('a confirmed finding that is checked again', () => {
  const withMistake = async (units: number) => {
    nextDay();
    const mistake = `{ id: VM-9, clause: calls, from: 2026-03-01, until: 2026-04-01, units: ${units}, what: We set it up wrong. }`;
    const elsewhere = mistake.replace('VM-9', 'VM-8').replace('calls', 'seats').replace('it up', 'seats up');
    const relationship = `\n      vendorMistakes: [${elsewhere}, ${mistake}]`;
    await it.take('customers', customers(['mistaken', 'gone'], relationship));
    await it.settle();
    return noticeOf('mistaken');
  };

  test('our mistake behind a part of it is named, with its units and without a price; none of another clause is', async () => {
    expect((await noticeOf('mistaken')).text).toMatch(/€/);
    const notice = await withMistake(5);
    expect(notice).toMatchObject({ kind: 'notice', withheld: null });
    expect(notice.text).toContain('We set it up wrong. It explains 5 calls');
    expect(notice.text).not.toMatch(/€|set seats up/);
  });

  test('our mistake behind all of it makes it an apology, withheld for the question it raises', async () => {
    expect(await withMistake(20)).toMatchObject({
      kind: 'apology',
      withheld: 'A later check has raised a question: a mistake of our own may explain 20 of it.',
    });
  });
});

test('a confirmed finding that is cleared gets a correction that may go', async () => {
  nextDay();
  await it.tell('gone', retraction('r', 'x', at('2026-05-15')));
  const notice = await noticeOf('gone');
  expect(notice).toMatchObject({ kind: 'correction', withheld: null });
  expect(notice.text).toContain('Before: 120');
  expect(notice.text).toContain('Your use is within what we agreed.');
});
