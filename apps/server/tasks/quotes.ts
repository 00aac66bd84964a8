import { money } from '#business/catalog/money.ts';
import { can } from '#business/identity/can.ts';
import { listQuotes } from '#business/settlement/quoteList.store.ts';
import { exact } from '#platform/exact.ts';
import { dateIn } from '#platform/instant.ts';
import { mostOfKind, type TaskKind } from './task.ts';

/** Quotes that wait for an answer to be recorded, and agreed ones to be given to billing, for the roles that do so. */
export const quoteTasks: TaskKind = async (tx, principal, now) => {
  const waiting = [
    { status: 'quoted', may: can(principal, 'quotes.decide'), title: 'Record what the customer answered' },
    { status: 'agreed', may: can(principal, 'quotes.bill'), title: 'Give the agreed quote to billing' },
  ] as const;
  const lists = waiting
    .filter(({ may }) => may)
    .map(async ({ status, title }) => {
      const quotes = await listQuotes(tx, { status }, { after: null, limit: mostOfKind });
      return quotes.map(({ state: { quote, agreed } }) => ({
        id: `quote ${quote.id} ${status}`,
        kind: 'Quote',
        title,
        detail: `${quote.id}: ${money(exact(quote.priced.total), quote.priced.currency)}`,
        customer: quote.customer,
        place: `/quotes/${quote.id}`,
        dueOn: agreed === null ? quote.validUntil : dateIn(now, quote.zone),
        for: 'my role' as const,
      }));
    });
  return (await Promise.all(lists)).flat();
};
