import { expect, test } from 'vitest';
import { blankCustomer, formOf, merged, valuesOf } from './customerDraft.ts';

const mistake = { id: 'VM-1', clause: 'a', from: '2026-01-01', until: '2026-02-01', units: '1', what: 'x' };
const form = {
  ...blankCustomer,
  id: 'northwind',
  relationship: { ...blankCustomer.relationship, goodExperiences: ['a', 'b'], vendorMistakes: [mistake] },
};

test('a customer comes back from its values as it was', () => {
  expect(formOf(valuesOf(form))).toEqual(form);
});

test('what only the other changed is theirs, what both changed is ours and named', () => {
  const base = { '/name': 'A', '/segment': 'x', '/size': 'small' };
  const ours = { ...base, '/name': 'B', '/size': 'large' };
  const theirs = { ...base, '/name': 'C', '/segment': 'y', '/size': 'large' };
  expect(merged(base, ours, theirs)).toEqual({
    values: { '/name': 'B', '/segment': 'y', '/size': 'large' },
    theirs: ['/segment'],
    both: ['/name'],
  });
});
