import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, hour, minute, second } from '#platform/instant.ts';
import { at as instant } from '#test/given.ts';
import { evolveAgreement } from './agreement.evolve.ts';
import { readAgreements, toAgreement } from './agreementFile.ts';
import { agreementText } from './agreementText.ts';
import { durationText } from './formText.ts';
import { readDuration } from './given/readDuration.ts';

/** One of everything a text can say. */
const everything = readFileSync(new URL('given/everything.yaml', import.meta.url), 'utf8');
const published = globSync('examples/**/agreement*.yaml').toSorted();

function read(text: string) {
  const files = readAgreements(text);
  if (!files.ok) throw new Error(JSON.stringify(files.problems));
  return files.value.map((file) => toAgreement(file));
}

test.each(published)('what is written of %s is read as the same agreement', (path) => {
  for (const agreement of read(readFileSync(path, 'utf8')))
    expect(read(agreementText(agreement))).toEqual([agreement]);
});

test('an agreement with one of everything is read from its text as it was, and written the same again', () => {
  const [agreement] = read(everything);
  const text = agreementText(agreement!);
  expect(read(text)).toEqual([agreement]);
  expect(agreementText(read(text)[0]!)).toBe(text);
});

test('the text explains its parts, and says which variation was revoked', () => {
  const [agreement] = read(everything);
  const at = instant('2026-07-01T00:00:00Z');
  const revoked = evolveAgreement(agreement!, { kind: 'revoked', variation: 'EX-1', at, recordedAt: at });
  const text = agreementText(revoked!);
  expect(text).toContain('# Permits and forbearances.');
  expect(text).toContain('# Revoked: it ends at 2026-07-01T00:00:00Z.');
  expect(readAgreements(text).ok).toBe(true);
});

test('a withdrawn amendment is no part of the text', () => {
  const [agreement] = read(everything);
  const withdrawn = evolveAgreement(agreement!, {
    kind: 'withdrawn',
    amendment: 'AM-1',
    recordedAt: instant('2026-07-01T00:00:00Z'),
  });
  expect(agreementText(withdrawn!)).not.toContain('AM-1');
});

test('a duration is read as it was', () => {
  const part = (most: number, length: number) => fc.integer({ min: 0, max: most }).map((n) => n * length);
  const lengths = fc
    .tuple(part(9_999, day), part(30, hour), part(90, minute), part(90, second))
    .map((parts) => parts.reduce((a, b) => a + b));
  fc.assert(
    fc.property(fc.oneof(lengths, part(9_999, 7 * day)), (length) => {
      expect(readDuration(durationText(length))).toBe(length);
    }),
    { seed: 20261122, numRuns: 300 },
  );
});
