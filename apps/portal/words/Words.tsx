import {
  Children,
  createContext,
  type ReactNode,
  startTransition,
  use,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { keepLanguage } from '../data/session.ts';
import { type Formats, formatsOf } from './formats.ts';
import { type Language, languageOf, localeOf } from './languages.ts';
import { formatMessage, formatPieces, type ScreenWords, type Values } from './messages.ts';

const languageKey = 'goodterms-language';

type Speech = {
  readonly language: Language;
  readonly formats: Formats;
  /** Chooses a language by hand; kept in this browser. */
  readonly speak: (language: Language) => void;
  /** Takes what the signed-in person has chosen, where nothing was chosen by hand; `null` leaves the browser's. */
  readonly take: (person: { language: string | null; zone: string | null }) => void;
};

const SpeechContext = createContext<Speech | null>(null);

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

function chosen(): string | null {
  try {
    return localStorage.getItem(languageKey);
  } catch {
    return null;
  }
}

/** Returns the language to begin with: what was chosen in this browser, else the browser's own. */
export function firstLanguage(): Language {
  const kept = chosen();
  return languageOf([...(kept ? [kept] : []), ...navigator.languages]);
}

/** Lets everything inside speak a language: what was chosen in this browser, else what the person has, else the browser's. */
export function SpeechProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(firstLanguage);
  const [zone, setZone] = useState(ownZone);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const speech = useMemo<Speech>(
    () => ({
      language,
      formats: formatsOf(localeOf(language, navigator.languages), zone),
      speak: (next) => {
        keepLanguage(next);
        try {
          localStorage.setItem(languageKey, next);
        } catch {
          // Without a memory the choice holds until the page is left.
        }
        startTransition(() => setLanguage(next));
      },
      take: (person) =>
        startTransition(() => {
          if (person.zone) setZone(person.zone);
          if (person.language && !chosen()) setLanguage(languageOf([person.language]));
        }),
    }),
    [language, zone],
  );
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

/** Returns the language that is spoken, and the way to another one. */
export function useSpeech(): Speech {
  const speech = use(SpeechContext);
  if (!speech) throw new Error('Pages stand inside a SpeechProvider');
  return speech;
}

/** Returns how numbers, days and moments are written for the person who reads. */
export function useFormats(): Formats {
  return useSpeech().formats;
}

/** Says a message of a screen; `rich` where tags in it (`<b>…</b>`) or values are elements. */
export type Say<Key extends string> = {
  (key: Key, values?: Values): string;
  /** Whether there is a message under this key. */
  has(key: string): key is Key;
  rich(key: Key, values: Readonly<Record<string, ReactNode | ((parts: ReactNode) => ReactNode)>>): ReactNode;
};

/** Returns the words of a screen in the reader's language; the page waits until they are there. */
export function useWords<Key extends string>(screen: ScreenWords<Key>): Say<Key> {
  const { language, formats } = useSpeech();
  const messages = use(screen.load(language));
  return useMemo(() => {
    const say = (key: Key, values?: Values) => formatMessage(messages[key], formats.locale, values);
    const rich: Say<Key>['rich'] = (key, values) => {
      const given = Object.entries(values).map(([name, value]) =>
        typeof value === 'function'
          ? [name, (parts: ReactNode[]) => value(Children.toArray(parts))]
          : [name, value],
      );
      return Children.toArray(
        formatPieces(messages[key], formats.locale, Object.fromEntries(given)) as ReactNode[],
      );
    };
    const has = (key: string): key is Key => Object.hasOwn(messages, key);
    return Object.assign(say, { rich, has });
  }, [messages, formats]);
}
