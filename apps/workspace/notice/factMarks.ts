/** A stretch of text; `fact` is the index of the fact it shows, `null` for plain words. */
export type Stretch = { readonly text: string; readonly fact: number | null };

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A fact is whole: `20` is not found in `2026`, `1,200` or `20.5`. */
const before = String.raw`(?<![\p{L}\p{N}])(?<!\p{N}[.,:/])`;
const after = String.raw`(?![\p{L}\p{N}])(?![.,:/]\p{N})`;

/**
 * Returns the text cut into stretches, so that every place that shows one of the facts letter by letter is marked.
 * Where one fact is part of another, the longer one is marked. The stretches joined are the text.
 */
export function markFacts(text: string, shown: readonly string[]): readonly Stretch[] {
  const sought = [...new Set(shown)].filter((one) => one.trim() !== '').sort((a, b) => b.length - a.length);
  if (sought.length === 0) return [{ text, fact: null }];
  const pattern = new RegExp(`${before}(?:${sought.map(escaped).join('|')})${after}`, 'gu');
  const stretches: Stretch[] = [];
  let done = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > done) stretches.push({ text: text.slice(done, match.index), fact: null });
    stretches.push({ text: match[0], fact: shown.indexOf(match[0]) });
    done = match.index + match[0].length;
  }
  return done < text.length ? [...stretches, { text: text.slice(done), fact: null }] : stretches;
}
