import { customerIds } from '#business/customers/customer.store.ts';
import { accessScope, inAccess } from '#business/identity/accessScope.store.ts';
import { readMode } from '#business/identity/installation.store.ts';
import { type Tx, vendorWide, withScope } from '#platform/database/scope.ts';
import { type QueuedMail, settleMail, takeMail } from '#platform/mail/mail.store.ts';
import type { Mailer } from '../alerts/mailer.ts';
import type { ServerContext } from '../context.ts';

/** What sends queued letters in the background. */
export type MailSending = {
  /** Sends whatever is due now; resolves when nothing is any more. */
  readonly settle: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

type Outcome = Parameters<typeof settleMail>[2];

const pause = 2_000;

/**
 * Starts sending letters by the mail server of alerts, with the same patience. Where the demo runs and no mail server is
 * set, letters are shown on a page of the workspace; without a demo they wait for one and are given up after about a day.
 */
export function startMail(
  context: Pick<ServerContext, 'pool' | 'clock'>,
  mailer: Mailer | null,
  report: (error: unknown) => void,
): MailSending {
  const { pool, clock } = context;
  let running: Promise<void> | null = null;
  let stopped = false;

  async function round(): Promise<void> {
    const keep = (await inAccess(pool, 'mail', readMode)) === 'demo';
    while (!stopped) {
      const mail = await withLetters(context, (tx) => takeMail(tx, clock()));
      if (!mail) return;
      const outcome = await send(mail, { mailer, keep, now: clock() });
      const scope = { customers: [mail.customer], actor: 'mail' };
      await withScope(pool, scope, (tx) => settleMail(tx, mail, outcome, { keep, now: clock() }));
    }
  }

  function settle(): Promise<void> {
    running ??= round().finally(() => {
      running = null;
    });
    return running;
  }

  const timer = setInterval(() => void settle().catch(report), pause);
  return {
    settle: async () => {
      await running;
      await settle();
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running?.catch(report);
    },
  };
}

/** Runs `work` where every letter is seen: those of customers, of the vendor and of signing in. */
export async function withLetters<T>(
  { pool }: Pick<ServerContext, 'pool'>,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const customers = await withScope(pool, { customers: [], actor: 'mail' }, customerIds);
  return withScope(pool, { customers: [...customers, vendorWide, accessScope], actor: 'mail' }, work);
}

async function send(
  { key, to, replyTo, subject, text, usefulUntil }: QueuedMail,
  { mailer, keep, now }: { mailer: Mailer | null; keep: boolean; now: number },
): Promise<Outcome> {
  if (usefulUntil !== null && now >= usefulUntil)
    return { status: 'outdated', detail: 'What it tells of was over before it could go out.' };
  if (!mailer && keep) return { status: 'shown', detail: 'No mail server is set: it is shown here instead.' };
  if (!mailer) return { status: 'waiting', detail: 'No mail server is set (GOODTERMS_SMTP_URL).' };
  if (to === null || subject === null || text === null)
    return { status: 'failed', detail: 'Addressee or words were erased before it could go out.' };
  const tried = await mailer.send({ id: key, to, ...(replyTo ? { replyTo } : {}), subject, text });
  if (tried.kind === 'sent') return { status: 'sent' };
  return { status: tried.kind === 'never' ? 'failed' : 'waiting', detail: tried.detail };
}
