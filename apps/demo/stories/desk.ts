import type { StaffRole } from '#business/identity/roles.ts';
import { addDays, dateIn, type Instant } from '#platform/instant.ts';
import { type DemoDates, demoDates } from '../dates.ts';
import { restOfTheTeam } from '../people.ts';
import { type Ask, asker, type Fetch } from './ask.ts';
import { orderTable } from './ordering.ts';
import { triageTable } from './triage.ts';

type Listed<T> = { readonly items: readonly T[] };

/**
 * Plays what a team of four did with the demo vendor before you came: assignments, notes, a flag, receipts, saved filters,
 * rules, a quote, a spreadsheet, the checklist of the quarter. To be played once, when the files are in and everybody was
 * examined. Throws on the first request that is refused. Suggestions about people stay suggestions.
 */
export async function playDesk(fetch: Fetch, address: string, now: Instant): Promise<void> {
  const ask = asker(fetch, address);
  const dates = demoDates(dateIn(now, 'UTC'));
  const team = await fourPeople(ask);
  for (const [name, role] of restOfTheTeam) await person(ask, name, role);
  await ask('PUT', '/v1/triage', { rows: triageTable(team) }, '0');
  await ask('PUT', '/v1/order-policy', { rows: orderTable() }, '0');
  await ask('PUT', '/v1/alert-rules', { rules: alertRules }, '0');
  await positions(ask, team, dates);
  await duties(ask);
  await ask('POST', '/v1/partners', reseller);
  await spreadsheet(ask, dates);
  await ask('POST', '/v1/customers/harborview/quotes', {
    agreement: 'AG-harborview',
    clause: 'seats',
    units: '10',
  });
  await checklist(ask, team.legal, dates);
}

/** Who works here, by role: the id of each. */
export type DemoTeam = Record<'manager' | 'success' | 'deals' | 'legal', string>;

async function fourPeople(ask: Ask): Promise<DemoTeam> {
  return {
    manager: await person(ask, 'Sam Ortiz', 'license-manager'),
    success: await person(ask, 'Priya Raman', 'customer-success'),
    deals: await person(ask, 'Jonas Weber', 'deal-desk'),
    legal: await person(ask, 'Amara Osei', 'legal'),
  };
}

async function person(ask: Ask, name: string, role: StaffRole): Promise<string> {
  const email = `${name.toLowerCase().replace(' ', '.')}@meridian.example`;
  const order = { name, email, role };
  const { items } = await ask<Listed<{ id: string; email: string }>>('POST', '/v1/team', order);
  return items.find((one) => one.email === email)!.id;
}

const alertRules = [
  { id: 'nine-tenths', threshold: { kind: 'percent', percent: '90' } },
  { id: 'before-renewal', threshold: { kind: 'forecast', before: 'renewal' } },
];

const reseller = {
  id: 'tessera',
  name: 'Tessera Partners',
  contactName: 'Noor Haddad',
  contactEmail: 'noor.haddad@tessera.example',
  contactRole: 'Account lead',
  sellsTo: ['copperfield', 'harborview'],
};

async function positions(ask: Ask, team: DemoTeam, { today, until }: DemoDates): Promise<void> {
  const assign = (customer: string, clause: string, staff: string) =>
    ask('POST', `/v1/customers/${customer}/assignments`, { agreement: `AG-${customer}`, clause, staff });
  await assign('brightline', 'cad', team.success);
  await assign('solano', 'territory', team.legal);
  await ask('POST', '/v1/customers/brightline/notes', {
    text: 'Lena Hoffmann said on the phone that the new office in Graz opened in September. She expects to order before the renewal.',
    author: team.success,
  });
  await ask('POST', '/v1/customers/solano/flags', {
    kind: 'in-renewal-talks',
    until: `${addDays(today, 45)}T00:00:00Z`,
    reason: 'We are talking about a wider territory for the next term.',
  });
  const filter = (name: string, address: string) => ask('POST', '/v1/positions/filters', { name, address });
  await filter('Atlas, close to the limit', 'product=atlas&status=near&status=beyond');
  await filter('Renewing, and beyond', `status=beyond&renewsUntil=${until}&order=renews`);
}

/** Harborview has sent every report; of Brightline the latest one is missing. */
async function duties(ask: Ask): Promise<void> {
  for (const [customer, missing] of [
    ['harborview', 0],
    ['brightline', 1],
  ] as const) {
    const { items } = await ask<Listed<{ agreement: string; duty: { id: string }; dueOn: string }>>(
      'GET',
      `/v1/duties?customer=${customer}&state=overdue`,
    );
    const due = items.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
    for (const { agreement, duty, dueOn } of due.slice(0, due.length - missing))
      await ask('POST', `/v1/customers/${customer}/duties/receive`, {
        agreement,
        duty: duty.id,
        dueOn,
        receivedOn: addDays(dueOn as DemoDates['today'], -3),
      });
  }
}

/** The sales team's list of orders under way comes in as a table, with one row that needs a second look. */
async function spreadsheet(ask: Ask, { today }: DemoDates): Promise<void> {
  const rows = [
    'Customer,Id,Clause,Units,Since',
    `harborview,OO-231,seats,10,${addDays(today, -6)}`,
    `nortwind,OO-232,seats,20,${addDays(today, -2)}`,
    '',
  ];
  type Step = { readonly id: number; readonly digest: string };
  const at = '/v1/paper-imports';
  const { id } = await ask<Step>('POST', `${at}?kind=openOrders&file=open-orders.csv`, rows.join('\n'));
  const { digest } = await ask<Step>('POST', `${at}/${id}/preview`);
  await ask('POST', `${at}/${id}/apply`, { digest, rows: 'good' });
}

/** The checklist of this quarter is run; the first thing that is missing is given to somebody. */
async function checklist(ask: Ask, staff: string, { today }: DemoDates): Promise<void> {
  type Control = { readonly code: string; readonly task: { readonly status: string } | null };
  type Audit = { readonly quarter: string; readonly controls: readonly Control[] };
  const { quarter, controls } = await ask<Audit>('POST', '/v1/control-audits');
  const open = controls.find(({ task }) => task?.status === 'open');
  if (!open) return;
  const path = `/v1/control-audits/${quarter}/tasks/${open.code}/assign`;
  await ask('POST', path, { staff, dueOn: addDays(today, 14) });
}
