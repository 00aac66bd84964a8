import { type Principal, roleOf } from './principal.ts';
import { customerRoles, type Role, staffRoles } from './roles.ts';

const customers = customerRoles;
/** Everybody at the vendor but the auditor, who changes nothing. */
const workers = staffRoles.filter((role) => role !== 'auditor');

/**
 * What can be done here, and the roles that may. Routes, buttons and the golden matrix read this one table; an
 * administrator runs the installation and may do whatever the vendor's side does.
 */
export const mayDo = {
  /** Read what the workspace shows. */
  'work.read': staffRoles,
  /** Notes, assignments, saved filters. */
  'work.write': workers,
  'findings.decide': ['license-manager', 'legal', 'administrator'],
  'alerts.acknowledge': ['license-manager', 'customer-success', 'sales', 'administrator'],
  'alerts.rules': ['license-manager', 'customer-success', 'administrator'],
  'customers.change': ['license-manager', 'customer-success', 'sales', 'deal-desk', 'administrator'],
  'agreements.change': ['license-manager', 'deal-desk', 'legal', 'administrator'],
  'catalog.change': ['license-manager', 'deal-desk', 'product', 'finance', 'administrator'],
  /** Tables of customers, products, prices, orders. */
  'papers.import': ['license-manager', 'deal-desk', 'administrator'],
  'usage.import': ['license-manager', 'product', 'administrator'],
  /** Which of two contents of a record counts, who is one person, what is a machine. */
  'usage.decide': ['license-manager', 'administrator'],
  'people.erase': ['license-manager', 'legal', 'security', 'administrator'],
  'directories.manage': ['license-manager', 'security', 'administrator'],
  'duties.record': ['license-manager', 'customer-success', 'legal', 'finance', 'administrator'],
  'flags.raise': ['license-manager', 'customer-success', 'sales', 'legal', 'administrator'],
  'quotes.write': ['license-manager', 'customer-success', 'sales', 'deal-desk', 'finance', 'administrator'],
  'quotes.decide': ['license-manager', 'sales', 'deal-desk', 'administrator'],
  'quotes.bill': ['license-manager', 'deal-desk', 'finance', 'administrator'],
  'triage.change': ['license-manager', 'administrator'],
  'controls.run': ['license-manager', 'legal', 'security', 'administrator'],
  /** People of the vendor, their roles, programs that sign in by a token. */
  'team.change': ['administrator'],
  /** Invite people of a customer or a partner, and close their accounts. */
  'access.invite': ['license-manager', 'customer-success', 'administrator'],
  'mail.read': ['administrator'],
  'questions.answer': workers,
  'questions.policy': ['license-manager', 'customer-success', 'administrator'],
  'orders.decide': ['license-manager', 'sales', 'deal-desk', 'administrator'],
  'orders.policy': ['license-manager', 'deal-desk', 'finance', 'administrator'],
  'reviews.hold': ['license-manager', 'customer-success', 'sales', 'administrator'],
  'reviews.policy': ['license-manager', 'customer-success', 'administrator'],
  /** One's own session, account, notifications and tasks. */
  'account.own': [...staffRoles, ...customers, 'partner'],
  /** Staff see the portal as a preview: as the customer sees it. */
  'portal.read': [...staffRoles, ...customers, 'partner'],
  'portal.ask': [...customers, 'partner'],
  'portal.alerts': customers,
  /** What a customer set for itself, and who hears of it, is nothing to its partner. */
  'portal.alerts.read': [...staffRoles, ...customers],
  /** What the person has seen or read; writes nothing else. */
  'portal.seen': [...customers, 'partner'],
  'portal.meet': [...customers, 'partner'],
  'portal.order': ['customer-administrator'],
  /** Choose what an administrator of the customer may order, and take one's own choice back. */
  'portal.prepare': customers,
  'portal.people': ['customer-administrator'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Action = keyof typeof mayDo;

/** All actions, in the order of the table. */
export const actions = Object.keys(mayDo) as Action[];

/** Whether a role may do something. */
export function roleCan(role: Role, action: Action): boolean {
  return (mayDo[action] as readonly Role[]).includes(role);
}

/** Whether whoever asks may do something; where (which customers) is a question of its own. */
export function can(principal: Principal, action: Action): boolean {
  return roleCan(roleOf(principal), action);
}
