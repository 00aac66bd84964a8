/** The languages the customer's pages speak, each by its own name. */
export const languages = [
  { id: 'en', name: 'English' },
  { id: 'de', name: 'Deutsch' },
  { id: 'fr', name: 'Français' },
  { id: 'es', name: 'Español' },
] as const;

export type Language = (typeof languages)[number]['id'];

/** Returns the first of the wanted languages (`de-CH`, `fr`) that the pages speak; English where they speak none. */
export function languageOf(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = languages.find(({ id }) => tag.toLowerCase().split('-')[0] === id);
    if (found) return found.id;
  }
  return 'en';
}

/** Returns the tag to form numbers and dates by: the wanted one of that language with its region (`en-GB`), else the language. */
export function localeOf(language: Language, wanted: readonly string[]): string {
  return wanted.find((tag) => tag.toLowerCase().split('-')[0] === language) ?? language;
}
