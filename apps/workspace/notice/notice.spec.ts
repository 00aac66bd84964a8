import { describe, expect, it } from 'vitest';
import { markFacts } from './factMarks.ts';
import { isAboutMoney, partsOfLetter } from './letter.ts';

const marked = (text: string, shown: string[]) =>
  markFacts(text, shown)
    .filter((one) => one.fact !== null)
    .map((one) => `${one.text}:${one.fact}`);

describe('facts marked in a notice', () => {
  it('marks every place a fact stands, and joins back to the same text', () => {
    const text = 'Allowed: 120 seats. Measured: 131 seats on March 12, 2026.';
    expect(marked(text, ['120', '131', 'March 12, 2026'])).toEqual(['120:0', '131:1', 'March 12, 2026:2']);
    expect(
      markFacts(text, ['120', '131'])
        .map((one) => one.text)
        .join(''),
    ).toBe(text);
  });

  it('never marks a piece of a number, a date or a word', () => {
    expect(marked('20 of 2026, 1,20 and 20.5, 20x', ['20'])).toEqual(['20:0']);
    expect(marked('20, 20. (20)', ['20'])).toEqual(['20:0', '20:0', '20:0']);
  });

  it('prefers the longer fact, and reads no fact as a pattern', () => {
    expect(marked('11 × €100.00 per year', ['11', '11 × €100.00'])).toEqual(['11 × €100.00:1']);
    expect(marked('a.c abc', ['a.c'])).toEqual(['a.c:0']);
    expect(marked('anything', ['', ' '])).toEqual([]);
  });
});

describe('the parts of a letter', () => {
  const parts = partsOfLetter(
    'Dear Dana,\n\nWhat we found\n-------------\n\nThis:\n\n- one\n- two\n\nWhat it costs (apart)\n---\n\nKind regards,\nSam\n',
  );

  it('knows headings, lists and words', () => {
    expect(parts.map((part) => part.heading)).toEqual([null, 'What we found', 'What it costs (apart)']);
    expect(parts[1]?.blocks).toEqual([
      { kind: 'words', text: 'This:' },
      { kind: 'list', items: ['one', 'two'] },
    ]);
  });

  it('sets the part about money apart', () => {
    expect(parts.map(isAboutMoney)).toEqual([false, false, true]);
  });
});
