import { type RecordKind, recordKey, type UsageRecord } from '#business/usage/record.ts';
import { after, hour, type Instant, minute, second } from '#platform/instant.ts';
import type { Chance } from './chance.ts';
import type { Scene } from './scene.ts';

/** Every kind of record. */
export const kinds: readonly RecordKind[] = [
  'occurrence',
  'held',
  'return',
  'sighting',
  'level',
  'snapshot',
  'member',
  'reservation',
  'queued',
  'retraction',
];

/** What a history is mostly made of: all there is, or what one kind of source sends. */
const focuses: readonly (readonly RecordKind[])[] = [
  [
    'occurrence',
    'occurrence',
    'held',
    'held',
    'level',
    'member',
    ...kinds.filter((kind) => kind !== 'retraction'),
  ],
  ['occurrence'],
  ['occurrence', 'occurrence', 'occurrence', 'return', 'queued'],
  ['held', 'return'],
  ['level', 'occurrence'],
  ['snapshot', 'member', 'member'],
  ['sighting', 'sighting', 'reservation', 'queued'],
];

/** What arrived, in order of arrival, and which conflicts a person has settled. */
export type Happenings = { readonly records: UsageRecord[]; readonly chosen: Map<string, string> };

/** Returns what was received in a scene: mostly some records of every kind, with all that goes wrong on the way. */
export function happeningsOf(chance: Chance, scene: Scene): Happenings {
  if (chance.happens(2)) return { records: [], chosen: new Map() };
  const moments = momentsOf(chance, scene);
  const mostly = chance.oneOf(focuses);
  const told = chance
    .oneOf([mostly, mostly, kinds, [...kinds, ...mostly]])
    .map((kind, n) => happening(chance, moments, kind, `k${n}`));
  const more = chance.oneOf([0, 8, 40, 120]);
  for (let n = 0; n < more; n += 1) told.push(happening(chance, moments, chance.oneOf(mostly), `${n}`));
  told.push(...namesakes(chance, moments, told), ...companions(chance, moments, told));
  told.push(...retractions(chance, moments, told));
  const rosters = rostersOf(chance, moments);
  const variants = told.flatMap((record) => (chance.happens(8) ? [variantOf(chance, moments, record)] : []));
  const again = told.filter(() => chance.happens(10)).map((record) => ({ ...record }));
  return {
    records: chance.shuffled([...told, ...rosters.records, ...variants, ...again]),
    chosen: new Map([...chosenAmong(chance, told, variants), ...rosters.chosen]),
  };
}

/** A moment of the scene, most often one where something begins or ends, or right beside it. */
function momentsOf(chance: Chance, { term, asOf, windows, features, night }: Scene): () => Instant {
  const edges = windows.flatMap(({ from, until, counted }) => [from, until, counted.from, counted.until]);
  const hours = chance.shuffled(windows.flatMap((window) => window.hours)).slice(0, 20);
  const special: Instant[] = [
    asOf,
    term.from,
    term.until,
    ...features.flatMap(({ from, until }) => [from, until]).filter((edge) => edge > term.from - 90 * hour),
    ...hours.flatMap(({ from, until }) => [from, until]),
    ...chance.shuffled(edges).slice(0, 30),
  ];
  const busy = Array.from({ length: 6 }, (_, n) =>
    n === 0
      ? after(night, chance.between(0, 12) * 15 * minute)
      : chance.between(term.from, asOf > term.from ? asOf : term.until),
  );
  return () => {
    const kind = chance.between(0, 11);
    if (kind < 2) return chance.oneOf(busy) as Instant;
    if (kind < 5) return after(chance.oneOf(special), chance.oneOf([0, 0, 0, -1, 1, -second, minute]));
    if (kind < 8) return (chance.oneOf(busy) + chance.between(-5, 5) * 20 * minute) as Instant;
    return chance.between(term.from - hour, term.until + hour) as Instant;
  };
}

function happening(
  chance: Chance,
  moments: () => Instant,
  kind: RecordKind,
  name: string,
  at: Instant = moments(),
): UsageRecord {
  return withDigest({
    source: chance.oneOf(['desk', 'shop', 'Desk']),
    id: chance.oneOf(['', 'a', 'B']) + name,
    digest: '',
    kind,
    feature: chance.oneOf(['draw', 'draw', 'view', 'cast']),
    at,
    until: endOf(chance, moments, kind, at),
    quantity: chance.oneOf(['1', '1', '2', '3', '0', '0.1', '2.75', '1200', '0.333333']),
    who: chance.oneOf(['ann', 'bob', 'cyd', 'dee', '', null]),
    series: chance.oneOf(['s', 't', 'S', null]),
    attributes: chance.oneOf<Readonly<Record<string, string>>>([
      {},
      { site: 'Kiel' },
      { site: 'Ulm' },
      { site: '' },
      { constructor: 'x' },
    ]),
  });
}

/** Where a record of the kind has an end: none, at once, after a while, or some moment of the scene. */
function endOf(chance: Chance, moments: () => Instant, kind: RecordKind, at: Instant): Instant | null {
  if (kind === 'held' && chance.happens(40)) return null;
  if (kind === 'sighting' && chance.happens(5)) return null;
  if (!['held', 'sighting', 'reservation', 'queued'].includes(kind)) return null;
  const end = chance.oneOf([at, after(at, 1), after(at, chance.between(1, 30 * hour)), moments(), moments()]);
  return end < at ? at : end;
}

/** Records of other sources under an id that is taken, half of them at the same instant. */
function namesakes(chance: Chance, moments: () => Instant, told: readonly UsageRecord[]): UsageRecord[] {
  return told
    .filter(() => chance.happens(10))
    .map(({ id, kind, at, feature }) => {
      const made = happening(chance, moments, kind, '');
      const alike = chance.happens(50) && kind === 'occurrence' ? { at, feature } : {};
      return withDigest({ ...made, ...alike, id, source: 'archive' });
    });
}

/** At the very instant of a record another one that bears on it: a return, a snapshot, or one more of its kind. */
function companions(chance: Chance, moments: () => Instant, told: readonly UsageRecord[]): UsageRecord[] {
  const others: Partial<Record<RecordKind, RecordKind>> = { held: 'return', member: 'snapshot' };
  return told
    .filter(() => chance.happens(20))
    .map((record, n) => {
      const kind = chance.happens(60) ? (others[record.kind] ?? record.kind) : record.kind;
      const { at, feature, series, attributes } = record;
      const made = happening(chance, moments, kind, `c${n}`, at);
      const source = chance.happens(50) ? record.source : made.source;
      return withDigest({ ...made, source, feature, series, attributes });
    });
}

/** Retractions of some records, now and then of a retraction, of themselves, or of what nobody sent. */
function retractions(chance: Chance, moments: () => Instant, told: readonly UsageRecord[]): UsageRecord[] {
  const made: UsageRecord[] = [];
  for (const target of told.filter(() => chance.happens(6))) {
    const undoing = happening(chance, moments, 'retraction', `x${made.length}`);
    made.push(withDigest({ ...undoing, source: target.source, series: target.id }));
  }
  for (const target of made.filter(() => chance.happens(25))) {
    const undoing = happening(chance, moments, 'retraction', `y${made.length}`);
    const series = chance.oneOf([target.id, undoing.id, 'nothing']);
    made.push(withDigest({ ...undoing, source: target.source, series }));
  }
  return made;
}

/**
 * Readings of one roster, each with one list or with several that contradict each other; of those a person has chosen
 * one, none, or one that nobody sent. Now and then a snapshot is missing, retracted, or has a member too many.
 */
function rostersOf(chance: Chance, moments: () => Instant): Happenings {
  const records: UsageRecord[] = [];
  const chosen = new Map<string, string>();
  const { source } = happening(chance, moments, 'snapshot', '');
  const readings = chance.oneOf([0, 0, 1, 3]);
  for (let n = 0; n < readings; n += 1) {
    const at = moments();
    const told = (kind: RecordKind, name: string, members: string | null): UsageRecord => {
      const made = happening(chance, moments, kind, '', at);
      const attributes = members === null ? made.attributes : { ...made.attributes, members };
      const feature = chance.oneOf(['draw', 'draw', made.feature]);
      return withDigest({ ...made, source, id: `roster${n}${name}`, series: 'roster', feature, attributes });
    };
    const lists = chance.oneOf([['a'], ['a', 'b'], ['a', 'b'], ['a', 'b', 'c']]);
    const snapshots = lists.map((list) => told('snapshot', '', list));
    for (const list of [...lists, chance.oneOf([null, 'stray'])]) {
      const count = list === 'stray' ? 1 : chance.between(0, 3);
      for (let i = 0; i < count; i += 1) records.push(told('member', `${list}${i}`, list));
    }
    if (chance.happens(85)) records.push(...snapshots);
    if (chance.happens(10)) records.push({ ...told('retraction', 'gone', null), series: snapshots[0]!.id });
    const choice = chance.oneOf([...snapshots.map(({ digest }) => digest), 'unknown', null]);
    if (choice !== null) chosen.set(recordKey(snapshots[0]!), choice);
  }
  return { records, chosen };
}

/** The same record with another content. */
function variantOf(chance: Chance, moments: () => Instant, record: UsageRecord): UsageRecord {
  const other = happening(chance, moments, chance.happens(70) ? record.kind : chance.oneOf(kinds), 'other');
  const { source, id } = record;
  const series = record.kind === 'retraction' && chance.happens(50) ? record.series : other.series;
  return withDigest({ ...other, source, id, series });
}

/** For half of the conflicts what counts; for a few, and for a record without conflict, a digest nobody sent. */
function chosenAmong(
  chance: Chance,
  told: readonly UsageRecord[],
  variants: readonly UsageRecord[],
): Map<string, string> {
  const chosen = new Map<string, string>();
  for (const variant of variants) {
    const original = told.find((record) => recordKey(record) === recordKey(variant))!;
    if (chance.happens(50))
      chosen.set(
        recordKey(variant),
        chance.oneOf([variant.digest, variant.digest, original.digest, 'unknown']),
      );
  }
  const calm = chance.oneOf(told);
  if (!chosen.has(recordKey(calm)) && chance.happens(30)) chosen.set(recordKey(calm), 'unknown');
  return chosen;
}

function withDigest(record: UsageRecord): UsageRecord {
  const { source, id, digest, ...content } = record;
  return { ...record, digest: `d${JSON.stringify(content)}` };
}
