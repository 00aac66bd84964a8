import { useQuery } from '@tanstack/react-query';
import { type Action, mayDo } from '#business/identity/can.ts';
import type { Role } from '#business/identity/roles.ts';
import { client, dataOf } from './client.ts';
import type { components } from './v1.d.ts';

/** Who is signed in, and what they may do. */
export type Session = components['schemas']['Session'];

export const sessionKey = ['session'] as const;

/** Who is signed in; read once, and again when the window is looked at after a while. */
export function useSession() {
  return useQuery({
    queryKey: sessionKey,
    queryFn: () => dataOf(client.GET('/v1/session')),
    staleTime: 5 * 60_000,
    retry: false,
  });
}

/** Whether something may be done. `why`: the reason it may not, as its reader understands it; `null` while nobody knows yet. */
export type May = { readonly may: true } | { readonly may: false; readonly why: string | null };

/** Whether whoever is signed in may do something. Where the session cannot be read, the server says so when it is tried. */
export function useMay(action: Action): May {
  const { data, error } = useSession();
  if (data) return mayOf(data, action);
  return error ? { may: true } : { may: false, why: null };
}

/** Whether whoever is signed in may do something; `false` until it is known. */
export function useCan(action: Action): boolean {
  return useMay(action).may;
}

/** Returns whether a session holds a right, and if not, who has it. */
export function mayOf({ can, role }: Pick<Session, 'can' | 'role'>, action: Action): May {
  if (can.includes(action)) return { may: true };
  return { may: false, why: `Not with your role (${roleName(role)}). Who may: ${whoMay(action)}.` };
}

/** Returns the roles of the vendor that may do something, as one reads them: `license managers, legal and administrators`. */
export function whoMay(action: Action): string {
  const names = (mayDo[action] as readonly Role[]).map((role) => many[role] ?? roleName(role));
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Returns a role in words: `license manager`. */
export function roleName(role: Role): string {
  return role.replaceAll('-', ' ');
}

const many: Partial<Record<Role, string>> = {
  'license-manager': 'license managers',
  auditor: 'auditors',
  administrator: 'administrators',
  partner: 'partners',
  'customer-administrator': 'administrators of the customer',
  'customer-member': 'members of the customer',
};
