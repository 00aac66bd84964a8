import { exact, grouped, sum } from '#platform/exact.ts';
import { dateIn } from '#platform/instant.ts';
import type { ClauseTerms, Provenance } from './terms.ts';

/**
 * Returns where a limit comes from, in one line that adds up: `120 = 100 signed + 20 by grant EX-2026-014 until
 * 2027-03-31`. Days are those of `zone`; `until` is the first day on which it no longer holds. For a restriction the
 * allowed set: `AT, DE = DE signed + AT by grant EX-3 until 2027-03-31`.
 */
export function describeLimit(terms: ClauseTerms, zone: string): string {
  const parts = terms.provenance.filter(({ counts }) => counts);
  const whole =
    terms.kind === 'capacity' ? grouped(exact(terms.limit)) : terms.allowed.join(', ') || 'nothing';
  if (parts.length === 0) return whole;
  const orders = parts.filter(({ kind }) => kind === 'order');
  const others = parts.filter(({ kind }) => kind !== 'order').map((part) => described(part, zone));
  return `${whole} = ${[...(orders.length > 0 ? [signed(orders)] : []), ...others].join(' + ')}`;
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

function described({ kind, of, value: given, from, until }: Provenance, zone: string): string {
  const value = number(given);
  switch (kind) {
    case 'amendment':
      return `${value} by amendment ${of} from ${dateIn(from, zone)}`;
    case 'raiseTo':
      return `raised to ${value} by grant ${of} until ${dateIn(until, zone)}`;
    case 'add':
    case 'widen':
      return `${value} by grant ${of} until ${dateIn(until, zone)}`;
    case 'order':
    case 'limit':
    case 'allowed':
      return `${value || 'nothing'} signed`;
  }
}
