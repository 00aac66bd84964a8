import type { components } from '#apps/workspace/data/v1.d.ts';
import { amountOf, type Tongue } from './tongue.ts';

type Schemas = components['schemas'];
type Use = Schemas['PortalUse'];
type Unit = Schemas['PortalUnit'];

/** Returns how much is left of a limit, or by how much use is above it. */
export function leftText(tongue: Tongue, { left }: Pick<Use, 'left'>, unit: Unit): string {
  const { standing } = tongue;
  if (left === null) return '';
  if (Number(left) < 0) return standing('over', { over: amountOf(tongue, left.replace(/^-/, ''), unit) });
  if (Number(left) === 0) return standing('noneLeft');
  return standing('left', { left: amountOf(tongue, left, unit) });
}

/** Returns why it cannot be told where use stands. */
export function whyText({ standing, formats }: Tongue, { code, low, high }: NonNullable<Use['why']>): string {
  const key = `why_${code.replaceAll('-', '_')}`;
  if (!standing.has(key)) return standing('cannot-tell');
  return standing(key, { low: formats.number(low ?? '?'), high: formats.number(high ?? '?') });
}

/** Returns when the limit is likely to be reached, as sentences: the day, and how sure that is. Nothing where there is none to tell. */
export function reachText({ standing, formats }: Tongue, reach: Schemas['PortalReach']): readonly string[] {
  const day = (date: string) => formats.day(date);
  switch (reach.kind) {
    case 'none':
    case 'above':
      return [];
    case 'unknown':
      return [standing('reach_unknown', { has: reach.has ?? 0, needs: reach.needs ?? 0 })];
    case 'not-seen':
      return [standing('reach_not_seen'), standing('reach_how')];
    case 'reached': {
      const { early, likely, late } = reach;
      if (early === null) return [standing('reach_not_seen')];
      return [
        late === null
          ? standing('reach_from', { early: day(early) })
          : standing('reach_between', { early: day(early), late: day(late) }),
        ...(likely === null ? [] : [standing('reach_likely', { likely: day(likely) })]),
        standing('reach_how'),
      ];
    }
  }
}

/** Returns when use was above its limit last, and by how much at most; nothing where it never was. */
export function lastAboveText(tongue: Tongue, { lastAbove }: Use, unit: Unit, zone: string): string | null {
  if (!lastAbove) return null;
  const { standing, formats } = tongue;
  const most = amountOf(tongue, lastAbove.most.value, unit);
  const from = formats.dayOf(lastAbove.from, zone);
  return lastAbove.until === null
    ? standing('lastAboveOpen', { from, most })
    : standing('lastAbove', { from, until: formats.lastDay(lastAbove.until, zone), most });
}
