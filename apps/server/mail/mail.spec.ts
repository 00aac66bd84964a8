import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessScope, inAccess } from '#business/identity/accessScope.store.ts';
import { settleMode } from '#business/identity/installation.store.ts';
import { vendorWide, withScope } from '#platform/database/scope.ts';
import { after, day, hour, type Instant, minute } from '#platform/instant.ts';
import { type Letter, queueMail, readMail } from '#platform/mail/mail.store.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { at } from '#test/given.ts';
import { type MailServer, mailServer } from '../alerts/given/mailServer.ts';
import { type Mailer, mailerBy } from '../alerts/mailer.ts';
import { type MailSending, startMail } from './sendMail.ts';

let db: TestDatabase;
let server: MailServer;
let mailer: Mailer;
let now = at('2026-11-22T10:00:00Z');
const failed: unknown[] = [];
const started: MailSending[] = [];

beforeAll(async () => {
  db = await testDatabase();
  server = await mailServer();
  mailer = mailerBy(server.url, 'Meridian <licenses@meridian.example>');
});
afterAll(async () => {
  for (const one of started) await one.stop();
  mailer.close();
  await server.stop();
  expect(failed).toEqual([]);
});

/** One sends at a time: another would take letters from it every two seconds. */
async function sending(by: Mailer | null): Promise<MailSending> {
  for (const before of started.splice(0)) await before.stop();
  const one = startMail({ pool: db.app, clock: () => now }, by, (error) => failed.push(error));
  started.push(one);
  return one;
}
const queue = (differs: Partial<Letter> = {}, customer: string = accessScope) =>
  withScope(db.app, { customers: [customer], actor: 'x' }, (tx) =>
    queueMail(tx, {
      ...{ customer, kind: 'invitation', now },
      to: { name: 'Dana Wells', address: 'dana@northwind.example' },
      ...{ subject: 'You are invited', text: 'https://…/sign-in#secret' },
      ...differs,
    }),
  );
const letters = (customer: string = accessScope) =>
  withScope(db.app, { customers: [customer], actor: 'x' }, (tx) => readMail(tx, { before: null, most: 10 }));
const pass = (span: number) => {
  now = after(now, span) as Instant;
};

describe('a letter', () => {
  test('goes out once, and then says no more to whom and what', async () => {
    const mail = await sending(mailer);
    await queue({ replyTo: { name: 'Sam', address: 'sam@meridian.example' } });
    await mail.settle();
    await mail.settle();
    expect(server.received).toHaveLength(1);
    const [received] = server.received.splice(0);
    expect(received).toMatchObject({ subject: 'You are invited' });
    expect(received!.replyTo?.text).toContain('sam@meridian.example');
    const [kept] = await letters();
    expect(received!.messageId).toBe(`<${kept!.key}@meridian.example>`);
    expect(kept).toMatchObject({ status: 'sent', to: null, replyTo: null, subject: null, text: null });
    const { rows } = await db.admin.query('SELECT mail_message::text AS all FROM mail_message');
    expect(JSON.stringify(rows)).not.toMatch(/dana|secret|Sam/i);
  });

  test('of a transaction that fails is never sent', async () => {
    await expect(
      withScope(db.app, { customers: [vendorWide], actor: 'x' }, async (tx) => {
        await queueMail(tx, {
          ...{ customer: vendorWide, kind: 'k', now, subject: 's', text: 't' },
          to: { name: 'N', address: 'n@x.example' },
        });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await (await sending(mailer)).settle();
    expect(server.received).toEqual([]);
  });

  test('that cannot go out now is tried again later, and given up after a day, empty', async () => {
    const mail = await sending(mailer);
    server.answerWith(450);
    await queue();
    await mail.settle();
    expect((await letters())[0]).toMatchObject({
      status: 'waiting',
      attempts: 1,
      to: { name: 'Dana Wells' },
    });
    pass(minute / 2);
    await mail.settle();
    expect((await letters())[0]).toMatchObject({ attempts: 1 });
    for (let i = 0; i < 12; i++) {
      pass(4 * hour);
      await mail.settle();
    }
    expect((await letters())[0]).toMatchObject({ status: 'failed', attempts: 12, to: null, text: null });
    server.answerWith(null);
  });

  test('that the server refuses for good is not sent again', async () => {
    server.answerWith(550);
    await queue();
    await (await sending(mailer)).settle();
    expect((await letters())[0]).toMatchObject({ status: 'failed', attempts: 1, to: null });
    server.answerWith(null);
  });

  test('whose link has ended does not go out', async () => {
    await queue({ usefulUntil: after(now, 15 * minute) });
    pass(15 * minute);
    await (await sending(mailer)).settle();
    expect((await letters())[0]).toMatchObject({ status: 'outdated', text: null });
    expect(server.received).toEqual([]);
  });

  test('without a mail server waits for one', async () => {
    await queue();
    await (await sending(null)).settle();
    expect((await letters())[0]).toMatchObject({
      status: 'waiting',
      detail: expect.stringContaining('GOODTERMS_SMTP_URL'),
    });
    pass(day);
    await (await sending(mailer)).settle();
    expect(server.received.splice(0)).toHaveLength(1);
  });

  test('is shown in place of sent, and kept, where the demo runs', async () => {
    await inAccess(db.app, 'x', (tx) => settleMode(tx, { wanted: 'demo', hasCustomers: false, now }));
    await queue();
    await (await sending(null)).settle();
    expect((await letters())[0]).toMatchObject({
      status: 'shown',
      to: { name: 'Dana Wells' },
      subject: 'You are invited',
    });
    await queue();
    await (await sending(mailer)).settle();
    expect((await letters())[0]).toMatchObject({ status: 'sent', to: { name: 'Dana Wells' } });
    expect(server.received.splice(0)).toHaveLength(1);
  });

  test('about signing in is read by no customer and on no page of the vendor', async () => {
    expect(await letters(vendorWide)).toEqual([]);
    expect(await letters('northwind')).toEqual([]);
  });
});
