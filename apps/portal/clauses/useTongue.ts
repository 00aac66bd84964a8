import { useMemo } from 'react';
import { useSpeech, useWords } from '../words/Words.tsx';
import type { Tongue } from './tongue.ts';
import { clauseWords, countingWords, standingWords, termsWords, vocabulary } from './words.ts';

/** Starts loading all that clauses are worded with, in one go. */
export function useTongue(): Tongue {
  const { language, formats } = useSpeech();
  for (const words of clauseWords) void words.load(language);
  const counting = useWords(countingWords);
  const terms = useWords(termsWords);
  const standing = useWords(standingWords);
  const names = useWords(vocabulary);
  return useMemo(
    () => ({ language, formats, counting, terms, standing, vocabulary: names }),
    [language, formats, counting, terms, standing, names],
  );
}
