import type { Position } from '#apps/server/pages.ts';
import { statuses } from '../parts/StatusBadge.tsx';

type Status = Position['status'];

/** What the reader looks for: words, all of which must be found, and statuses, any of which (none: all). */
export type Filter = { readonly words?: string; readonly status?: readonly Status[] };

/** Returns the filter an address holds; what is no filter is left out. */
export function filterFromSearch(search: Record<string, unknown>): Filter {
  const words = typeof search.words === 'string' ? search.words : '';
  const named: unknown[] = Array.isArray(search.status) ? search.status : [];
  const status = statuses.filter((one) => named.includes(one));
  return { ...(words ? { words } : {}), ...(status.length > 0 ? { status } : {}) };
}

/** Returns the filter with a status switched on or off. */
export function withStatus(filter: Filter, status: Status): Filter {
  const before = filter.status ?? [];
  const next = before.includes(status) ? before.filter((one) => one !== status) : [...before, status];
  return filterFromSearch({ ...filter, status: next });
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function textOf(position: Position): string {
  const { customer, product, clause, agreement, group } = position;
  return plain([customer.name, customer.id, product.name, clause.plain, agreement, group].join(' '));
}

/** Returns the positions that have all the words (without regard to case and accents), in the order they came in. */
export function withWords(positions: readonly Position[], words: string): readonly Position[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return positions.filter((position) => wanted.every((word) => textOf(position).includes(word)));
}

/** Returns the positions that have all the words and one of the statuses, in the order they came in. */
export function filterPositions(positions: readonly Position[], filter: Filter): readonly Position[] {
  const { status = [] } = filter;
  return withWords(positions, filter.words ?? '').filter(
    (position) => status.length === 0 || status.includes(position.status),
  );
}
