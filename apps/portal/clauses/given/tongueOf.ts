import { formatsOf } from '../../words/formats.ts';
import type { Language } from '../../words/languages.ts';
import { formatMessage, type Messages, type ScreenWords, type Values } from '../../words/messages.ts';
import type { Tongue } from '../tongue.ts';
import { countingWords, standingWords, termsWords, vocabulary } from '../words.ts';

/** Returns what words clauses in a language, as on the pages; days of UTC where no zone is named. */
export async function tongueOf(language: Language): Promise<Tongue> {
  const sayer = async <Key extends string>(words: ScreenWords<Key>) =>
    speaking(await words.load(language), language);
  return {
    language,
    formats: formatsOf(language, 'UTC'),
    counting: await sayer(countingWords),
    terms: await sayer(termsWords),
    standing: await sayer(standingWords),
    vocabulary: await sayer(vocabulary),
  };
}

function speaking<Key extends string>(messages: Messages<Key>, language: Language) {
  const say = (key: Key, values?: Values) => formatMessage(messages[key], language, values);
  return Object.assign(say, { has: (key: string): key is Key => Object.hasOwn(messages, key) });
}
