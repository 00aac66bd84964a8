/** Returns the cells of the first table behind a phrase, its rule left out. Throws where the phrase or the table is missing. */
export function tableAfter(text: string, phrase: string): string[][] {
  const from = text.indexOf(phrase);
  if (from < 0) throw new Error(`the page does not say: ${phrase}`);
  const lines = text.slice(from).split('\n');
  const first = lines.findIndex((line) => line.startsWith('|'));
  if (first < 0) throw new Error(`no table follows: ${phrase}`);
  const rest = lines.slice(first);
  const end = rest.findIndex((line) => !line.startsWith('|'));
  const rows = rest.slice(0, end < 0 ? undefined : end);
  return rows.filter((row) => !/^\|[\s|:-]+\|$/.test(row)).map(cellsOf);
}

/** Returns the cells of all tables of a page, or of one part of it, row by row. */
export function rowsIn(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s|:-]+\|$/.test(line))
    .map(cellsOf);
}

function cellsOf(row: string): string[] {
  return row
    .slice(1, row.lastIndexOf('|'))
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
}

/** Returns the fenced blocks of a page: what they are called (`yaml`) and what stands in them. */
export function blocksIn(text: string): { readonly kind: string; readonly text: string }[] {
  return [...text.matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gm)].map(([, kind = '', block = '']) => ({
    kind: kind.trim(),
    text: block,
  }));
}
