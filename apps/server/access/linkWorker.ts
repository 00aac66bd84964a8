import { accessScope, inAccess } from '#business/identity/accessScope.store.ts';
import { signsInByLink } from '#business/identity/account.ts';
import { accountsByEmail } from '#business/identity/accounts.store.ts';
import { dropEndedAttempts } from '#business/identity/attempt.store.ts';
import { linkAddress, recoveryLetter, signInLetter } from '#business/identity/letters.ts';
import { dropEndedLinks, makeLink } from '#business/identity/link.store.ts';
import { type LinkRequest, takeLinkRequest } from '#business/identity/linkRequest.store.ts';
import { dropEndedSessions } from '#business/identity/session.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { hour, type Instant } from '#platform/instant.ts';
import { queueMail } from '#platform/mail/mail.store.ts';
import type { Access } from './identify.ts';

/** What answers requests for links in the background, and tidies up what is over. */
export type LinkWorker = { readonly settle: () => Promise<void>; readonly stop: () => Promise<void> };

const pause = 1_000;

/**
 * Starts answering requests for links: each is taken out, looked up, and its letter queued in one transaction. Crash
 * anywhere, and the request is there still, or the letter is.
 */
export function startLinkWorker(
  { context, settings }: Pick<Access, 'context' | 'settings'>,
  report: (error: unknown) => void,
): LinkWorker {
  const { pool, clock } = context;
  let running: Promise<void> | null = null;
  let stopped = false;
  let tidied = 0 as Instant;

  async function round(): Promise<void> {
    while (!stopped) {
      const now = clock();
      const found = await inAccess(pool, 'sign-in', async (tx) => {
        const request = await takeLinkRequest(tx);
        if (request) await answer(tx, request, settings.publicUrl, now);
        return request;
      });
      if (!found) break;
    }
    if (clock() < tidied + hour) return;
    tidied = clock();
    await inAccess(pool, 'sign-in', async (tx) => {
      await dropEndedSessions(tx, tidied);
      await dropEndedLinks(tx, tidied);
      await dropEndedAttempts(tx, tidied);
    });
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

/** Who has an account inside and one outside gets the link they asked for; who has one, the one there is. */
async function answer(tx: Tx, request: LinkRequest, publicUrl: string, now: Instant): Promise<void> {
  const { email, place } = request;
  const open = (await accountsByEmail(tx, email)).filter(({ status }) => status === 'active');
  const inside = open.find(({ principal }) => !signsInByLink(principal));
  const outside = open.find(({ principal }) => signsInByLink(principal));
  const [account, purpose] =
    request.purpose === 'recover'
      ? inside
        ? [inside, 'recover' as const]
        : [outside, 'sign-in' as const]
      : outside
        ? [outside, 'sign-in' as const]
        : [inside, 'recover' as const];
  if (!account) return;
  const { token, until } = await makeLink(tx, { purpose, email, place, now });
  const { name } = account;
  const write = purpose === 'recover' ? recoveryLetter : signInLetter;
  await queueMail(tx, {
    ...write({ name, address: linkAddress(publicUrl, 'link', token) }),
    ...{ customer: accessScope, to: { name, address: email }, usefulUntil: until, now },
  });
}
