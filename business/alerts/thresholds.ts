import { type Exact, exact, greater, plain } from '#platform/exact.ts';
import { after, day, type Instant } from '#platform/instant.ts';
import type { AlertRule, AlertRules, SeatBand } from './rule.ts';

/** What alert rules look at. Exact numbers in stored form. */
export type Sight = {
  readonly used: string;
  readonly limit: string;
  /** When the limit is likely to be crossed; `null`: not foreseen, or too little is known. An estimate. */
  readonly forecast: {
    readonly early: Instant;
    readonly likely: Instant | null;
    readonly late: Instant | null;
  } | null;
  readonly renewsAt: Instant;
};

/** A rule that has fired is over only when use has gone back by this share of the limit, and by one unit at least. */
export const easePercent = 5;
/** A forecast that has fired is over only when the likely date lies this many days behind the date of the rule. */
export const easeDays = 14;

/**
 * Returns the ids of the rules that are met, in their order. A rule met before (`before`) stays met until use has gone
 * back a little further than where it fired (`easePercent`, `easeDays`): what goes up and down around a threshold is one
 * state and not many. The threshold itself is met: at 90 of 100 the rule of 90 % fires.
 */
export function metRules(rules: AlertRules, sight: Sight, before: readonly string[], now: Instant): string[] {
  if (exact(sight.limit).lte(0)) return [];
  return rules.filter((rule) => isMet(rule, sight, before.includes(rule.id), now)).map(({ id }) => id);
}

function isMet({ threshold }: AlertRule, sight: Sight, wasMet: boolean, now: Instant): boolean {
  const [used, limit] = [exact(sight.used), exact(sight.limit)];
  const ease = wasMet ? easeOf(limit) : exact(0);
  switch (threshold.kind) {
    case 'percent':
      return used.add(ease).gte(limit.mul(exact(threshold.percent)).div(100));
    case 'remaining':
      return limit.sub(used).lte(exact(threshold.units).add(ease));
    case 'bands':
      return limit.sub(used).lte(leftIn(threshold.bands, limit).add(ease));
    case 'forecast': {
      const likely = sight.forecast?.likely ?? null;
      if (likely === null) return false;
      const by = threshold.before === 'renewal' ? sight.renewsAt : after(now, threshold.days * day);
      return likely < by + (wasMet ? easeDays * day : 0);
    }
  }
}

function easeOf(limit: Exact): Exact {
  return greater(exact(1), limit.mul(easePercent).div(100));
}

/** Returns how many units may be left when the band of this limit fires; a part of one is none of its own. */
export function leftIn(bands: readonly SeatBand[], limit: Exact): Exact {
  const band = bands.find(({ upTo }) => upTo === null || limit.lte(exact(upTo)));
  if (!band) return exact(-1);
  const value = exact(band.left.value);
  return band.left.kind === 'units' ? value : limit.mul(value).div(100);
}

/** Returns a rule as a person would say it. */
export function ruleWords({ threshold }: AlertRule): string {
  switch (threshold.kind) {
    case 'percent':
      return `${plain(exact(threshold.percent))} % of the limit is used`;
    case 'remaining':
      return `${plain(exact(threshold.units))} or fewer are left`;
    case 'forecast':
      return threshold.before === 'renewal'
        ? 'the limit is likely to be reached before the renewal'
        : `the limit is likely to be reached within ${threshold.days} ${threshold.days === 1 ? 'day' : 'days'}`;
    case 'bands':
      return `few are left for the size of the limit (${threshold.bands.map(bandWords).join('; ')})`;
  }
}

/** Returns a band as a person would say it: `up to 25: 2 left`. */
export function bandWords({ upTo, left }: SeatBand): string {
  const size = upTo === null ? 'above that' : `up to ${plain(exact(upTo))}`;
  return `${size}: ${plain(exact(left.value))}${left.kind === 'percent' ? ' %' : ''} left`;
}
