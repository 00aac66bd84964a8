import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { languageOf, languages, localeOf } from './languages.ts';
import { formatPieces } from './messages.ts';

type Element = {
  type: number;
  pluralType?: string;
  value?: string;
  options?: Record<string, { value: Element[] }>;
  children?: Element[];
};

const folder = (language: string) => join(import.meta.dirname, language);
const screens = readdirSync(folder('en')).filter((file) => file.endsWith('.ts'));
const read = async (language: string, screen: string): Promise<Record<string, string>> =>
  (await import(/* @vite-ignore */ join(folder(language), screen))).default;

/** The values and tags a message asks for. */
function asked(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => [
    ...(element.type === 0 || element.type === 7 ? [] : [element.value ?? '']),
    ...Object.values(element.options ?? {}).flatMap(({ value }) => asked(value)),
    ...asked(element.children ?? []),
  ]);
}
const askedBy = (message: string) =>
  [...new Set(asked(new IntlMessageFormat(message, 'en').getAst() as unknown as Element[]))]
    .filter(Boolean)
    .sort();

/** Plurals of a language may ask for more: French knows where its units begin with a vowel. */
const added = new Set(['ofUnits']);

test.each(languages.map(({ id }) => id).filter((id) => id !== 'en'))(
  'every message in %s is there, can be read, and asks for nothing the English one does not',
  async (language) => {
    const wrong: string[] = [];
    for (const screen of screens) {
      const [english, other] = [await read('en', screen), await read(language, screen)];
      expect(Object.keys(other).sort(), screen).toEqual(Object.keys(english).sort());
      for (const [key, message] of Object.entries(english)) {
        const known = new Set(askedBy(message));
        const unknown = askedBy(other[key]!).filter(
          (name) => !known.has(name) && !(added.has(name) && known.has('units')),
        );
        if (unknown.length > 0) wrong.push(`${screen} ${key}: ${unknown}`);
      }
    }
    expect(screens.length).toBeGreaterThan(10);
    expect(wrong).toEqual([]);
  },
);

test.each(languages.map(({ id }) => id))(
  'plurals in %s have a form for one and for all others',
  async (language) => {
    const wrong: string[] = [];
    const look = (where: string, elements: readonly Element[]) => {
      for (const { pluralType, options = {} } of elements) {
        const names = Object.keys(options);
        const hasOne = names.includes('one') || names.includes('=1');
        if (pluralType === 'cardinal' && !(hasOne && names.includes('other'))) wrong.push(where);
        for (const { value } of Object.values(options)) look(where, value);
      }
    };
    for (const screen of screens)
      for (const [key, message] of Object.entries(await read(language, screen)))
        look(`${screen} ${key}`, new IntlMessageFormat(message, language).getAst() as unknown as Element[]);
    expect(wrong).toEqual([]);
  },
);

test('the language is the first one wanted that the pages speak, and numbers keep its region', () => {
  expect(languageOf(['nl-NL', 'de-CH', 'en'])).toBe('de');
  expect(languageOf(['nl'])).toBe('en');
  expect(localeOf('de', ['en-GB', 'de-CH'])).toBe('de-CH');
  expect(localeOf('fr', ['en-GB'])).toBe('fr');
});

test('tags become what their functions make', () => {
  const pieces = formatPieces<{ bold: string }>('a <b>c</b> d', 'en', {
    b: (parts) => ({ bold: parts.join('') }),
  });
  expect(pieces).toEqual(['a ', { bold: 'c' }, ' d']);
});

test.each(languages.map(({ id }) => id).filter((id) => id !== 'en'))(
  'no message in %s leaves out a value that the English one tells',
  async (language) => {
    const wrong: string[] = [];
    for (const screen of screens) {
      const [english, other] = [await read('en', screen), await read(language, screen)];
      for (const [key, message] of Object.entries(english)) {
        const told = new Set(askedBy(other[key]!).map((name) => (name === 'ofUnits' ? 'units' : name)));
        const missing = askedBy(message).filter((name) => !told.has(name));
        if (missing.length > 0) wrong.push(`${screen} ${key}: ${missing}`);
      }
    }
    expect(wrong).toEqual([]);
  },
);

test('an answer is promised by a day, that day among it, in every language', async () => {
  const promises = ['answersBy', 'answersLate', 'promised', 'contestOpen', 'sent'];
  const words = await Promise.all(languages.map(({ id }) => read(id, 'questions.ts')));
  const before = words
    .flatMap((own) => promises.map((key) => own[key]!))
    .filter((one) => /avant|antes/.test(one));
  expect(before).toEqual([]);
});
