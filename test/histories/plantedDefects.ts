/** A mistake to plant in the second count: in one file, one text becomes another. */
export type PlantedDefect = {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
};

export const plantedDefects: readonly PlantedDefect[] = [
  {
    name: 'a point at the end of a window counts in it',
    file: 'content.ts',
    find: 'firstAt(ascending, within.until)',
    replace: 'firstAt(ascending, within.until + 1)',
  },
  {
    name: 'a point at the start of a window is dropped',
    file: 'content.ts',
    find: 'firstAt(ascending, within.from)',
    replace: 'firstAt(ascending, within.from + 1)',
  },
  {
    name: 'a span that lasts past a window is let go after it',
    file: 'content.ts',
    find: 'span.until > within.from',
    replace: 'span.from >= within.from',
  },
  {
    name: 'a span counts past the end of its window',
    file: 'content.ts',
    find: 'const until = Math.min(span.until, within.until);',
    replace: 'const until = span.until;',
  },
  {
    name: 'a span counts from before its window',
    file: 'content.ts',
    find: 'const from = Math.max(span.from, within.from);',
    replace: 'const from = span.from;',
  },
  {
    name: 'groups without points are dropped',
    file: 'content.ts',
    find: 'new Set([...points.keys(), ...spans.keys()])',
    replace: 'new Set([...points.keys()])',
  },
  {
    name: 'duplicates are counted',
    file: 'settled.ts',
    find: 'if (record) standing.push(record);',
    replace:
      'for (const one of records) if (record && one.id === record.id && one.digest === digest) standing.push(one);',
  },
  {
    name: 'the first of a conflict counts though nobody chose',
    file: 'settled.ts',
    find: 'variants.size === 1 ?',
    replace: 'variants.size === 1 || !chosen.has(key) ?',
  },
  {
    name: 'a settled conflict still counts for nothing',
    file: 'settled.ts',
    find: ': chosen.get(key);',
    replace: ': undefined;',
  },
  {
    name: 'sources share their ids',
    file: 'settled.ts',
    find: '!retracted.has(identity(record.source, record.id))',
    replace: "![...retracted].some((gone) => gone.endsWith('\\n' + record.id))",
  },
  {
    name: 'retractions are ignored',
    file: 'settled.ts',
    find: ' && !retracted.has(identity(record.source, record.id))',
    replace: '',
  },
  {
    name: 'a retraction undoes only what came before it',
    file: 'settled.ts',
    find: '!retracted.has(identity(record.source, record.id))',
    replace:
      '!retractions.some((undo) => undo.source === record.source && undo.series === record.id && records.indexOf(undo) > records.indexOf(record))',
  },
  {
    name: 'a retraction can be retracted',
    file: 'settled.ts',
    find: 'retractions.map(({ source, series }) =>',
    replace:
      'retractions.filter((undo) => !retractions.some((by) => by.source === undo.source && by.series === undo.id)).map(({ source, series }) =>',
  },
  {
    name: 'a retraction in conflict with itself still retracts',
    file: 'settled.ts',
    find: "const retractions = standing.filter(({ kind }) => kind === 'retraction');",
    replace: "const retractions = records.filter(({ kind }) => kind === 'retraction');",
  },
  {
    name: 'an open hold is ignored',
    file: 'spans.ts',
    find: 'ends.length > 0 ? Math.min(...ends) : asOf',
    replace: 'ends.length > 0 ? Math.min(...ends) : from',
  },
  {
    name: 'an open hold outlives its return',
    file: 'spans.ts',
    find: 'const ends = [givenBack, takenAgain]',
    replace: 'const ends = [takenAgain]',
  },
  {
    name: 'an open hold outlives the next one of its series',
    file: 'spans.ts',
    find: 'const ends = [givenBack, takenAgain]',
    replace: 'const ends = [givenBack]',
  },
  {
    name: 'a return at the very start gives nothing back',
    file: 'spans.ts',
    find: 'firstFrom(returned.get(seriesOf(record)), from)',
    replace: 'firstFrom(returned.get(seriesOf(record)), from + 1)',
  },
  {
    name: 'every sighting of a checkout is a checkout',
    file: 'spans.ts',
    find: "...sightingSpans(ofKind('sighting'), asOf),",
    replace:
      "...ofKind('sighting').map((record) => ({ record, from: record.at, until: record.until ?? asOf })),",
  },
  {
    name: 'the first sighting counts in place of the last',
    file: 'spans.ts',
    find: 'seenUntil(a) > seenUntil(b) ? a : b;',
    replace: 'seenUntil(a) < seenUntil(b) ? a : b;',
  },
  {
    name: 'reservations are counted though the measure leaves them out',
    file: 'spans.ts',
    find: '...(countReservations ?',
    replace: '...(countReservations || true ?',
  },
  {
    name: 'requests in the queue are counted',
    file: 'spans.ts',
    find: "...sightingSpans(ofKind('sighting'), asOf),",
    replace: "...sightingSpans(ofKind('sighting'), asOf),\n    ...sightingSpans(ofKind('queued'), asOf),",
  },
  {
    name: 'the last level is not carried on',
    file: 'spans.ts',
    find: 'inOrder[i + 1]?.at ?? asOf',
    replace: 'inOrder[i + 1]?.at ?? record.at',
  },
  {
    name: 'of two levels at one instant the least id counts',
    file: 'spans.ts',
    find: '(a.id < b.id ? -1 : 1)',
    replace: '(a.id < b.id ? 1 : -1)',
  },
  {
    name: 'a member ends with the snapshot it was read in',
    file: 'spans.ts',
    find: 'const next = firstFrom(taken.get(seriesOf(record)), record.at + 1);',
    replace: 'const next = firstFrom(taken.get(seriesOf(record)), record.at);',
  },
  {
    name: 'members of a list that does not count are counted',
    file: 'recount.ts',
    find: 'listed(settled(records, chosen), records)',
    replace: 'settled(records, chosen)',
  },
  {
    name: 'where no snapshot counts, members of every list do',
    file: 'listed.ts',
    find: 'received.filter(isSnapshot)',
    replace: 'settled.filter(isSnapshot)',
  },
  {
    name: 'a member of a list is dropped where no snapshot came',
    file: 'listed.ts',
    find: '!read.has(reading(record)) || ',
    replace: '',
  },
  {
    name: 'a member that names no list is dropped beside a snapshot',
    file: 'listed.ts',
    find: '    if (record.attributes.members === undefined) return true;\n',
    replace: '',
  },
  {
    name: 'any list of a counting snapshot counts, whatever its moment',
    file: 'listed.ts',
    find: 'JSON.stringify([source, series, at])',
    replace: 'JSON.stringify([source, series])',
  },
  {
    name: 'records without a series are tied together',
    file: 'spans.ts',
    find: 'return series === null ?',
    replace: 'return series === undefined ?',
  },
  {
    name: 'the dates of a feature are ignored for points',
    file: 'matching.ts',
    find: 'names(rule, record) && rule.from <= record.at && record.at < rule.until',
    replace: 'names(rule, record)',
  },
  {
    name: 'the dates of a feature are ignored for spans',
    file: 'matching.ts',
    find: 'const until = Math.min(span.until, rule.until);',
    replace: 'const until = span.until;',
  },
  {
    name: 'a span counts twice where two rules name its feature',
    file: 'matching.ts',
    find: '    reached = until;\n',
    replace: '',
  },
  {
    name: 'a record without the attribute passes a filter that excludes values',
    file: 'matching.ts',
    find: 'if (value === undefined) return false;',
    replace: "if (value === undefined) return 'notIn' in filter;",
  },
  {
    name: 'groups are mixed',
    file: 'matching.ts',
    find: 'JSON.stringify(measure.groupBy.map(',
    replace: 'JSON.stringify(measure.groupBy.slice(0, 1).map(',
  },
  {
    name: 'nobody counts as a person',
    file: 'evaluate.ts',
    find: '  found.delete(undefined);\n',
    replace: '',
  },
  {
    name: 'division by what has elapsed of the window',
    file: 'evaluate.ts',
    find: 'over(held(content, counted, steps), whole(length))',
    replace: 'over(held(content, counted, steps), whole(counted.until - counted.from))',
  },
  {
    name: 'the nth highest is one off',
    file: 'evaluate.ts',
    find: '[hours - n] ?? nought',
    replace: '[hours - n - 1] ?? nought',
  },
  {
    name: 'the rank of a percentile is rounded down',
    file: 'evaluate.ts',
    find: 'Math.max(1, Number(rank)) - 1',
    replace: 'Math.max(1, Math.floor((Number(p) / 100) * hours)) - 1',
  },
  {
    name: 'hours without records are no hours',
    file: 'evaluate.ts',
    find: 'return [...empty, ...hourly].sort(compare);',
    replace: 'return [...hourly].sort(compare);',
  },
  {
    name: 'the latest of points is the first in the window',
    file: 'evaluate.ts',
    find: 'inOrder.at(-1)',
    replace: 'inOrder.at(0)',
  },
  {
    name: 'of points at one instant the least source is the latest',
    file: 'evaluate.ts',
    find: 'order(a.source, b.source)',
    replace: 'order(b.source, a.source)',
  },
  {
    name: 'the latest of a level is the one at the start',
    file: 'evaluate.ts',
    find: 'values(content, counted, steps).at(-1)!',
    replace: 'values(content, counted, steps).at(0)!',
  },
  {
    name: 'the least of a level leaves out when nothing was held',
    file: 'evaluate.ts',
    find: 'least(values(content, counted, steps))',
    replace: 'least(values(content, counted, steps).filter(({ n }) => n > 0n))',
  },
  {
    name: 'points are added to a level',
    file: 'evaluate.ts',
    find: 'standing(spans, counted, steps).map(({ level }) => level) : points.map(alone)',
    replace:
      '[...standing(spans, counted, steps).map(({ level }) => level), ...points.map(alone)] : points.map(alone)',
  },
  {
    name: 'what ends at an instant is still held at it',
    file: 'standing.ts',
    find: 'totalBy(spans, ({ until }) => until)',
    replace: 'totalBy(spans, ({ until }) => until + 1)',
  },
  {
    name: 'a level that does not change is cut where a span ends',
    file: 'standing.ts',
    find: 'if (before && compare(before.level, level) === 0)',
    replace: 'if (before && before.until !== from)',
  },
  {
    name: 'the hour that a clock shows twice is counted once',
    file: 'recount.ts',
    find: '    const hour = window.hours[index]!;\n',
    replace: `    const hour = window.hours[index]!;
    const before = new Date(hour.from / 1000 - 3_600_000);
    if (inHour.points.length + inHour.spans.length === 0) continue;
    const clocks = ((globalThis as { clocks?: Record<string, Intl.DateTimeFormat> }).clocks ??= {});
    clocks[measure.zone] ??= new Intl.DateTimeFormat('en', { timeZone: measure.zone, timeStyle: 'short' });
    if (clocks[measure.zone]!.format(before) === clocks[measure.zone]!.format(hour.from / 1000)) continue;
    `,
  },
  {
    name: 'every hour takes sixty minutes',
    file: 'recount.ts',
    find: 'hour, hour.until - hour.from, rating)',
    replace: 'hour, 3_600_000_000, rating)',
  },
  {
    name: 'the unit size is not divided by',
    file: 'recount.ts',
    find: 'written(over(value, unitSize))',
    replace: 'written(value)',
  },
  {
    name: 'stretches in which nothing is held are reported',
    file: 'recount.ts',
    find: 'level.n > 0n',
    replace: 'level.n >= 0n',
  },
  {
    name: 'sums carry the error of binary fractions',
    file: 'ratio.ts',
    find: 'return ratio(a.n * b.d + b.n * a.d, a.d * b.d);',
    replace: 'return fromDecimal((Number(a.n) / Number(a.d) + Number(b.n) / Number(b.d)).toFixed(20));',
  },
  {
    name: 'a kind that the table does not have counts as nothing',
    file: 'rating.ts',
    find: 'row ? row[1] : otherwise',
    replace: "row ? row[1] : '0'",
  },
  {
    name: 'a floor is a ceiling',
    file: 'rating.ts',
    find: 'compare(quantity, least) < 0 ?',
    replace: 'compare(quantity, least) > 0 ?',
  },
  {
    name: 'what stands at zero is lifted to the floor',
    file: 'rating.ts',
    find: 'compare(quantity, nought) > 0 && ',
    replace: '',
  },
  {
    name: 'a pack that is begun does not count',
    file: 'rating.ts',
    find: 'ceiling(over(quantity, fromDecimal(step.size)))',
    replace: '(({ n, d }: Ratio) => n / d)(over(quantity, fromDecimal(step.size)))',
  },
  {
    name: 'floors and packs are of everything together',
    file: 'rating.ts',
    find: 'Map.groupBy(parts, place)',
    replace: "Map.groupBy(parts, () => '')",
  },
  {
    name: 'the level of what has ended is rated',
    file: 'standing.ts',
    find: 'inForce.filter(({ until }) => until > at)',
    replace: 'inForce.filter(({ until }) => until >= at)',
  },
  {
    name: 'everything is packed part by part',
    file: 'standing.ts',
    find: 'ratedAlone(levelAt(instant), outer, first.record)',
    replace: 'levelAt(instant)',
  },
  {
    name: 'a charge lasts an hour longer',
    file: 'charges.ts',
    find: 'const paid = now + lasts;',
    replace: 'const paid = now + lasts + 3_600_000_000;',
  },
  {
    name: 'use that goes on is not charged again',
    file: 'charges.ts',
    find: 'rest.filter(({ until }) => until > paid)',
    replace: 'rest.filter(({ from }) => from >= paid)',
  },
  {
    name: 'everybody shares one charge',
    file: 'charges.ts',
    find: '[...groupBy, ...each]',
    replace: '[...groupBy]',
  },
  {
    name: 'somebody counts with every kind held',
    file: 'recount.ts',
    find: 'counting ? counting(group) : own',
    replace: 'own',
  },
  {
    name: 'the lowest kind is the highest',
    file: 'highest.ts',
    find: ': order.indexOf(kind)',
    replace: ': order.toReversed().indexOf(kind)',
  },
  {
    name: 'the greater of two is the lower',
    file: 'compared.ts',
    find: "kind === 'lowerOf' ?",
    replace: "kind !== 'lowerOf' ?",
  },
  {
    name: 'the condition of all parts is forgotten',
    file: 'compared.ts',
    find: '[...filter, ...part.filter]',
    replace: '[...part.filter]',
  },
  {
    name: 'a ratchet forgets what was highest',
    file: 'compared.ts',
    find: 'row.window <= window',
    replace: 'row.window === window',
  },
];
