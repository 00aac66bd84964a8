import { describe, expect, test } from 'vitest';
import { languages } from '../words/languages.ts';
import { countingText, latenessText, windowText } from './countingText.ts';
import {
  clause,
  measure,
  measures,
  part,
  restricted,
  restriction,
  rights,
  seat,
  windows,
} from './given/clauses.ts';
import { tongueOf } from './given/tongueOf.ts';
import { lastAboveText, leftText, reachText, whyText } from './standingText.ts';
import { allowedText, partText, termsDetails } from './termsText.ts';
import { amountOf, type Tongue, unitName } from './tongue.ts';

/** Words that are English and nothing else; data of the examples has none of them. */
const english =
  /\b(the|of|and|each|every|month|quarter|year|week|day|days|hour|hours|count|counts|counted|limit|only|from|until|through|with|your|you|than|least|most|above|below|highest|lowest|users?|people|seats?|licenses?|where|when|which|until|not|number|sum|average)\b/i;

/** Everything clauses say in a language, each with what it was made from. */
function everything(tongue: Tongue): [string, string][] {
  const said: [string, string][] = [];
  const add = (of: string, texts: readonly (string | null)[]) =>
    said.push(...texts.filter((text) => text !== null).map((text): [string, string] => [of, text]));
  for (const [name, one] of Object.entries(measures)) {
    add(name, countingText(tongue, one, seat));
    add(`${name}, allowed`, [allowedText(tongue, clause({ measure: one }))]);
    add(`${name}, nothing allowed`, [
      allowedText(tongue, clause({ measure: one, allowed: { ...clause().allowed, limit: '0' } })),
    ]);
  }
  for (const window of windows) add(`window ${window.unit}`, [windowText(tongue, window)]);
  for (const attribute of restricted) {
    add(attribute, [allowedText(tongue, restriction(attribute, ['Alpha', 'Beta', 'Gamma']))]);
    add(`${attribute}, none`, [allowedText(tongue, restriction(attribute, []))]);
  }
  const { allowed } = clause();
  const parts = (
    ['order', 'limit', 'amendment', 'raiseTo', 'add', 'allowed', 'widen', 'allowance'] as const
  ).map((kind) => ({
    kind,
    of: 'EX-1',
    value: '4',
    values: [],
    counts: true,
    from: '',
    until: '',
    source: null,
    words: '',
  }));
  for (const one of parts) add(`part ${one.kind}`, [partText(tongue, one)]);
  add('order with its paper', [partText(tongue, { ...parts[0]!, source: 'PO 4711' })]);
  for (const rule of ['instant', 'highest', 'prorate', 'split'] as const)
    add(`rule ${rule}`, termsDetails(tongue, clause({ allowed: { ...allowed, rule, parts } })));
  for (const kind of ['units', 'percent'] as const)
    add(
      `tolerance ${kind}`,
      termsDetails(tongue, clause({ allowed: { ...allowed, tolerance: { kind, value: '5' } } })),
    );
  for (const sustain of [
    { kind: 'windows', count: '2' },
    { kind: 'seconds', count: '7200' },
    { kind: 'seconds', count: '60' },
  ] as const)
    add(`sustain ${sustain.count}`, termsDetails(tongue, clause({ allowed: { ...allowed, sustain } })));
  add('grows', termsDetails(tongue, clause({ allowed: { ...allowed, grows: { each: '5', of: 'HOST-1' } } })));
  for (const right of rights) add(`right ${right.kind}`, termsDetails(tongue, clause({ rights: [right] })));
  for (const kind of ['any', 'all'] as const) {
    const of = (['atLeast', 'above', 'atMost', 'below'] as const).map((is, n) => ({
      fact: n % 2 ? 'revenue' : 'employees',
      is,
      value: '250',
    }));
    add(`condition ${kind}`, termsDetails(tongue, clause({ condition: { kind, of, words: '' } })));
  }
  for (const seconds of [3600, 86400, 5 * 86400]) add(`lateness ${seconds}`, latenessText(tongue, seconds));
  addStandings(tongue, add);
  return said;
}

function addStandings(tongue: Tongue, add: (of: string, texts: readonly (string | null)[]) => void): void {
  for (const left of ['3', '1', '0', '-12']) add(`left ${left}`, [leftText(tongue, { left }, seat)]);
  for (const code of [
    ...(['not-counted-yet', 'no-data', 'not-begun', 'ended', 'checking'] as const),
    ...(['records-differ', 'still-open'] as const),
  ])
    add(`why ${code}`, [whyText(tongue, { code, low: '3', high: '5', words: '' })]);
  const reach = { early: null, likely: null, late: null, has: null, needs: null, words: '' };
  const days = { early: '2026-12-31', likely: '2027-01-10', late: '2027-01-19' };
  for (const one of [
    { ...reach, kind: 'unknown', has: 1, needs: 12 },
    { ...reach, kind: 'unknown', has: 8, needs: 12 },
    { ...reach, kind: 'not-seen' },
    { ...reach, kind: 'reached', early: days.early },
    { ...reach, kind: 'reached', ...days },
  ] as const)
    add(`reach ${one.kind}`, reachText(tongue, one));
  const most = {
    id: '',
    from: '',
    until: '',
    open: false,
    value: '49',
    limit: '40',
    above: true,
    low: '',
    high: '',
  };
  for (const until of [null, '2026-10-01T00:00:00Z']) {
    const use = { lastAbove: { from: '2026-09-01T00:00:00Z', until, most } };
    add('last above', [lastAboveText(tongue, use as never, seat, 'UTC')]);
  }
}

describe.each(languages.map(({ id }) => id))('in %s', (language) => {
  test('every kind of clause is worded whole: nothing missing, nothing left over', async () => {
    const said = everything(await tongueOf(language));
    expect(said.length).toBeGreaterThan(150);
    const broken = said.filter(
      ([, text]) => text.trim() === '' || /[{}]|undefined|null|NaN|\[object| {2}|\(\)|: \.|“”/.test(text),
    );
    expect(broken).toEqual([]);
  });

  test('no English is left over', async () => {
    if (language === 'en') return;
    expect(everything(await tongueOf(language)).filter(([, text]) => english.test(text))).toEqual([]);
  });
});

test('what English itself says would be found: the words looked for are those it uses', async () => {
  const said = everything(await tongueOf('en'));
  expect(said.filter(([, text]) => english.test(text)).length).toBeGreaterThan(said.length * 0.6);
});

describe('plurals and numbers are right', () => {
  test.each([
    ['en', '1 seat', '1,310.5 seats', '0 seats'],
    ['de', '1 Platz', '1.310,5 Plätze', '0 Plätze'],
    ['fr', '1 poste', '1 310,5 postes', '0 poste'],
    ['es', '1 puesto', '1310,5 puestos', '0 puestos'],
  ] as const)('%s', async (language, one, many, none) => {
    const tongue = await tongueOf(language);
    const amounts = ['1', '1310.5', '0'].map((value) =>
      amountOf(tongue, value, seat).replace(/\u202f/g, ' '),
    );
    expect(amounts).toEqual([one, many, none]);
  });

  test('a unit nobody knows keeps the name that was signed', async () => {
    expect(unitName(await tongueOf('de'), { one: 'widget', many: 'widgets' }, '2')).toBe('widgets');
  });
});

test('the same clause as a native would put it', async () => {
  const peak = clause({ measure: measure({ kind: 'peakConcurrency' }) });
  const says = await Promise.all(languages.map(async ({ id }) => allowedText(await tongueOf(id), peak)));
  expect(says).toEqual([
    'Up to 40 seats in use at the same moment.',
    'Gleichzeitig genutzt bis zu 40 Plätze.',
    'Jusqu’à 40 postes en usage simultané.',
    'Hasta 40 puestos en uso al mismo tiempo.',
  ]);
  const people = measure({ kind: 'unique', by: 'who' });
  const counted = await Promise.all(
    languages.map(async ({ id }) => countingText(await tongueOf(id), people, seat)[0]),
  );
  expect(counted).toEqual([
    'What counts is how many different people there are, in each calendar month.',
    'Gezählt wird die Zahl der verschiedenen Personen, in jedem Kalendermonat.',
    'Nous comptons le nombre de personnes différentes, pour chaque mois civil.',
    'Contamos el número de personas distintas, en cada mes natural.',
  ]);
});

test('French puts “d’” where it is spoken', async () => {
  const tongue = await tongueOf('fr');
  const of = (one: string) => countingText(tongue, measure(), { one, many: `${one}s` })[0];
  expect(of('user')).toContain('le nombre d’utilisateurs');
  expect(of('hour')).toContain('le nombre d’heures');
  expect(of('seat')).toContain('le nombre de postes');
});

test('parts that say the same say it once', async () => {
  const tongue = await tongueOf('en');
  const twice = {
    ...measure(),
    combine: 'lowerOf' as const,
    parts: [part({ unitSize: '10' }), part({ unitSize: '10' })],
  };
  const texts = countingText(tongue, twice, seat);
  expect(texts.filter((text) => text.includes('Every 10 count as one seat'))).toHaveLength(1);
});
