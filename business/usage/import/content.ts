import type { UsageRecord } from '../record.ts';

/** What a record says, without its identity: everything its digest covers. */
export type Content = Omit<UsageRecord, 'source' | 'id' | 'digest'>;

/**
 * Returns the canonical JSON (RFC 8785) of a record's content: members sorted by name, times as whole microseconds
 * since 1970, the quantity as a decimal text, nothing left out. Its sha-256 is the record's digest.
 */
export function contentText({
  at,
  attributes,
  feature,
  kind,
  quantity,
  series,
  until,
  who,
}: Content): string {
  const text = JSON.stringify;
  const pairs = Object.keys(attributes)
    .sort()
    .map((name) => `${text(name)}:${text(attributes[name])}`);
  return (
    `{"at":${at},"attributes":{${pairs.join(',')}},"feature":${text(feature)},"kind":"${kind}",` +
    `"quantity":"${quantity}","series":${text(series)},"until":${until},"who":${text(who)}}`
  );
}

/** Returns the whole record. */
export function sealed(
  source: string,
  id: string,
  content: Content,
  digest: (text: string) => string,
): UsageRecord {
  return { source, id, digest: digest(contentText(content)), ...content };
}

/**
 * Returns the id of a record whose format has none, or the key of its series: the first 32 hexadecimal digits of the
 * sha-256 of the JSON list of `parts`, after `prefix` and a hyphen. The parts are published with each format; the same
 * thing seen twice gets the same id, whatever file it comes in, and no name of a person shows in it.
 */
export function derivedId(
  prefix: string,
  parts: readonly (string | number)[],
  digest: (text: string) => string,
): string {
  return `${prefix}-${digest(JSON.stringify(parts)).slice(0, 32)}`;
}
