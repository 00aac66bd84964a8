import type { Formats } from '../words/formats.ts';
import type { Language } from '../words/languages.ts';
import type { Values } from '../words/messages.ts';

type Keys = {
  counting: keyof typeof import('../words/en/counting.ts').default;
  terms: keyof typeof import('../words/en/terms.ts').default;
  standing: keyof typeof import('../words/en/standing.ts').default;
  vocabulary: keyof typeof import('../words/en/vocabulary.ts').default;
};

/** Says a message of one group of words. */
export type Sayer<Group extends keyof Keys> = {
  (key: Keys[Group], values?: Values): string;
  has(key: string): key is Keys[Group];
};

/** Everything it takes to word what was signed in one language. */
export type Tongue = {
  readonly language: Language;
  readonly formats: Formats;
  readonly counting: Sayer<'counting'>;
  readonly terms: Sayer<'terms'>;
  readonly standing: Sayer<'standing'>;
  readonly vocabulary: Sayer<'vocabulary'>;
};

type Unit = { readonly one: string; readonly many: string };

/**
 * Returns what so many units are called: by our own word where the unit is a common one, else by the name that was signed
 * (which may be English anywhere).
 */
export function unitName({ vocabulary, language }: Tongue, unit: Unit, count: string | number): string {
  const key = `unit_${unit.one.toLowerCase().replace(/[\s-]+/g, '_')}`;
  const n = Math.abs(Number(count));
  if (language !== 'en' && vocabulary.has(key)) return vocabulary(key, { n });
  return n === 1 ? unit.one : unit.many;
}

/** Returns the units' name in the plural, and the same as French has it after a quantity: `d’utilisateurs`, `de licences`. */
export function unitsOf(tongue: Tongue, unit: Unit): { units: string; ofUnits: string } {
  const units = unitName(tongue, unit, 2);
  const isMute = /^([aeiouyéèêàâîôûœ]|h(eure|ôte))/i.test(units);
  return { units, ofUnits: tongue.language === 'fr' ? (isMute ? `d’${units}` : `de ${units}`) : units };
}

/** Returns a number with its unit: `40 licenses`. */
export function amountOf(tongue: Tongue, value: string, unit: Unit): string {
  return `${tongue.formats.number(value)} ${unitName(tongue, unit, value)}`;
}

/** Returns what an attribute of use is called; one that is not common by the name its source gave it, in quotation marks. */
export function attributeName({ vocabulary }: Tongue, attribute: string): string {
  const key = attribute.toLowerCase();
  return vocabulary.has(key) && !key.startsWith('unit_') ? vocabulary(key) : `“${attribute}”`;
}

/** Returns values as a list; the empty one by what it means. */
export function valueList(
  { vocabulary, formats }: Tongue,
  values: readonly string[],
  kind: 'conjunction' | 'disjunction' = 'disjunction',
): string {
  return formats.list(
    values.map((value) => value || vocabulary('nobody')),
    kind,
  );
}

/** Returns the name of a group by its values; everything together has none. */
export function groupName(
  tongue: Tongue,
  { values }: { readonly values: readonly { readonly attribute: string; readonly value: string }[] },
): string {
  return values
    .map(
      ({ attribute, value }) => `${attributeName(tongue, attribute)} ${value || tongue.vocabulary('nobody')}`,
    )
    .join(', ');
}
