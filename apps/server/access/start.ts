import { inAccess } from '#business/identity/accessScope.store.ts';
import { hasAdministrator } from '#business/identity/accounts.store.ts';
import { type Mode, settleMode } from '#business/identity/installation.store.ts';
import { linkAddress } from '#business/identity/letters.ts';
import type { ServerContext } from '../context.ts';
import { makeWelcome, type Welcome } from './firstAdministrator.ts';
import { warmUp } from './passwords.ts';

/** How an installation starts: whether it shows the demo, and what makes its first administrator where there is none. */
export type Beginning = { readonly mode: Mode; readonly welcome?: Welcome };

/** Puts down how the installation was started, and returns what follows from it. */
export async function beginAccess(
  { pool, clock }: Pick<ServerContext, 'pool' | 'clock'>,
  given: { readonly wanted: Mode; readonly hasCustomers: boolean; readonly administrator?: boolean },
): Promise<Beginning> {
  await warmUp();
  return inAccess(pool, 'start', async (tx) => {
    const mode = await settleMode(tx, { ...given, now: clock() });
    if (mode === 'demo') return { mode };
    const further = await hasAdministrator(tx);
    return further && !given.administrator ? { mode } : { mode, welcome: makeWelcome(further) };
  });
}

/** Returns the lines that the start prints last. */
export function beginningWords(publicUrl: string, { welcome }: Beginning): string[] {
  if (!welcome) return [`Goodterms is at ${publicUrl}`];
  return [
    `Goodterms is at ${publicUrl}`,
    '',
    `${welcome.further ? 'As was asked for' : 'Nobody runs it yet'}: whoever opens this address becomes ${welcome.further ? 'a further' : 'its'} administrator. It works once, until this program ends:`,
    linkAddress(publicUrl, 'welcome', welcome.token),
  ];
}
