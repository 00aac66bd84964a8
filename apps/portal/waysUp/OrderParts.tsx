import type { ReactNode } from 'react';
import { Badge } from '#platform/ui/Badge.tsx';
import { Facts } from '#platform/ui/Facts.tsx';
import type { Order, Seen } from './data.ts';
import type { Tell } from './useTell.ts';
import type { SayWaysUp } from './words.ts';

const looks = {
  prepared: { tone: 'calm', icon: 'clock' },
  requested: { tone: 'calm', icon: 'clock' },
  quoted: { tone: 'near', icon: 'document' },
  agreed: { tone: 'good', icon: 'check' },
  declined: { tone: 'plain', icon: 'close' },
  withdrawn: { tone: 'plain', icon: 'close' },
} as const;

/** Where an order stands, in a few words. */
export function OrderBadge({ status, say }: { status: Order['status']; say: SayWaysUp }) {
  return <Badge {...looks[status]}>{say(`status_${status}`)}</Badge>;
}

/** Returns what is ordered: `20 seats more`, `the edition Business`. */
export function wantedWords(seen: Seen, edition: string | null, tell: Tell): string {
  if (seen.edition !== null) return tell.say('edition', { name: edition ?? seen.edition });
  return tell.say('more', { units: tell.units(seen.units) });
}

/** The same of an order. */
export function orderedWords(order: Order, tell: Tell): string {
  return wantedWords(order.seen, order.edition?.name ?? null, tell);
}

/** Exactly what is ordered: figures and days. */
export function SeenFacts(props: {
  seen: Seen;
  edition: string | null;
  tell: Tell;
  more?: readonly (readonly [string, ReactNode])[];
}) {
  const { seen, edition, tell, more = [] } = props;
  const { say, formats, units } = tell;
  return (
    <Facts
      entries={[
        [say('fact_what'), wantedWords(seen, edition, tell)],
        [say('fact_limit'), units(seen.limitAfter)],
        [say('fact_from'), formats.day(seen.firstDay)],
        [say('fact_until'), tell.lastDay(seen.until)],
        [say('fact_total'), seen.total === null ? say('noPrice') : formats.money(seen.total, seen.currency)],
        ...more,
      ]}
    />
  );
}
