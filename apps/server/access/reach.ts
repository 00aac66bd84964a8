import type { Principal } from '#business/identity/principal.ts';
import { customersOfPartner } from '#business/partners/partner.store.ts';
import { asStaff, type ServerContext } from '../context.ts';
import type { Reach } from './current.ts';

/** Returns whose customers somebody may reach: staff all, a partner those it sells to or speaks for, a customer itself. */
export async function reachOf(context: ServerContext, principal: Principal): Promise<Reach> {
  switch (principal.kind) {
    case 'staff':
      return 'all';
    case 'customer':
      return [principal.customer];
    case 'partner':
      return asStaff(context, (tx) => customersOfPartner(tx, principal.partner));
  }
}
