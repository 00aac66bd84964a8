import { can } from '#business/identity/can.ts';
import { listOrders } from '#business/upgrades/order.store.ts';
import { addDays, dateIn } from '#platform/instant.ts';
import { mostOfKind, type TaskKind } from './task.ts';

/** A customer who asks should not wait longer than this for an offer. */
const daysToAnswer = 3;

/** Orders that customers asked for and nobody has answered, for the roles that decide about them. */
export const orderTasks: TaskKind = async (tx, principal) => {
  if (!can(principal, 'orders.decide')) return [];
  const orders = await listOrders(tx, { status: 'requested' }, { after: null, limit: mostOfKind });
  return orders.map(({ state: { order, madeAt } }) => ({
    id: `order ${order.id}`,
    kind: 'Order',
    title:
      order.seen.edition === null
        ? 'Make the offer a customer asks for'
        : 'Carry out what a customer asks for',
    detail: order.id,
    customer: order.customer,
    place: `/orders/${order.id}`,
    dueOn: addDays(dateIn(madeAt, order.zone), daysToAnswer),
    for: 'my role' as const,
  }));
};
