import type { CustomerRole, Role, StaffRole } from './roles.ts';

/** Who asks: an account, and what it was given. `account` is the actor of events; of staff it is the id in the team. */
export type Principal =
  | { readonly kind: 'staff'; readonly account: string; readonly role: StaffRole }
  | { readonly kind: 'partner'; readonly account: string; readonly partner: string }
  | {
      readonly kind: 'customer';
      readonly account: string;
      readonly customer: string;
      readonly role: CustomerRole;
    };

/** Returns the one role of whoever asks. */
export function roleOf(principal: Principal): Role {
  return principal.kind === 'partner' ? 'partner' : principal.role;
}
