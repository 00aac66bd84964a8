/** One part of a letter: what stands before the first heading has none. */
export type LetterPart = {
  readonly heading: string | null;
  readonly blocks: readonly LetterBlock[];
};
export type LetterBlock =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** Returns a plain text message in its parts: a line underlined with dashes is a heading, lines with a dash are a list. */
export function partsOfLetter(text: string): readonly LetterPart[] {
  const parts: { heading: string | null; blocks: LetterBlock[] }[] = [{ heading: null, blocks: [] }];
  for (const block of text.split(/\n{2,}/).filter((some) => some.trim() !== '')) {
    const heading = /^(.+)\n-{3,}$/.exec(block)?.[1];
    if (heading !== undefined) parts.push({ heading, blocks: [] });
    else parts.at(-1)?.blocks.push(blockOf(block));
  }
  return parts.filter((part) => part.heading !== null || part.blocks.length > 0);
}

function blockOf(block: string): LetterBlock {
  const lines = block.split('\n');
  return lines.every((line) => line.startsWith('- '))
    ? { kind: 'list', items: lines.map((line) => line.slice(2)) }
    : { kind: 'words', text: block };
}

/** Whether a part is about money, which stands apart from the terms. */
export function isAboutMoney(part: LetterPart): boolean {
  return part.heading !== null && /\b(cost|fee|price)s?\b/i.test(part.heading);
}
