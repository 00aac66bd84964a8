import type { Instant } from '#platform/instant.ts';
import type { Agreement, AmendmentChange, SignedAgreement, Variation } from './agreement.ts';

/** One change by an amendment, and from when on. */
export type DatedChange = { readonly of: string; readonly from: Instant; readonly change: AmendmentChange };

/** An agreement as the journal knew it at some moment: the text then, changes in the order in which they prevail. */
export type KnownAgreement = {
  readonly signed: SignedAgreement;
  readonly changes: readonly DatedChange[];
  readonly variations: readonly Variation[];
};

/**
 * Returns what was known of an agreement at `knownAt`: the latest text recorded by then, the amendments (earlier `from`
 * first, then lesser id) and variations recorded by then, withdrawn or revoked only where that was recorded too. `undefined` while
 * no text was known.
 */
export function knownAgreement(agreement: Agreement, knownAt: Instant): KnownAgreement | undefined {
  const known = <T extends { readonly recordedAt: Instant }>(items: readonly T[]): T[] =>
    items.filter(({ recordedAt }) => recordedAt <= knownAt);
  const text = known(agreement.texts).reduce<Agreement['texts'][number] | undefined>(
    (last, next) => (last && last.recordedAt > next.recordedAt ? last : next),
    undefined,
  );
  if (!text) return undefined;
  return {
    signed: text.signed,
    changes: known(agreement.amendments)
      .filter(({ withdrawn }) => !withdrawn || withdrawn.recordedAt > knownAt)
      .sort((a, b) => a.from - b.from || byText(a.id, b.id))
      .flatMap(({ id, from, changes }) => changes.map((change) => ({ of: id, from, change }))),
    variations: known(agreement.variations)
      .map((item) => (item.revoked && item.revoked.recordedAt > knownAt ? { ...item, revoked: null } : item))
      .sort((a, b) => byText(a.id, b.id)),
  };
}

/** Orders texts by code units, the same on every machine. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
