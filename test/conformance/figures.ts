import { exact, parseDecimal, plain, roundTo } from '#platform/exact.ts';

/** The answer to a question: numbers in stored form and dates, by the name of the figure; a list keeps its order. */
export type Figures = Readonly<Record<string, string | readonly string[]>>;

export type Figure = Figures[string];

/** Returns whether a figure is the expected one: numbers by value, exactly or after rounding both to `places`, else as texts. */
export function same(expected: Figure, got: Figure, places?: number): boolean {
  if (typeof expected !== 'string' || typeof got !== 'string')
    return (
      typeof expected !== 'string' &&
      typeof got !== 'string' &&
      expected.length === got.length &&
      expected.every((one, i) => same(one, got[i]!, places))
    );
  const [a, b] = [numberIn(expected), numberIn(got)];
  if (!a || !b) return expected === got;
  return places === undefined ? a.equals(b) : roundTo(a, places).equals(roundTo(b, places));
}

/** Returns a figure for people; a number that does not end is rounded behind 20 decimals. */
export function shown(figure: Figure): string {
  if (typeof figure !== 'string') return `[${figure.map(shown).join(', ')}]`;
  const number = numberIn(figure);
  return number ? plain(number, 20) : figure;
}

function numberIn(text: string) {
  return /^-?\d+\/\d+$/.test(text) ? exact(text) : parseDecimal(text);
}
