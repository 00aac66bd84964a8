import { recordKey } from '#business/usage/record.ts';
import { type Case, holdTo, record } from './given/records.ts';

/** A list of 5, then two for one moment: the first read with 100, the second with 1000. */
const twoLists = [
  record('snapshot', '1', { series: 'r', attributes: { members: 'before' } }),
  record('member', '1', { series: 'r', attributes: { members: 'before' }, quantity: '5' }),
  record('snapshot', '9', { series: 'r', id: 'read', attributes: { members: 'a' } }),
  record('snapshot', '9', { series: 'r', id: 'read', attributes: { members: 'b' } }),
  record('member', '9', { series: 'r', attributes: { members: 'a' }, quantity: '100' }),
  record('member', '9', { series: 'r', attributes: { members: 'b' }, quantity: '1000' }),
];

const cases: readonly Case[] = [
  [
    'held: open until the moment of reading',
    [record('held', '2')],
    'timeWeighted',
    ['5/31'],
    { asOf: '2026-03-07' },
  ],
  [
    'held: given back by the first return of its series',
    [
      record('held', '2', { series: 's' }),
      record('return', '5', { series: 's' }),
      record('return', '9', { series: 's' }),
    ],
    'timeWeighted',
    ['3/31'],
  ],
  [
    'held: a return of another source or series, or before, is not its own',
    [
      record('held', '2', { series: 's' }),
      record('return', '1', { series: 's' }),
      record('return', '3', { series: 't' }),
      record('return', '3', { series: 's', source: 'other' }),
    ],
    'timeWeighted',
    ['30/31'],
  ],
  [
    'held: ends where the next of its series starts',
    [record('held', '2', { series: 's' }), record('held', '5', { series: 's', until: '6' })],
    'timeWeighted',
    ['4/31'],
  ],
  [
    'held: of one series at one instant, both are held, and one return ends both',
    [
      record('held', '2', { series: 's' }),
      record('held', '2', { series: 's' }),
      record('return', '4', { series: 's' }),
    ],
    'peakConcurrency',
    ['2'],
  ],
  [
    'held: without a series, nothing ends it',
    [record('held', '2'), record('return', '3')],
    'timeWeighted',
    ['30/31'],
  ],
  [
    'held: not yet, at the moment of reading',
    [record('held', '9')],
    'peakConcurrency',
    [],
    { asOf: '2026-03-07' },
  ],
  [
    'sighting: one checkout seen three times is the one seen last',
    [
      record('sighting', '2', { series: 's', until: '3', quantity: '9' }),
      record('sighting', '4', { series: 's', until: '7', quantity: '2', id: 'b' }),
      record('sighting', '5', { series: 's', until: '7', quantity: '3', id: 'a' }),
    ],
    'timeWeighted',
    ['6/31'],
  ],
  [
    'sighting: without a series, each is its own',
    [record('sighting', '2', { until: '3' }), record('sighting', '2', { until: '3' })],
    'peakConcurrency',
    ['2'],
  ],
  [
    'level: until the next one; of two at one instant the greatest id',
    [
      record('level', '1', { series: 's', quantity: '31' }),
      record('level', '11', { series: 's', quantity: '100', id: 'a' }),
      record('level', '11', { series: 's', quantity: '62', id: 'b' }),
    ],
    'timeWeighted',
    ['52'],
  ],
  [
    'level: series add up',
    [
      record('level', '1', { series: 's', quantity: '3' }),
      record('level', '1', { series: 't', quantity: '4' }),
    ],
    'latest',
    ['7'],
  ],
  [
    'member: until the next snapshot of the roster, not the one it is in',
    [
      record('snapshot', '2', { series: 'r', quantity: '2' }),
      record('member', '2', { series: 'r', who: 'ann' }),
      record('member', '2', { series: 'r', who: 'bob' }),
      record('snapshot', '4', { series: 'r', quantity: '1' }),
      record('member', '4', { series: 'r', who: 'ann' }),
    ],
    'timeWeighted',
    ['32/31'],
  ],
  [
    'member: of the list that the counting snapshot of its instant names, or of none',
    [
      record('snapshot', '1', { series: 'r', attributes: { members: 'a' } }),
      record('member', '1', { series: 'r', attributes: { members: 'a' } }),
      record('member', '1', { series: 'r', attributes: { members: 'b' }, quantity: '100' }),
      record('member', '1', { series: 'r', quantity: '10' }),
    ],
    'peakConcurrency',
    ['11'],
  ],
  [
    'member: of a list counts by itself where its roster and instant have no snapshot',
    [
      record('snapshot', '1', { series: 'r', source: 'other', attributes: { members: 'a' } }),
      record('snapshot', '2', { series: 'r', attributes: { members: 'a' } }),
      record('member', '1', { series: 'r', attributes: { members: 'b' } }),
    ],
    'timeWeighted',
    ['1/31'],
  ],
  ['snapshot: in conflict neither list counts, and the earlier one stands', twoLists, 'latest', ['5']],
  [
    'snapshot: the one chosen settles whose members count',
    twoLists,
    'latest',
    ['100'],
    { chosen: new Map([[recordKey(twoLists[2]!), twoLists[2]!.digest]]) },
  ],
  ['reservation: not counted', [record('reservation', '2', { until: '3' })], 'peakConcurrency', []],
  [
    'reservation: counted where the measure says so',
    [record('reservation', '2', { until: '3', quantity: '4' })],
    'peakConcurrency',
    ['4'],
    { countReservations: true },
  ],
  [
    'queued: never counted',
    [record('queued', '2', { until: '3' })],
    'peakConcurrency',
    [],
    { countReservations: true },
  ],
];

holdTo(cases);
