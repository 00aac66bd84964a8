import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from './languages.ts';

/** What a message is filled with. */
export type Values = Readonly<Record<string, string | number | boolean>>;

/** The messages of one screen in one language, by key. */
export type Messages<Key extends string> = Readonly<Record<Key, string>>;

/** The files of another language have the keys of the English one: `export default {…} satisfies Same<typeof en>`. */
export type Same<English> = { readonly [Key in keyof English]: string };

/** The words of one screen: where they are loaded from, language by language. */
export type ScreenWords<Key extends string> = {
  readonly load: (language: Language) => Promise<Messages<Key>>;
};

type Files<Key extends string> = Readonly<Record<Language, () => Promise<{ default: Messages<Key> }>>>;

/**
 * Returns the words of a screen, each language loaded once and only when somebody reads it:
 * `wordsOf<keyof typeof import('../words/en/dates.ts').default>({ en: () => import('../words/en/dates.ts'), … })`.
 */
export function wordsOf<Key extends string>(files: Files<Key>): ScreenWords<Key> {
  const loaded = new Map<Language, Promise<Messages<Key>>>();
  return {
    load: (language) => {
      const known = loaded.get(language) ?? files[language]().then((file) => file.default);
      loaded.set(language, known);
      return known;
    },
  };
}

const made = new Map<string, IntlMessageFormat>();

/** Returns a message made ready, each only once. */
function ready(message: string, locale: string): IntlMessageFormat {
  const key = `${locale}\0${message}`;
  const known = made.get(key);
  if (known) return known;
  const format = new IntlMessageFormat(message, locale);
  made.set(key, format);
  return format;
}

/** Returns an ICU message filled with values, as the locale has its plurals and numbers. Throws where a value is missing. */
export function formatMessage(message: string, locale: string, values: Values = {}): string {
  return String(ready(message, locale).format(values));
}

type Piece<Node> = (parts: readonly (string | Node)[]) => Node;

/** The same where tags in the message (`<b>…</b>`) are made by functions; returns its pieces in order. */
export function formatPieces<Node>(
  message: string,
  locale: string,
  values: Readonly<Record<string, string | number | boolean | Node | Piece<Node>>>,
): readonly (string | Node)[] {
  const pieces = ready(message, locale).format(values as never) as unknown;
  return Array.isArray(pieces) ? pieces : [pieces as string];
}
