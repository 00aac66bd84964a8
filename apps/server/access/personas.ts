import { randomUUID } from 'node:crypto';
import { customerIds } from '#business/customers/customer.store.ts';
import { inAccess } from '#business/identity/accessScope.store.ts';
import { acceptAccount, inviteAccount, type Person } from '#business/identity/account.store.ts';
import type { Whose } from '#business/identity/account.ts';
import { personas } from '#business/identity/accounts.store.ts';
import { readStaff } from '#business/identity/staff.store.ts';
import { vendorWide, withScope } from '#platform/database/scope.ts';
import type { ServerContext } from '../context.ts';

type Made = { readonly id: string; readonly whose: Whose; readonly person: Person | null };

/**
 * Opens accounts for the people of the demo: the team, of each customer its contact and a colleague, of each partner its
 * contact. Only for addresses under `.example`, which nobody has (RFC 2606), and only while there are none: whoever
 * joins later is invited like anybody.
 */
export async function makePersonas(
  { pool, clock }: Pick<ServerContext, 'pool' | 'clock'>,
  colleagues: Readonly<Record<string, string>>,
): Promise<void> {
  const customers = await withScope(pool, { customers: [], actor: 'demo' }, customerIds);
  const scope = { customers: [...customers, vendorWide], actor: 'demo' };
  const made = await withScope(pool, scope, async (tx): Promise<Made[]> => {
    const staff = (await readStaff(tx)).filter(({ active, email }) => active && isNobodys(email));
    const contacts = await tx.selectFrom('customer').select(['customer_id', 'body']).execute();
    const partners = await tx.selectFrom('partner').select(['id', 'body']).execute();
    return [
      ...staff.map(({ id }): Made => ({ id, whose: { kind: 'staff' }, person: null })),
      ...partners.map(({ id, body }) => personOf({ kind: 'partner', partner: id }, body.contact)),
      ...contacts.flatMap(({ customer_id: customer, body: { contact } }) => [
        personOf({ kind: 'customer', customer, role: 'customer-administrator' }, contact),
        ...colleagueOf(customer, contact.email, colleagues[customer]),
      ]),
    ].filter(({ person }) => person === null || isNobodys(person.email));
  });
  await inAccess(pool, 'demo', async (tx) => {
    if ((await personas(tx)).length > 0) return;
    const by = { actor: 'demo', now: clock() };
    for (const one of made) {
      const invited = await inviteAccount(tx, { ...one, persona: true }, by);
      if (invited.kind === 'done') await acceptAccount(tx, one.id, by);
    }
  });
}

function personOf(whose: Whose, { name, email }: Person): Made {
  return { id: randomUUID(), whose, person: { name, email } };
}

function colleagueOf(customer: string, email: string, name: string | undefined): Made[] {
  if (name === undefined) return [];
  const address = `${name.toLowerCase().replaceAll(' ', '.')}${email.slice(email.indexOf('@'))}`;
  return [personOf({ kind: 'customer', customer, role: 'customer-member' }, { name, email: address })];
}

function isNobodys(email: string): boolean {
  return email.endsWith('.example');
}
