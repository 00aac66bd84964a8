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
  { wanted, hasCustomers }: { readonly wanted: Mode; readonly hasCustomers: boolean },
): Promise<Beginning> {
  await warmUp();
  return inAccess(pool, 'start', async (tx) => {
    const mode = await settleMode(tx, { wanted, hasCustomers, now: clock() });
    if (mode === 'demo' || (await hasAdministrator(tx))) return { mode };
    return { mode, welcome: makeWelcome() };
  });
}

/** Returns the lines that the start prints last. */
export function beginningWords(publicUrl: string, { welcome }: Beginning): string[] {
  if (!welcome) return [`Goodterms is at ${publicUrl}`];
  return [
    `Goodterms is at ${publicUrl}`,
    '',
    'Nobody runs it yet. Whoever opens this address becomes its administrator; it works once, until this program ends:',
    linkAddress(publicUrl, 'welcome', welcome.token),
  ];
}
