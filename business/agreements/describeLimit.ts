import { exact, grouped, sum } from '#platform/exact.ts';
import { dateIn, type Instant } from '#platform/instant.ts';
import type { ClauseTerms, Provenance } from './terms.ts';

/**
 * Returns where a limit comes from, in one line that adds up: `120 = 100 signed + 20 by grant EX-2026-014 through
 * 2027-03-31`. Days are those of `zone`, the last one included. For a restriction the allowed set:
 * `AT, DE = DE signed + AT by grant EX-3 through 2027-03-31`. A limit that grows says with what: `10 = 10 signed, and 5
 * for each unit of hosts in its period`; in a judged window (see `grownTerms`) that is one of the parts.
 */
export function describeLimit(terms: ClauseTerms, zone: string): string {
  const parts = terms.provenance.filter(({ counts }) => counts);
  const whole =
    terms.kind === 'capacity' ? grouped(exact(terms.limit)) : terms.allowed.join(', ') || 'nothing';
  const growing = stillToCome(terms);
  if (parts.length === 0) return `${whole}${growing}`;
  const orders = parts.filter(({ kind }) => kind === 'order');
  const others = parts.filter(({ kind }) => kind !== 'order').map((part) => described(part, zone));
  return `${whole} = ${[...(orders.length > 0 ? [signed(orders)] : []), ...others].join(' + ')}${growing}`;
}

/** What comes with another clause, window by window, where no window was judged yet. */
function stillToCome(terms: ClauseTerms): string {
  if (terms.kind !== 'capacity' || !terms.clause.allowance) return '';
  if (terms.provenance.some(({ kind }) => kind === 'allowance')) return '';
  const { each, of } = terms.clause.allowance;
  return `, and ${number(each)} for each unit of ${of} in its period`;
}

function signed(orders: readonly Provenance[]): string {
  const total = grouped(sum(orders.map(({ value }) => exact(value))));
  if (orders.length === 1) return `${total} signed`;
  return `${total} signed (${orders.map(({ value, of }) => `${number(value)} by ${of}`).join(', ')})`;
}

/** A decimal with its thousands apart; the values of a set as they are. */
function number(value: string): string {
  return /^-?\d+(\.\d+)?$/.test(value) ? grouped(exact(value)) : value;
}

/** The last day of what ends, exclusively, at `until`. */
function lastDay(until: Instant, zone: string): string {
  return dateIn((until - 1) as Instant, zone);
}

function described({ kind, of, value: given, from, until }: Provenance, zone: string): string {
  const value = number(given);
  switch (kind) {
    case 'amendment':
      return `${value} by amendment ${of} from ${dateIn(from, zone)}`;
    case 'raiseTo':
      return `raised to ${value} by grant ${of} through ${lastDay(until, zone)}`;
    case 'add':
    case 'widen':
      return `${value} by grant ${of} through ${lastDay(until, zone)}`;
    case 'allowance':
      return `${value} that comes with ${of}`;
    case 'order':
    case 'limit':
    case 'allowed':
      return `${value || 'nothing'} signed`;
  }
}
