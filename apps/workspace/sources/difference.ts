import type { Content } from './data.ts';

/** Returns what a content says, name and value, in the order it is shown. */
export function rowsOf({
  kind,
  feature,
  at,
  until,
  quantity,
  who,
  series,
  attributes,
}: Content): [string, string][] {
  const rows: [string, string | null][] = [
    ['Kind', kind],
    ['Feature', feature],
    ['From', at],
    ['Until', until],
    ['Quantity', quantity],
    ['Who', who],
    ['Series', series],
    ...Object.entries(attributes),
  ];
  return rows.map(([name, value]) => [name, value ?? '–']);
}

/** Returns the names of what contents of one record say differently, or only some of them say at all. */
export function differing(contents: readonly Content[]): ReadonlySet<string> {
  const all = contents.map((content) => new Map(rowsOf(content)));
  const names = new Set(all.flatMap((rows) => [...rows.keys()]));
  return new Set([...names].filter((name) => new Set(all.map((rows) => rows.get(name))).size > 1));
}
