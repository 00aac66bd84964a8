import type { Order, OwnAlert, OwnAlerts } from './data.ts';

/** An alert while it is written. */
export type Draft = {
  /** Agreement and clause, as one value of a choice. */
  readonly line: string;
  readonly kind: 'percent' | 'remaining' | 'days' | 'renewal';
  readonly value: string;
  readonly hears: readonly string[];
};

/** All kinds, with their name and that of their value; `null`: they need none. */
export const kinds = [
  { kind: 'percent', word: 'kindPercent', value: 'valuePercent' },
  { kind: 'remaining', word: 'kindRemaining', value: 'valueRemaining' },
  { kind: 'days', word: 'kindDays', value: 'valueDays' },
  { kind: 'renewal', word: 'kindRenewal', value: null },
] as const satisfies readonly { kind: Draft['kind']; word: string; value: string | null }[];

/** Returns what a form begins with: the alert as it is, or a useful first one, heard by whoever sets it (`account`). */
export function draftOf({ lines, colleagues }: OwnAlerts, account: string | null, alert?: OwnAlert): Draft {
  if (!alert) {
    const first = lines[0];
    const line = first ? JSON.stringify([first.agreement, first.clause]) : '';
    const own = colleagues.filter(({ id }) => id === account || colleagues.length === 1);
    return { line, kind: 'percent', value: '80', hears: own.map(({ id }) => id) };
  }
  const { threshold } = alert;
  const known = {
    line: JSON.stringify([alert.line.agreement, alert.line.clause]),
    hears: alert.hears.map(({ id }) => id),
  };
  if (threshold.kind === 'percent') return { ...known, kind: 'percent', value: threshold.percent };
  if (threshold.kind === 'remaining') return { ...known, kind: 'remaining', value: threshold.units };
  return 'days' in threshold
    ? { ...known, kind: 'days', value: String(threshold.days) }
    : { ...known, kind: 'renewal', value: '' };
}

/** Returns what is sent, or `null` where something is missing or is no number. */
export function orderOf({ line, kind, value, hears }: Draft): Order | null {
  const number = value.trim().replace(',', '.');
  if (line === '' || hears.length === 0) return null;
  if (kind !== 'renewal' && !/^\d{1,12}(\.\d{1,6})?$/.test(number)) return null;
  const [agreement, clause] = JSON.parse(line) as [string, string];
  const threshold = thresholdOf(kind, number);
  return threshold && { agreement, clause, threshold, hears: [...hears] };
}

function thresholdOf(kind: Draft['kind'], number: string): Order['threshold'] | null {
  switch (kind) {
    case 'percent':
      return Number(number) > 0 && Number(number) <= 100 ? { kind: 'percent', percent: number } : null;
    case 'remaining':
      return { kind: 'remaining', units: number };
    case 'days': {
      const days = Number(number);
      const fits = Number.isInteger(days) && days >= 1 && days <= 366;
      return fits ? { kind: 'forecast', before: 'days', days } : null;
    }
    case 'renewal':
      return { kind: 'forecast', before: 'renewal' };
  }
}
