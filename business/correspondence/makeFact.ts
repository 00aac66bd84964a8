import { money as moneyWords, unitPrice } from '#business/catalog/money.ts';
import { exact, grouped } from '#platform/exact.ts';
import type { CalendarDate } from '#platform/instant.ts';
import { dateWords } from './dateWords.ts';
import type { Fact } from './factSheet.ts';

/** Returns an exact number, its thousands apart. */
export function number(id: string, value: string, trace: string): Fact {
  return { id, kind: 'number', value, shown: grouped(exact(value)), trace };
}

/** Returns an amount, rounded to the currency's smallest unit. */
export function money(id: string, value: string, currency: string, trace: string): Fact {
  return { id, kind: 'money', value, shown: moneyWords(exact(value), currency), trace };
}

/** Returns a price of the list with all its decimals. */
export function price(id: string, value: string, currency: string, trace: string): Fact {
  return { id, kind: 'money', value, shown: unitPrice(exact(value), currency), trace };
}

/** Returns a day; its value is the ISO date. */
export function date(id: string, value: CalendarDate, trace: string): Fact {
  return { id, kind: 'date', value, shown: dateWords(value), trace };
}

/** Returns a name or an id, as its source writes it; digits in it are no numbers. */
export function name(id: string, value: string, trace: string): Fact {
  return { id, kind: 'name', value, shown: value, trace };
}

/** Returns words of ours; every number in them has to be a fact of its own. */
export function text(id: string, value: string, trace: string): Fact {
  return { id, kind: 'text', value, shown: value, trace };
}

/** Returns words taken from a source letter by letter, numbers included. */
export function quote(id: string, value: string, trace: string): Fact {
  return { id, kind: 'quote', value, shown: value, trace };
}
