import { controls } from '#business/assurance/control.ts';
import { readControlAudits } from '#business/assurance/controlAudit.store.ts';
import { can } from '#business/identity/can.ts';
import type { CalendarDate } from '#platform/instant.ts';
import type { TaskKind } from './task.ts';

/** Controls that are not as they should be: mine, and those nobody has, where my role runs controls. Of audits that are still open. */
export const controlTasks: TaskKind = async (tx, principal) => {
  const open = (await readControlAudits(tx)).filter(({ audit }) => audit.status === 'open');
  return open.flatMap(({ audit }) =>
    audit.tasks
      .filter(({ status }) => status === 'open')
      .filter(
        ({ staff }) => staff === principal.account || (staff === null && can(principal, 'controls.run')),
      )
      .map(({ control, staff, missing, dueOn }) => ({
        id: `control ${audit.quarter} ${control}`,
        kind: 'Control',
        title: controls[control].question,
        detail: `${missing} not as ${missing === 1 ? 'it' : 'they'} should be. ${controls[control].advice}`,
        customer: null,
        place: '/controls',
        dueOn: dueOn as CalendarDate | null,
        for: staff === null ? ('my role' as const) : ('me' as const),
      })),
  );
};
