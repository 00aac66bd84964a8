import { expect, test } from 'vitest';
import { at } from '#test/given.ts';
import type { PeopleDecision, Subject } from './peopleDecision.ts';
import { suggestions } from './suggestions.ts';

const people = (...keys: readonly string[]) => keys.map((key, i) => ({ id: String(i + 1), key }));
const reason = { document: 'doc', digest: 'abc' };
const decided = (subject: Subject): PeopleDecision => ({
  id: 'P-1',
  subject,
  span: { from: null, until: null },
  at: at('2026-01-01'),
  by: 'staff',
  reason,
  undone: null,
});

test.each([
  [['Anna.Lee', 'anna.lee'], 'same but for capitals'],
  [['anna.lee@a.example', 'anna.lee@b.example'], 'same before the @'],
  [['anna@ws-12', 'anna@ws-14'], 'same at several hosts'],
  [['anna.lee', 'lee, anna'], 'same parts'],
  [['CORP\\anna', 'anna'], 'same parts'],
])('%j are likely one person: %s', (keys, why) => {
  expect(suggestions(people(...keys), [])).toEqual([{ kind: 'merge', identities: ['1', '2'], why: [why] }]);
});

test.each([
  'svc-license',
  'build-ci@corp.example',
  'jenkins',
  'deploy_bot',
  'backup',
  'noreply@corp.example',
])('%s is likely a machine', (key) => {
  expect(suggestions(people(key), [])).toMatchObject([{ kind: 'leaveOut', identity: '1' }]);
});

test.each(['marcia', 'botticelli', 'annabot.smith', 'cedric', 'abbott'])('%s is not', (key) =>
  expect(suggestions(people(key), [])).toEqual([]),
);

test('about whom something stands, nothing is suggested; once it is undone, it is again', () => {
  const both = people('anna', 'Anna', 'svc-x');
  const merge = decided({ kind: 'merge', identity: '1', into: '2' });
  const out = decided({ kind: 'leaveOut', identity: '3' });
  expect(suggestions(both, [merge, out])).toEqual([]);
  const undone = { ...merge, undone: { at: merge.at, by: 'staff', reason } };
  expect(suggestions(both, [undone, out])).toHaveLength(1);
});

test('a third key of somebody merged is suggested with the one they count under', () => {
  const merge = decided({ kind: 'merge', identity: '1', into: '2' });
  expect(suggestions(people('anna', 'Anna', 'ANNA'), [merge])).toMatchObject([{ identities: ['2', '3'] }]);
});
