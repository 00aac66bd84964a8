import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseInstant } from '#platform/instant.ts';
import { customerForm, readCustomers } from './customerFile.ts';

/** Line numbers of the corpus below count in this file, from 1. */
const sound = `goodterms: customers/1
customers:
  - id: northwind
    name: Northwind Labs
    size: medium
    segment: research
    riskTolerance: low
    contact: { name: Dana Wells, email: dana.wells@northwind.example, role: IT lead }
    owner: { name: Sam Ortiz, email: sam@meridian.example, role: License manager }
    relationship:
      since: 2019-04-01
      renewals: 6
      goodExperiences: [The pilot we ran together.]
      vendorMistakes:
        - id: VM-1
          clause: seats
          from: 2026-05-01
          until: 2026-06-01
          zone: Europe/Berlin
          units: 8
          what: We issued 28 licenses in place of the 20 you ordered.
      openOrders:
        - { id: OO-1, clause: seats, units: 5, since: 2026-06-10 }
  - id: fabrikam
    name: Fabrikam
    size: small
    segment: retail
    riskTolerance: high
    contact: { name: A, email: a@fabrikam.example, role: B }
    owner: { name: Sam Ortiz, email: sam@meridian.example, role: License manager }
    relationship: { since: 2025-01-01, renewals: 0 }
`;

const swap = (from: string, to: string): string => {
  if (!sound.includes(from)) throw new Error(`not in the file: ${from}`);
  return sound.replace(from, to);
};

describe('a customer file', () => {
  it('becomes customers; days are UTC unless a mistake names its zone', () => {
    const result = readCustomers(sound);
    expect(result.ok && result.value.map(({ id, relationship }) => [id, relationship])).toEqual([
      [
        'northwind',
        {
          since: '2019-04-01',
          renewals: 6,
          goodExperiences: ['The pilot we ran together.'],
          vendorMistakes: [
            {
              id: 'VM-1',
              clause: 'seats',
              from: parseInstant('2026-04-30T22:00:00Z'),
              until: parseInstant('2026-05-31T22:00:00Z'),
              units: '8',
              what: 'We issued 28 licenses in place of the 20 you ordered.',
            },
          ],
          openOrders: [
            { id: 'OO-1', clause: 'seats', units: '5', since: parseInstant('2026-06-10T00:00:00Z') },
          ],
        },
      ],
      [
        'fabrikam',
        { since: '2025-01-01', renewals: 0, goodExperiences: [], vendorMistakes: [], openOrders: [] },
      ],
    ]);
  });

  it.each<[name: string, text: string, code: string, line: number]>([
    ['a customer given twice', swap('id: fabrikam', 'id: northwind'), 'duplicate_id', 24],
    ['a customer given twice in two documents', `${sound}---\n${sound}`, 'duplicate_id', 35],
    ['an id in capitals', swap('id: fabrikam', 'id: Fabrikam'), 'id_invalid', 24],
    ['an unknown size', swap('size: small', 'size: smal'), 'value_unknown', 26],
    [
      'no owner',
      swap('    owner: { name: Sam Ortiz, email: sam@meridian.example, role: License manager }\n', ''),
      'key_missing',
      3,
    ],
    ['no e-mail address', swap('email: a@fabrikam.example', 'email: fabrikam.example'), 'email_invalid', 29],
    ['a misspelled key', swap('riskTolerance: high', 'risktolerance: high'), 'key_unknown', 28],
    ['a year as date', swap('since: 2019-04-01', 'since: 2019'), 'date_invalid', 11],
    ['half a renewal', swap('renewals: 6', 'renewals: 6.5'), 'number_whole', 12],
    [
      'a mistake that ends before it starts',
      swap('until: 2026-06-01', 'until: 2026-04-01'),
      'interval_empty',
      18,
    ],
    ['a mistake about no units', swap('units: 8', 'units: 0'), 'number_negative', 20],
    ['an unknown zone', swap('zone: Europe/Berlin', 'zone: Berlin'), 'zone_unknown', 19],
    ['nobody', 'goodterms: customers/1\ncustomers: []\n', 'value_too_small', 2],
  ])('is refused for %s', (_name, text, code, line) => {
    const result = readCustomers(text);
    const places = result.ok ? [] : result.problems.map((problem) => [problem.code, problem.line]);
    expect(places).toContainEqual([code, line]);
  });
});

describe('the published JSON Schema', () => {
  it('is the one of the form', async () => {
    const schema = z.toJSONSchema(customerForm, { io: 'input' });
    const published = { ...schema, title: 'Goodterms customer file' };
    await expect(`${JSON.stringify(published, null, 2)}\n`).toMatchFileSnapshot('./customer.schema.json');
  });
});
