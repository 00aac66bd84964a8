import { expect, test } from 'vitest';
import { actions, roleCan } from '#business/identity/can.ts';
import { places } from '../shell/places.ts';
import { offersFor } from './commands.ts';

const auditor = actions.filter((action) => roleCan('auditor', action));
const titles = (asked: string, can = actions) => offersFor(asked, can).map(({ title }) => title);

test('without words, every page there is, and no command', () => {
  expect(titles('')).toEqual(places.map(({ name }) => name));
});

test('all words have to be in the name, in any order and case', () => {
  expect(titles('RULES al')).toContain('Alert rules');
  expect(titles('rules zz')).toEqual([]);
});

test('what somebody may not do is not offered', () => {
  expect(titles('add')).toEqual(['Add a customer', 'Add a person to the team']);
  expect(titles('add', auditor)).toEqual([]);
  expect(titles('alert rules', auditor)).toEqual(['Alert rules']);
});

test('each offer is one of its kind', () => {
  const ids = offersFor('a', actions).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
