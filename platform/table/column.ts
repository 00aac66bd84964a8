/** What a column of a table is for. Its values, once read, are texts in one form: `1234.5`, `2026-03-31`, a choice. */
export type ColumnSpec = {
  readonly key: string;
  readonly title: string;
  /** What belongs there, in a sentence for whoever fills it in. */
  readonly explain: string;
  readonly example: string;
  /** `key` names the thing and has to be in every row; `new` is needed for a thing not known yet; `optional` may be blank. */
  readonly need: 'key' | 'new' | 'optional';
  /** In a row about something known, blank leaves what is there; else blank is nothing (`optional`), or was left out (`new`). */
  readonly keeps?: true;
  readonly kind: 'text' | 'lines' | 'number' | 'date' | 'choice' | 'list';
  /** Capitals say nothing: `K-1001` is `k-1001`. */
  readonly lowerCase?: true;
  readonly choices?: readonly string[];
  /** Further names of the column, and, for a choice, of its values (`{ small: ['smb'] }`). */
  readonly synonyms?: readonly string[];
  readonly valueSynonyms?: Readonly<Record<string, readonly string[]>>;
};

/** The texts of one thing by the keys of its columns. A column that is not there says nothing; `''` says: nothing. */
export type Fields = Readonly<Record<string, string>>;

/** How numbers and days are written in a file: said by a person, or plain from the file itself; `null` while unsaid. */
export type Formats = {
  /** `point`: 1,234.56. `comma`: 1.234,56. */
  readonly numbers: 'point' | 'comma' | null;
  /** The order of 12/31/2026 (`mdy`) or 31/12/2026 (`dmy`). A year in front needs no word. */
  readonly dates: 'dmy' | 'mdy' | null;
};

/** What each column of a file is for, and how its values are read. */
export type ColumnMap = Formats & {
  /** The key of each column, by its place; `null`: not taken. */
  readonly columns: readonly (string | null)[];
  /** By key of the column and value as written: what it stands for. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

/** Returns a name without what people write differently: case, accents, spaces and signs. */
export function bareName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Returns for each column of a header the key it most likely stands for: equal names only, the first column of a name. */
export function guessColumns(header: readonly string[], specs: readonly ColumnSpec[]): (string | null)[] {
  const names = new Map<string, string>();
  for (const { key, title, synonyms = [] } of specs.toReversed()) {
    for (const name of [...synonyms, title, key]) names.set(bareName(name), key);
  }
  const taken = new Set<string>();
  return header.map((name) => {
    const key = names.get(bareName(name));
    if (key === undefined || taken.has(key)) return null;
    taken.add(key);
    return key;
  });
}

/** Returns what a header is known by: the same columns in the same order, however they are spelled. */
export function headerName(header: readonly string[]): string {
  return JSON.stringify(header.map(bareName));
}
