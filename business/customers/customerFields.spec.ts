import { expect, test } from 'vitest';
import { customerFromFields } from './customerFields.ts';

const fields = {
  id: 'acme',
  name: 'Acme',
  size: 'small',
  segment: 'retail',
  riskTolerance: 'low',
  contactName: 'Dana Wells',
  contactEmail: 'dana@acme.example',
  ownerName: 'Sam Ortiz',
  ownerEmail: 'sam@meridian.example',
  since: '2024-05-01',
};

test('a list that says who, but neither what they do nor how often they renewed, is enough', () => {
  expect(customerFromFields(fields)).toMatchObject({
    ok: true,
    value: {
      contact: { name: 'Dana Wells', role: 'Contact' },
      owner: { name: 'Sam Ortiz', role: 'Account owner' },
      relationship: { renewals: 0 },
    },
  });
});

test('what is said counts', () => {
  expect(customerFromFields({ ...fields, contactRole: 'IT lead', renewals: '3' })).toMatchObject({
    value: { contact: { role: 'IT lead' }, relationship: { renewals: 3 } },
  });
});

test('who reads our notices has to be named', () => {
  const { contactEmail: _, ...without } = fields;
  expect(customerFromFields(without)).toMatchObject({ ok: false, problems: [{ pointer: '/contactEmail' }] });
});
