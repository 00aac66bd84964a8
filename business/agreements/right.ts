import type { CalendarDate, Interval } from '#platform/instant.ts';

/** A version of a product, and the day it was released. */
export type Release = { readonly version: string; readonly releasedOn: CalendarDate };

/**
 * What an agreement says about which use counts for a clause.
 * - `freeUse`: use where `attribute` has one of the values `in` is free, up to `upTo` units (`null`: all of it).
 * - `pool`: only affiliates whose `attribute` has one of the values `in` may draw on the quantity; what names none draws.
 * - `reassignment`: a seat may go on to another person only `days` (of 24 hours) after the first one took it.
 * - `rulingSource`: whom one of `sources` names counts by the first of them that does, and by no other source.
 * - `maintenance`: versions (`attribute`) released before `until` may be used; a version is the longest of `releases`
 *   that begins it, part by part (12.3 begins 12.3.1).
 */
export type RightRule =
  | {
      readonly kind: 'freeUse';
      readonly attribute: string;
      readonly in: readonly string[];
      readonly upTo: string | null;
    }
  | { readonly kind: 'pool'; readonly attribute: string; readonly in: readonly string[] }
  | { readonly kind: 'reassignment'; readonly days: number }
  | { readonly kind: 'rulingSource'; readonly sources: readonly string[] }
  | {
      readonly kind: 'maintenance';
      readonly attribute: string;
      readonly until: CalendarDate;
      readonly releases: readonly Release[];
    };

/** A rule with its time: it bears on what began in it. */
export type Right = Interval & { readonly id: string; readonly rule: RightRule };
