import { money } from '#business/catalog/money.ts';
import { dateWords } from '#business/correspondence/dateWords.ts';
import { letterOfOrder, type OrderFacts, type OrderNews } from '#business/correspondence/orderMail.ts';
import { accountById, accountsOf, type KnownAccount } from '#business/identity/accounts.store.ts';
import { notify } from '#business/identity/notification.store.ts';
import type { NotificationKind } from '#business/identity/notification.ts';
import { readStaff } from '#business/identity/staff.store.ts';
import { readQuote } from '#business/settlement/quote.store.ts';
import { readOrder } from '#business/upgrades/order.store.ts';
import type { Order } from '#business/upgrades/order.ts';
import type { Tx } from '#platform/database/scope.ts';
import { exact, grouped } from '#platform/exact.ts';
import { addDays, type CalendarDate, dateIn, type Instant } from '#platform/instant.ts';
import { queueMail } from '#platform/mail/mail.store.ts';
import { publicUrlOf, type ServerContext } from '../context.ts';
import { ownersOf } from '../tasks/owners.ts';

const deciders = ['deal-desk', 'sales'] as const;

type News = { readonly order: Order; readonly productName: string; readonly now: Instant };

/** Tells the people of the vendor who decide about orders, and the customer's owner, who is told once whatever their role. */
export async function tellVendor(
  tx: Tx,
  kind: NotificationKind,
  { customer, id }: Pick<Order, 'customer' | 'id'>,
  now: Instant,
): Promise<void> {
  const told = { customer, kind, place: `/orders/${id}`, now };
  for (const role of deciders) await notify(tx, { ...told, to: { role } });
  const staff = await readStaff(tx);
  const owner = (await ownersOf(tx, staff)).get(customer);
  const role = staff.find((one) => one.id === owner)?.role;
  if (owner !== undefined && !deciders.some((one) => one === role))
    await notify(tx, { ...told, to: { staff: owner } });
}

/** Writes to whoever chose it, where their account is open. */
export async function tellBuyer(
  tx: Tx,
  context: Pick<ServerContext, 'publicUrl'>,
  kind: OrderNews,
  news: News,
): Promise<void> {
  const account = await accountById(tx, news.order.by);
  if (account) await write(tx, context, kind, account, news);
}

/** Writes to everybody who may order for the customer: a colleague has prepared something. */
export async function tellAdministrators(
  tx: Tx,
  context: Pick<ServerContext, 'publicUrl'>,
  news: News,
): Promise<void> {
  const accounts = await accountsOf(tx, { customer: news.order.customer });
  for (const account of accounts)
    if (account.principal.kind === 'customer' && account.principal.role === 'customer-administrator')
      await write(tx, context, 'prepared', account, news);
}

async function write(
  tx: Tx,
  context: Pick<ServerContext, 'publicUrl'>,
  kind: OrderNews,
  { name, email, status }: KnownAccount,
  { order, productName, now }: News,
): Promise<void> {
  if (status !== 'active' || email === '') return;
  const { seen, unitName, customer, id } = order;
  const units = exact(seen.units);
  const many = `${grouped(units)} ${units.equals(1) ? unitName.one : unitName.many} more of ${productName}`;
  await queueMail(tx, {
    ...{ customer, kind: `order.${kind}`, now },
    to: { name, address: email },
    ...letterOfOrder(kind, {
      ...{ id, reader: name },
      what: seen.edition === null ? many : `${productName} in the edition ${seen.edition}`,
      ...(await figuresOf(tx, order)),
      link: `${publicUrlOf(context)}/portal/${customer}/ways-up/orders/${id}`,
    }),
  });
}

/** What counts is the quote, where there is one: it was made on another day than that of the order. */
async function figuresOf(tx: Tx, { id, seen }: Order): Promise<Pick<OrderFacts, 'days' | 'total'>> {
  const quoted = (await readOrder(tx, id))?.state.quote ?? null;
  const quote = quoted === null ? undefined : (await readQuote(tx, quoted))?.state.quote;
  const days = (first: CalendarDate, last: CalendarDate) =>
    `From ${dateWords(first)} through ${dateWords(last)}`;
  if (!quote)
    return {
      days: days(seen.firstDay, addDays(seen.until, -1)),
      total: seen.total === null ? null : money(exact(seen.total), seen.currency),
    };
  const { from, until, zone, priced } = quote;
  return {
    days: days(dateIn(from, zone), dateIn((until - 1) as Instant, zone)),
    total: money(exact(priced.total), priced.currency),
  };
}
