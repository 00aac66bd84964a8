import { after, formatInstant, type Instant } from '#platform/instant.ts';
import type { UsageRecord } from '../record.ts';
import type { Collector } from './collector.ts';
import { derivedId, sealed } from './content.ts';
import type { Rejection } from './decoded.ts';
import { equalLines } from './featureTotals.ts';
import { checkAttribute, checkQuantity, checkText, refusal } from './limits.ts';

/** What a log says of one checkout. `key` is what its return names; `group` lets go of all at once, when a server stops. */
export type CheckedOut = {
  readonly key: string;
  readonly group: string;
  readonly feature: string;
  readonly who: string | null;
  readonly count: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What tells this checkout from others of its second, beside feature, who and count. */
  readonly parts: readonly string[];
};

type Open = CheckedOut & { readonly at: Instant; readonly series: string };

/** Matches checkouts and returns of a log. */
export type CheckoutLog = ReturnType<typeof checkoutLog>;

/**
 * Returns a matcher of checkouts and returns. A checkout becomes a `sighting` from its start to its return; one that the
 * log never returns, to the last moment the log tells of: a log that is cut off, or goes on in another file, claims
 * nothing that it does not show, and the longer log prolongs it.
 *
 * Logs tell whole seconds. Events of one second are set a microsecond apart in their order, so that a license given back
 * and taken again in one second is never two.
 *
 * Keys, by `derivedId`: a series is `checkout` of `[feature, who, ...parts, start, count, n]`, `n` counting equal ones of
 * one second from 1; an id is `sighting` of `[series, until]`. Kept in memory are the checkouts that are open.
 */
export function checkoutLog(
  { source, digest }: { readonly source: string; readonly digest: (text: string) => string },
  found: Collector,
) {
  const open = new Map<string, Open[]>();
  let second: Instant | null = null;
  let events = 0;
  let nth = equalLines();
  let seen: Instant | null = null;

  const record = ({ feature, at, count, who, series, attributes }: Open, until: Instant): UsageRecord => {
    const end = Math.max(until, at + 1) as Instant;
    const id = derivedId('sighting', [series, formatInstant(end)], digest);
    const content = { feature, at, until: end, quantity: count, who, series, attributes };
    return sealed(source, id, { ...content, kind: 'sighting' }, digest);
  };
  const release = (one: Open, until: Instant): void => found.add(record(one, until));
  return {
    /** Returns the moment of the next event of that second; the log has been seen up to it. */
    moment(of: Instant): Instant {
      if (second !== of) {
        [second, events] = [of, 0];
        nth = equalLines();
      }
      const at = after(of, Math.min(events, 999_999));
      events += 1;
      seen = seen === null || at > seen ? at : seen;
      return at;
    },
    /** The log has been seen up to then. */
    seenUntil(at: Instant): void {
      seen = seen === null || at > seen ? at : seen;
    },
    get seen(): Instant | null {
      return seen;
    },
    /** Takes a checkout; returns why it cannot be one. */
    out(one: CheckedOut, at: Instant, line: number): Rejection | undefined {
      const refused = unfit(one, line);
      if (refused) return refused;
      const start = formatInstant(second ?? at);
      const parts = [one.feature, one.who ?? '', ...one.parts, start, one.count];
      const series = derivedId('checkout', [...parts, nth(parts)], digest);
      const held = open.get(one.key);
      if (held) held.push({ ...one, at, series });
      else open.set(one.key, [{ ...one, at, series }]);
      found.hold();
      return undefined;
    },
    /**
     * Takes a return: of the open checkouts of its key the oldest of the same count ends, else the oldest. Returns
     * whether there was one.
     */
    back(key: string, count: string, at: Instant): boolean {
      const held = open.get(key);
      if (!held) return false;
      const same = held.findIndex((one) => one.count === count);
      const [one] = held.splice(Math.max(same, 0), 1);
      if (held.length === 0) open.delete(key);
      release(one!, at);
      return true;
    },
    /** Takes a checkout of which only the end stands in the log, with when it began; returns why it cannot be one. */
    past(one: CheckedOut, from: Instant, until: Instant, line: number): Rejection | undefined {
      const refused = unfit(one, line);
      if (refused) return refused;
      const parts = [one.feature, one.who ?? '', ...one.parts, formatInstant(from), one.count];
      const series = derivedId('checkout', [...parts, nth(parts)], digest);
      found.hold();
      release({ ...one, at: from, series }, until);
      return undefined;
    },
    /** How many checkouts of that key are open. */
    holding: (key: string): number => open.get(key)?.length ?? 0,
    /** Ends every open checkout of the group, or of all (`null`): their server stopped. */
    stop(group: string | null, at: Instant): void {
      for (const [key, held] of open) {
        if (group !== null && held[0]!.group !== group) continue;
        for (const one of held) release(one, at);
        open.delete(key);
      }
    },
    /** Hands over what is open when the log ends. */
    end(): void {
      if (seen !== null)
        for (const held of open.values()) for (const one of held) release(one, after(seen, 1));
      open.clear();
    },
  };
}

function unfit({ feature, who, count, attributes }: CheckedOut, line: number): Rejection | undefined {
  const checks = [
    checkText('The feature', feature),
    ...(who === null ? [] : [checkText('The user', who)]),
    checkQuantity(count),
    ...Object.entries(attributes).map(([name, value]) => checkAttribute(name, value)),
  ];
  for (const checked of checks) if ('code' in checked) return refusal(checked, line);
  return undefined;
}

/** Returns a record of what was asked for and not given, or set aside, at one moment: evidence, in no series. */
export function momentRecord(
  kind: 'queued' | 'reservation',
  one: Pick<CheckedOut, 'feature' | 'who' | 'count' | 'attributes' | 'parts'>,
  at: Instant,
  line: number,
  { source, digest }: { readonly source: string; readonly digest: (text: string) => string },
): UsageRecord | Rejection {
  const { feature, who, count, attributes, parts } = one;
  const refused = unfit({ ...one, key: '', group: '' }, line);
  if (refused) return refused;
  const id = derivedId(kind, [feature, who ?? '', ...parts, count, formatInstant(at)], digest);
  const content = { feature, at, until: after(at, 1), quantity: count, who, series: null, attributes };
  return sealed(source, id, { ...content, kind }, digest);
}

/** The attribute that says how much a record proves, where that is less than a report made for it. */
export const gradeAttribute = 'evidenceGrade';

/** Returns the attributes that say something, by name. */
export function saying(named: Readonly<Record<string, string | null | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(named).filter((pair): pair is [string, string] => !!pair[1]));
}
