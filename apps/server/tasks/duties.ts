import { can } from '#business/identity/can.ts';
import { readStaff } from '#business/identity/staff.store.ts';
import { listDuties } from '#business/remediation/duty.store.ts';
import { dateIn } from '#platform/instant.ts';
import { ownersOf } from './owners.ts';
import { mostOfKind, type TaskKind } from './task.ts';

/** What customers owed by a date that has passed: of those I own, and, where my role records what came in, of those nobody in the team owns. */
export const dutyTasks: TaskKind = async (tx, principal, now) => {
  const place = { after: null, limit: 10 * mostOfKind };
  const today = dateIn(now, 'UTC');
  const overdue = await listDuties(tx, { states: ['overdue'], customer: null, today }, place);
  if (overdue.length === 0) return [];
  const owners = await ownersOf(tx, await readStaff(tx));
  const forWhom = (customer: string) => {
    const owner = owners.get(customer);
    if (owner === principal.account) return 'me' as const;
    return owner === undefined && can(principal, 'duties.record') ? ('my role' as const) : null;
  };
  return overdue
    .flatMap(({ body }) => {
      const whose = forWhom(body.customer.id);
      if (whose === null) return [];
      return {
        id: `duty ${body.customer.id} ${body.agreement} ${body.duty.id} ${body.dueOn}`,
        kind: 'Duty',
        title: body.duty.plain,
        detail: 'It has not come in. Ask for it, or record the day it came.',
        customer: body.customer.id,
        place: '/duties',
        dueOn: body.dueOn,
        for: whose,
      };
    })
    .slice(0, mostOfKind);
};
