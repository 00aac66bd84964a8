import type { Refusal } from '#platform/journal/decider.ts';

/** Why a password is not taken. */
export const passwordRefusals = {
  password_too_short: 'A password has at least 12 characters. A sentence is easy to keep in mind.',
  password_too_long: 'A password has at most 200 characters.',
  password_guessable: 'This is one of the first passwords anybody would try. Choose another one.',
} as const;
export type PasswordRefusal = keyof typeof passwordRefusals;

const [shortest, longest] = [12, 200];

/** Words that commonest passwords are made of, alone, repeated, or with numbers around them. */
const common =
  'password passwort passw0rd p@ssw0rd p@ssword motdepasse contrasena qwerty qwertyuiop qwertz azerty asdfghjkl zxcvbnm 1q2w3e4r5t 1qaz2wsx3edc qazwsxedc iloveyou letmein welcome willkommen bienvenue bienvenido admin administrator changeme secret football baseball superman batman princess sunshine trustno1 dragon monkey shadow master goodterms license licenses correcthorsebatterystaple'.split(
    ' ',
  );

/**
 * Returns why a password is not taken; null where it is. Length is what counts, so nothing is said of capitals and
 * signs (NIST SP 800-63B, 5.1.1.2); refused is what is common, one character or a row of the keyboard over and over, or
 * made of the person's own name, address, or the name of this program.
 */
export function whyNotPassword(
  password: string,
  person: { readonly name: string; readonly email: string },
): Refusal<PasswordRefusal> | null {
  const text = samePassword(password);
  const length = [...text].length;
  if (length < shortest) return refuse('password_too_short');
  if (length > longest) return refuse('password_too_long');
  return isGuessable(text.toLowerCase(), person) ? refuse('password_guessable') : null;
}

/** Returns the text that is kept and compared: the same for however a keyboard writes an accent (NFKC). */
export function samePassword(password: string): string {
  return password.normalize('NFKC');
}

function isGuessable(text: string, { name, email }: { name: string; email: string }): boolean {
  const own = [
    ...name.toLowerCase().split(/\s+/),
    ...email.toLowerCase().split(/[@.+_-]/),
    email.toLowerCase(),
  ];
  const words = [...common, ...own.filter((word) => word.length >= 3)].sort((a, b) => b.length - a.length);
  let rest = text;
  for (const word of words) rest = rest.replaceAll(word, '');
  // What is left without such words, without numbers and signs: too little to tell it from a guess.
  const left = rest.replace(/[\d\s\p{P}\p{S}]/gu, '');
  return new Set(left).size < 5 || new Set(text).size < 6;
}

function refuse(code: PasswordRefusal): Refusal<PasswordRefusal> {
  return { code, words: passwordRefusals[code] };
}
