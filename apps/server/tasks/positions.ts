import { readStaff } from '#business/identity/staff.store.ts';
import type { PositionFilter } from '#business/remediation/positionFilter.ts';
import { type ListedPosition, listPositions } from '#business/remediation/positionList.store.ts';
import { findingAnchor } from '../views/findingAnchor.ts';
import { mostOfKind, type Task, type TaskKind } from './task.ts';

/**
 * Where a customer is beyond and I am who works on it (assigned, named by the triage table, or owner of the customer),
 * and whatever else was assigned to me; due as the table says.
 */
export const positionTasks: TaskKind = async (tx, { account }, now) => {
  const me = (await readStaff(tx)).find(({ id }) => id === account);
  const owner = { id: account, email: me?.email ?? null };
  const list = (filter: PositionFilter) =>
    listPositions(
      tx,
      { filter: { ...filter, owner: account }, order: 'due', backwards: false, rates: new Map() },
      { now, owner, after: null, limit: mostOfKind },
    );
  const beyond = await list({ statuses: ['beyond'] });
  const assigned = (await list({ statuses: ['near', 'within', 'covered', 'cannot-tell'] })).filter(
    ({ assignee }) => assignee === account,
  );
  return [...beyond, ...assigned].map(taskOf);
};

function taskOf({ body, triage }: ListedPosition): Task {
  const { customer, agreement, clause, group, unit, finding } = body;
  return {
    id: `position ${customer.id} ${agreement} ${clause.id} ${group}`,
    kind: finding === null ? 'Position' : 'Finding',
    title: clause.plain,
    detail: `${body.used} ${unit.many} used, ${body.entitled} allowed`,
    customer: customer.id,
    place: `/customers/${customer.id}${finding === null ? '' : `#${findingAnchor(finding)}`}`,
    dueOn: triage?.dueOn ?? null,
    for: 'me',
  };
}
