import type { DateKind } from './upcomingDates.ts';

type OfAgreement = { readonly kind: DateKind; readonly agreement: string | null };

/**
 * Returns the first `most` dates of those given in order. When a running agreement renews next, or ends where no renewal
 * lies ahead, is always among them: it stands last where more than `most` come before it.
 */
export function nextDates<D extends OfAgreement>(
  dates: readonly D[],
  running: readonly string[],
  most: number,
): D[] {
  const first = dates.slice(0, most);
  const of = (wanted: DateKind) =>
    dates.find(({ kind, agreement }) => kind === wanted && agreement !== null && running.includes(agreement));
  const kept = of('renewal') ?? of('term-end');
  return kept === undefined || first.includes(kept) ? first : [...first.slice(0, -1), kept];
}
