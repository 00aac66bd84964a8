import type { Right, RightRule } from '#business/agreements/right.ts';
import { listed } from '../counts/two/listed.ts';
import { settled } from '../counts/two/settled.ts';
import type { CountRequest } from '../measure.ts';
import type { UsageRecord } from '../record.ts';
import type { RuledRecord } from '../ruled.ts';

/** What is counted, before the rights of its clause have been looked at. */
export type Counted = Omit<CountRequest, 'records'> & { readonly records: readonly RuledRecord[] };

/** A right of one kind, with its rule at hand. */
export type RightOf<K extends RightRule['kind']> = Right & {
  readonly rule: RightRule & { readonly kind: K };
};

/** Returns the rights of one kind, in order of their ids. */
export function rightsOfKind<K extends RightRule['kind']>(rights: readonly Right[], kind: K): RightOf<K>[] {
  return rights
    .filter((right): right is RightOf<K> => right.rule.kind === kind)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Whether a record is one that the request may count. */
export function bears(record: RuledRecord, { features }: Pick<Counted, 'features'>): boolean {
  if (record.ruling?.aside) return false;
  return features.some(
    ({ feature, source }) => feature === record.feature && (source === null || source === record.source),
  );
}

/** Returns what counts among the records of a request: of duplicates one, nothing unsettled or retracted. */
export function countingOf({ records, chosen }: Counted): readonly RuledRecord[] {
  return listed(settled(records, chosen), records);
}

/** One text a content: copies of a record are the same one. */
export function contentOf({ source, id, digest }: UsageRecord): string {
  return `${source}\n${id}\n${digest}`;
}
