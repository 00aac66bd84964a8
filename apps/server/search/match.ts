import { searchable } from '#business/remediation/positionFilter.ts';

/** Of the letters asked for, in threes, so much has to be in a name that is only alike. */
const alike = 0.5;

/**
 * Returns how close a name is to what was asked for: 0 the same, 1 its beginning, 2 the beginning of a word, 3 a part,
 * 4 spelled alike; `undefined` for neither. Case and accents do not matter.
 */
export function closeness(asked: string, name: string): number | undefined {
  const [part, whole] = [searchable(asked).trim(), searchable(name)];
  if (part === '') return undefined;
  if (whole === part) return 0;
  if (whole.startsWith(part)) return 1;
  if (whole.includes(` ${part}`)) return 2;
  if (whole.includes(part)) return 3;
  return shareOf(part, whole) >= alike ? 4 : undefined;
}

function shareOf(part: string, whole: string): number {
  const [asked, there] = [threes(part), threes(whole)];
  return asked.size === 0 ? 0 : [...asked].filter((three) => there.has(three)).length / asked.size;
}

/** Every three letters of each word, its beginning marked by two blanks: as `trigrams` of the database has them. */
function threes(text: string): ReadonlySet<string> {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return new Set(
    words.flatMap((word) =>
      Array.from({ length: [...word].length + 1 }, (_, n) => [...`  ${word} `].slice(n, n + 3).join('')),
    ),
  );
}
