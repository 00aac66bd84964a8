import { describe, expect, test } from 'vitest';
import type { Upgrade } from '#business/alerts/upgrade.ts';
import { type AlertMatter, alertFacts } from './alertFacts.ts';
import { type Reader, writeAlert } from './alertMessage.ts';
import { strayNumbers } from './notice.ts';

const at = (text: string) => (Date.parse(text) * 1000) as AlertMatter['signed']['from'];
const upgrade: Upgrade = {
  kind: 'units',
  units: '15',
  limitAfter: '115',
  price: { currency: 'EUR', total: '1234.56', lines: [], quantity: '15' },
};
const matter: AlertMatter = {
  id: 'A-northwind-seats-1a2b3c4d',
  kind: 'near',
  customer: {
    id: 'northwind' as never,
    name: 'Northwind 365',
    size: 'small',
    segment: 'trade',
    riskTolerance: 'low',
    contact: { name: 'Maria Santos', email: 'maria@northwind.example', role: 'IT' },
    owner: { name: 'Theo Marsh', email: 'theo@vendor.example', role: 'Customer success' },
    relationship: {
      since: '2021-01-01',
      renewals: 2,
      goodExperiences: [],
      vendorMistakes: [],
      openOrders: [],
    },
  },
  signed: {
    id: 'AG-7',
    zone: 'Europe/Berlin',
    renewsOn: '2027-03-01',
    from: at('2026-03-01T00:00:00Z'),
    until: at('2027-02-28T23:00:00Z'),
  } as AlertMatter['signed'],
  clause: {
    id: 'seats',
    plain: 'Up to 100 people may have a seat.',
    unitName: { one: 'seat', many: 'seats' },
  } as AlertMatter['clause'],
  productName: 'Beacon',
  sight: {
    used: '92',
    limit: '100',
    forecast: {
      early: at('2026-12-10T09:00:00Z'),
      likely: at('2026-12-24T09:00:00Z'),
      late: at('2027-01-15T09:00:00Z'),
    },
    renewsAt: at('2027-02-28T23:00:00Z'),
  },
  rules: ['90 % of the limit is used'],
  upgrades: [upgrade],
  finding: null,
};
const written = (reader: Reader, given: Partial<AlertMatter> = {}) => {
  const whole = { ...matter, ...given };
  const facts = alertFacts(whole);
  const { subject, text } = writeAlert(whole.kind, reader, facts);
  return { text: `${subject}\n${text}`, stray: strayNumbers(`${subject}\n${text}`, facts) };
};

describe('a message about an alert', () => {
  test('tells the customer use, limit, dates as an estimate, the price of more, and how to hear less', () => {
    const { text } = written('contact');
    expect(text).toContain('In use: 92 of 100 seats (92 %)');
    expect(text).toContain('Left: 8 seats');
    expect(text).toContain('likely to be reached between December 10, 2026 and January 15, 2027');
    expect(text).toContain('an estimate');
    expect(text).toContain('add 15 seats, 115 in all, for €1,234.56 through February 28, 2027');
    expect(text).toContain('Hearing less of this');
  });

  test('tells the owner why it was sent and how to silence it', () => {
    const { text } = written('owner');
    expect(text).toContain('90 % of the limit is used');
    expect(text).toContain('Acknowledge A-northwind-seats-1a2b3c4d');
  });

  test('blames nobody', () => {
    for (const reader of ['contact', 'owner'] as const)
      expect(written(reader).text).not.toMatch(/violat|breach|exceed|penalt|must|immediately|fail/i);
  });
});

test.each<[string, Partial<AlertMatter>]>([
  ['close by use', {}],
  ['without a forecast', { sight: { ...matter.sight, forecast: null } }],
  [
    'with an open end',
    { sight: { ...matter.sight, forecast: { ...matter.sight.forecast!, likely: null, late: null } } },
  ],
  ['by forecast', { kind: 'forecast' }],
  ['crossed', { kind: 'crossed', finding: 'F-northwind-seats-2026-03-01-1a2b', upgrades: [] }],
  ['without a price', { upgrades: [] }],
  [
    'with a tier that costs less',
    { upgrades: [{ ...upgrade, kind: 'tier', price: { ...upgrade.price, total: '-32.00' } }] },
  ],
  ['one unit left', { sight: { ...matter.sight, used: '99' } }],
  ['a limit that is no whole number', { sight: { ...matter.sight, used: '33/7', limit: '50/7' } }],
  [
    'with a next tier',
    { upgrades: [upgrade, { ...upgrade, kind: 'tier', units: '101', limitAfter: '201' }] },
  ],
])('%s: every number stands in a fact, for each reader', (_, given) => {
  expect(written('contact', given).stray).toEqual([]);
  expect(written('owner', given).stray).toEqual([]);
});
