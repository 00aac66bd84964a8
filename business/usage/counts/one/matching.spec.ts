import { type Case, holdTo, inMarch, record } from './given/records.ts';

const red = record('occurrence', '2', { attributes: { team: 'red' } });
const blue = record('occurrence', '2', { attributes: { team: 'blue' }, source: 'other' });
const plain = record('occurrence', '2', { who: 'ann' });

const cases: readonly Case[] = [
  [
    'in: only those values',
    [red, blue, plain],
    'count',
    ['1'],
    { filter: [{ attribute: 'team', in: ['red'] }] },
  ],
  [
    'notIn: a record that lacks it does not match',
    [red, blue, plain],
    'count',
    ['1'],
    { filter: [{ attribute: 'team', notIn: ['red'] }] },
  ],
  [
    'source is an attribute too',
    [red, blue, plain],
    'count',
    ['2'],
    { filter: [{ attribute: 'source', in: ['server'] }] },
  ],
  [
    'inherited names are no attributes',
    [red],
    'count',
    [],
    { filter: [{ attribute: 'toString', notIn: [''] }] },
  ],
  [
    'groups, by name; those that lack it together',
    [red, blue, plain, blue],
    'count',
    ['(none): 1', 'blue: 1', 'red: 1'],
    { groupBy: ['team'] },
  ],
  [
    'a feature counts while its rule says so: of a span, that part',
    [record('held', '2', { until: '12' }), record('occurrence', '2'), record('occurrence', '5')],
    'timeWeighted',
    ['4/31'],
    { features: [{ source: 'server', feature: 'solver', from: inMarch('4'), until: inMarch('8') }] },
  ],
  [
    'rules that overlap count once',
    [record('occurrence', '5'), record('occurrence', '9')],
    'count',
    ['1'],
    {
      features: [
        { source: 'server', feature: 'solver', from: inMarch('4'), until: inMarch('8') },
        { source: null, feature: 'solver', from: inMarch('5'), until: inMarch('6') },
      ],
    },
  ],
];

holdTo(cases);
