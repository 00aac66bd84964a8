import { type Case, holdTo, record } from './given/records.ts';

const good = record('occurrence', '2', { id: 'x', quantity: '5' });
const other = record('occurrence', '3', { id: 'x', quantity: '6' });
const retraction = record('retraction', '9', { series: 'x', id: 'r' });

const cases: readonly Case[] = [
  ['a duplicate counts once', [good, good, good], 'sum', ['5']],
  ['of a conflict none counts', [good, other], 'sum', []],
  [
    'of a conflict the chosen counts',
    [good, other, good],
    'sum',
    ['6'],
    { chosen: new Map([['server\nx', other.digest]]) },
  ],
  [
    'a choice says nothing where there is no conflict',
    [good],
    'sum',
    ['5'],
    { chosen: new Map([['server\nx', other.digest]]) },
  ],
  [
    'a chosen digest that is not there leaves none',
    [good, other],
    'sum',
    [],
    { chosen: new Map([['server\nx', '?']]) },
  ],
  ['what is retracted never happened', [retraction, good], 'sum', []],
  [
    'nor does a chosen variant of it',
    [good, other, retraction],
    'sum',
    [],
    { chosen: new Map([['server\nx', good.digest]]) },
  ],
  [
    'a retraction is not retracted',
    [good, retraction, record('retraction', '9', { series: 'r' })],
    'sum',
    [],
  ],
  [
    'one in conflict with itself retracts nothing',
    [good, retraction, { ...retraction, digest: '?' }],
    'sum',
    ['5'],
  ],
  ['one of another source neither', [good, { ...retraction, source: 'other' }], 'sum', ['5']],
  [
    'a retracted return gives nothing back',
    [record('held', '2', { series: 's' }), record('return', '5', { series: 's', id: 'x' }), retraction],
    'timeWeighted',
    ['30/31'],
  ],
];

holdTo(cases);
