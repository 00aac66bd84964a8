import type { Right } from '#business/agreements/right.ts';
import { holds } from '#platform/instant.ts';
import { attribute } from '../counts/two/matching.ts';
import { type AsideCause, type RuledRecord, setAside } from '../ruled.ts';
import { bears, type Counted, countingOf, type RightOf, rightsOfKind } from './counted.ts';
import { freeUnits } from './freeUnits.ts';
import { releaseOf } from './releases.ts';
import { seatsTaken } from './seatsTaken.ts';

/**
 * Returns the records of a request as they count under the rights of its clause; the same list where it has none. A right
 * bears on what began in its time. In this order: what is outside of a pool, of a version that maintenance covers, or free
 * altogether is set aside; then what another source rules; then free units up to their number; then time for which seats
 * stay taken is added. The order of records and rights changes nothing.
 */
export function applyRights(request: Counted, rights: readonly Right[]): readonly RuledRecord[] {
  if (rights.length === 0) return request.records;
  const judged = request.records.map((record) =>
    bears(record, request) ? byItself(record, rights) : record,
  );
  const ruled = bySource({ ...request, records: judged }, rightsOfKind(rights, 'rulingSource'));
  const free = freeUnits({ ...request, records: ruled }, rightsOfKind(rights, 'freeUse'));
  return [...free, ...seatsTaken({ ...request, records: free }, rightsOfKind(rights, 'reassignment'))];
}

/** What can be told of a record by looking at it alone. */
function byItself(record: RuledRecord, rights: readonly Right[]): RuledRecord {
  const inForce = rights.filter((right) => holds(right, record.at));
  const ruling = outsidePool(record, inForce) ?? maintained(record, inForce) ?? wholly(record, inForce);
  return ruling ? setAside(record, ...ruling) : record;
}

type Verdict = readonly [AsideCause, string] | undefined;

function outsidePool(record: RuledRecord, inForce: readonly Right[]): Verdict {
  const pools = Map.groupBy(rightsOfKind(inForce, 'pool'), ({ rule }) => rule.attribute);
  for (const [name, of] of pools) {
    const value = attribute(record, name);
    if (value !== undefined && of.every(({ rule }) => !rule.in.includes(value)))
      return ['outside-pool', of[0]!.id];
  }
  return undefined;
}

function maintained(record: RuledRecord, inForce: readonly Right[]): Verdict {
  const rights = rightsOfKind(inForce, 'maintenance');
  const told = rights.flatMap((right) => {
    const version = attribute(record, right.rule.attribute);
    return version === undefined ? [] : [{ right, release: releaseOf(version, right.rule.releases) }];
  });
  if (told.length === 0) return undefined;
  const covering = told.find(({ right, release }) => release && release.releasedOn < right.rule.until);
  if (covering) return ['maintained', covering.right.id];
  return told.some(({ release }) => release) ? undefined : ['release-unknown', told[0]!.right.id];
}

function wholly(record: RuledRecord, inForce: readonly Right[]): Verdict {
  const right = rightsOfKind(inForce, 'freeUse').find(
    ({ rule }) => rule.upTo === null && rule.in.includes(attribute(record, rule.attribute) ?? ''),
  );
  return right && ['free', right.id];
}

/** Whom a ruling source names at all, while the right holds, counts by the first of them alone. */
function bySource(request: Counted, rights: readonly RightOf<'rulingSource'>[]): readonly RuledRecord[] {
  let { records } = request;
  for (const right of rights) {
    const under = (record: RuledRecord) =>
      record.who !== null && holds(right, record.at) && bears(record, request);
    const seen = new Map<string, Set<string>>();
    for (const { who, source } of countingOf({ ...request, records }).filter(under))
      seen.set(who!, (seen.get(who!) ?? new Set()).add(source));
    const ruling = new Map(
      [...seen].map(([who, by]) => [who, right.rule.sources.find((source) => by.has(source))]),
    );
    records = records.map((record) => {
      const source = record.who === null ? undefined : ruling.get(record.who);
      return source !== undefined && source !== record.source && under(record)
        ? setAside(record, 'other-source', right.id)
        : record;
    });
  }
  return records;
}
