import type { HighestKind } from '../../measure.ts';
import type { UsageRecord } from '../../record.ts';
import type { Content } from './content.ts';
import { attribute } from './matching.ts';

/** Returns the content without the records of a value of `by` that are not of the highest kind it had there. */
export function onlyHighest(
  { points, spans }: Content,
  by: string,
  { attribute: name, order }: HighestKind,
): Content {
  const rank = (record: UsageRecord): number => {
    const kind = attribute(record, name);
    return kind === undefined ? -1 : order.indexOf(kind);
  };
  const ranks = new Map<string | undefined, number>();
  for (const record of [...points, ...spans.map((span) => span.record)]) {
    const value = attribute(record, by);
    ranks.set(value, Math.max(rank(record), ranks.get(value) ?? 0));
  }
  const counts = (record: UsageRecord): boolean => rank(record) === ranks.get(attribute(record, by));
  return { points: points.filter(counts), spans: spans.filter(({ record }) => counts(record)) };
}
