import { readCustomer } from '#business/customers/customer.store.ts';
import type { Contact, Customer } from '#business/customers/customer.ts';
import { accountById } from '#business/identity/accounts.store.ts';
import { readStaff, type Staff } from '#business/identity/staff.store.ts';
import { partners } from '#business/partners/partner.store.ts';
import type { Asker } from '#business/questions/question.ts';
import { readNameOf } from '#business/usage/usage.store.ts';
import type { Tx } from '#platform/database/scope.ts';

/** What stands for a name that was erased. */
export const somebody = 'somebody whose name was erased';

/** The people of a customer's threads, on both sides, looked up once. */
export type People = {
  readonly customer: Customer;
  /** Who of the vendor answers: a person of the team, or whoever owns the customer. */
  readonly answering: (person: string | null) => Contact & { readonly id: string | null };
  readonly staffName: (id: string) => string;
  readonly asker: (by: Asker) => Promise<{ readonly name: string; readonly partner: string | null }>;
  /** The key under which a source names a person of a count. */
  readonly counted: (identity: string) => string;
  readonly team: readonly Staff[];
};

/** Returns the people of a customer's threads, or `undefined` when there is no such customer in scope. */
export async function readPeople(tx: Tx, id: string): Promise<People | undefined> {
  const customer = await readCustomer(tx, id);
  if (!customer) return undefined;
  const team = await readStaff(tx);
  const known = new Map(team.map((one) => [one.id, one]));
  const nameOf = await readNameOf(tx, id);
  const partnerNames = new Map((await partners(tx)).map((partner) => [partner.id, partner.name]));
  return {
    customer,
    team,
    answering: (person) => {
      const staff = person === null ? undefined : known.get(person);
      if (!staff) return { id: null, ...customer.owner };
      return { id: staff.id, name: staff.name, email: staff.email, role: roleWords(staff.role) };
    },
    staffName: (staff) => known.get(staff)?.name ?? somebody,
    asker: async ({ account, partner }) => ({
      name: (await accountById(tx, account))?.name || somebody,
      partner: partner === null ? null : (partnerNames.get(partner) ?? partner),
    }),
    counted: nameOf,
  };
}

function roleWords(role: string): string {
  const words = role.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Whether an address was that of somebody who has left the team: papers may name them still. */
export function hasLeft(team: readonly Staff[], address: string): boolean {
  const same = team.filter(({ email }) => email.toLowerCase() === address.toLowerCase());
  return same.length > 0 && same.every(({ active }) => !active);
}

/** Returns who owns a customer as a person of the team, by the address in its papers; `null` where that is none of the team. */
export function ownerIn(team: readonly Staff[], { owner }: Customer): string | null {
  const email = owner.email.toLowerCase();
  return team.find((one) => one.active && one.email.toLowerCase() === email)?.id ?? null;
}
