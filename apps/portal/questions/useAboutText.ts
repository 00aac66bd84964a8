import { useFormats, useWords } from '../words/Words.tsx';
import type { ClaimKind, Summary } from './data.ts';
import { type QuestionWord, questionWords } from './words.ts';

/** Returns how to say what a question is about, in one line. */
export function useAboutText(): (about: Summary['about']) => string {
  const say = useWords(questionWords);
  const formats = useFormats();
  return ({ kind, agreement, clause, product, plain, from, until, row, quote, date }) => {
    const name = product ?? clause ?? '';
    switch (kind) {
      case 'general':
        return say('inGeneral');
      case 'clause':
        return say('aboutClause', { product: name, plain: plain ?? '' });
      case 'line': {
        const span = from && until ? formats.span(from, until) : '';
        if (!row) return say('aboutLine', { product: name, span });
        return row.who
          ? say('aboutRow', { who: row.who, product: name, span })
          : say('aboutRecord', { id: row.id, product: name, span });
      }
      case 'quote':
        return say('aboutQuote', { quote: quote ?? '' });
      case 'date':
        return say('aboutDate', { day: formats.day(date ?? ''), agreement: agreement ?? '' });
    }
  };
}

const claims: Record<ClaimKind, QuestionWord> = {
  'not-ours': 'claimNotOurs',
  left: 'claimLeft',
  'counted-twice': 'claimTwice',
  'test-machine': 'claimTest',
  'wrong-number': 'claimNumber',
  other: 'claimOther',
};

/** Returns the word for what is said to be wrong. */
export function claimWord(kind: ClaimKind): QuestionWord {
  return claims[kind];
}

/** All that may be said to be wrong: about one line, or (`whole`) about the number itself. */
export function claimsFor(whole: boolean): readonly ClaimKind[] {
  return whole ? ['wrong-number', 'counted-twice', 'other'] : (Object.keys(claims) as ClaimKind[]);
}
