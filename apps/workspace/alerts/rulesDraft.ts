import type { Rule, Threshold } from './alertData.ts';

/** A rule while it is edited: whatever was typed, also what is not complete yet. */
export type Draft = {
  readonly id: string;
  readonly kind: DraftKind;
  readonly value: string;
  readonly bands: string;
};
export type DraftKind = 'percent' | 'remaining' | 'days' | 'renewal' | 'bands';

export const draftKinds: readonly { readonly value: DraftKind; readonly label: string }[] = [
  { value: 'percent', label: 'a share of the limit is used' },
  { value: 'remaining', label: 'so many units are left' },
  { value: 'days', label: 'the limit is likely to be reached within so many days' },
  { value: 'renewal', label: 'the limit is likely to be reached before the renewal' },
  { value: 'bands', label: 'few are left, by the size of the limit' },
];

/** GitLab's published bands for seats, as a start for one's own. */
export const publishedBands = '15: 1\n25: 2\n99: 10 %\n999: 8 %\nabove: 5 %';

/** Returns a rule as it is edited. */
export function draftOf({ id, threshold }: Rule): Draft {
  const draft = { id, value: '', bands: publishedBands };
  switch (threshold.kind) {
    case 'percent':
      return { ...draft, kind: 'percent', value: threshold.percent };
    case 'remaining':
      return { ...draft, kind: 'remaining', value: threshold.units };
    case 'forecast':
      return threshold.before === 'days'
        ? { ...draft, kind: 'days', value: String(threshold.days) }
        : { ...draft, kind: 'renewal' };
    case 'bands':
      return {
        ...draft,
        kind: 'bands',
        bands: threshold.bands
          .map(({ upTo, left }) => `${upTo ?? 'above'}: ${left.value}${left.kind === 'percent' ? ' %' : ''}`)
          .join('\n'),
      };
  }
}

/** Returns the rule a draft stands for, or what is wrong with it in words. */
export function ruleOf(draft: Draft): Rule | string {
  const threshold = thresholdOf(draft);
  return typeof threshold === 'string' ? threshold : { id: draft.id, threshold };
}

const decimal = /^\d{1,12}(\.\d{1,6})?$/;

function thresholdOf({ kind, value, bands }: Draft): Threshold | string {
  const given = value.trim();
  switch (kind) {
    case 'percent': {
      const isShare = decimal.test(given) && Number(given) > 0 && Number(given) <= 100;
      return isShare ? { kind, percent: given } : 'Give a share between 0 and 100, such as 90.';
    }
    case 'remaining':
      return decimal.test(given) ? { kind, units: given } : 'Give a number, such as 5.';
    case 'days': {
      const days = Number(given);
      const isGood = Number.isInteger(days) && days >= 1 && days <= 366;
      return isGood ? { kind: 'forecast', before: 'days', days } : 'Give a number of days, 1 to 366.';
    }
    case 'renewal':
      return { kind: 'forecast', before: 'renewal' };
    case 'bands':
      return bandsOf(bands);
  }
}

function bandsOf(text: string): Threshold | string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const bands = lines.map((line) => {
    const [, upTo, value, percent] =
      /^\s*(above|\d{1,12}(?:\.\d{1,6})?)\s*:\s*(\d{1,12}(?:\.\d{1,6})?)\s*(%?)\s*$/.exec(line) ?? [];
    if (!upTo || !value) return null;
    return {
      upTo: upTo === 'above' ? null : upTo,
      left: { kind: percent ? ('percent' as const) : ('units' as const), value },
    };
  });
  const wrong = bands.indexOf(null);
  if (wrong >= 0) return `“${lines[wrong]!.trim()}” is no band: write “25: 2”, “99: 10 %” or “above: 5 %”.`;
  if (bands.length === 0) return 'Give at least one band, such as “above: 10 %”.';
  return { kind: 'bands', bands: bands.flatMap((band) => band ?? []) };
}

/** Returns an id that no draft has yet. */
export function freshId(drafts: readonly Draft[]): string {
  for (let n = drafts.length + 1; ; n += 1)
    if (!drafts.some(({ id }) => id === `rule-${n}`)) return `rule-${n}`;
}
