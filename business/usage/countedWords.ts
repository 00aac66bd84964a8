import type { Clause } from '#business/agreements/agreement.ts';
import { conditionWords } from '#business/agreements/condition.ts';
import { measureWords } from './measureWords.ts';

/** Returns how a clause counts, and when it binds at all where that is not always, for somebody who has never read a contract. */
export function countedWords({ measure, unitName, onlyIf }: Clause): string {
  const words = measureWords(measure, unitName);
  return onlyIf ? `${words}; it binds only where ${conditionWords(onlyIf)}` : words;
}
