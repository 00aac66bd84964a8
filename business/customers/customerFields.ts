import { failure, type Result, success } from '#platform/problem.ts';
import { checkFields, fromLines, given, missingFields, toLines } from '#platform/table/checkFields.ts';
import type { ColumnSpec, Fields } from '#platform/table/column.ts';
import type { Contact, Customer } from './customer.ts';
import { customerFromForm, oneCustomerForm } from './customerFile.ts';

/** What is written where a list names people and not what they do, as most lists do. */
const usualRoles = { contact: 'Contact', owner: 'Account owner' } as const;

const person = (who: 'contact' | 'owner', whose: string, synonyms: readonly string[]): ColumnSpec[] =>
  (['Name', 'Email', 'Role'] as const).map((part, i) => ({
    key: `${who}${part}`,
    title: `${who === 'contact' ? 'Contact' : 'Owner'} ${part === 'Email' ? 'e-mail' : part.toLowerCase()}`,
    explain: `${['The name', 'One e-mail address', 'The role'][i]} of ${whose}.${part === 'Role' ? ` Blank for somebody new: ${usualRoles[who]}.` : ''}`,
    example:
      who === 'contact'
        ? ['Dana Wells', 'dana.wells@northwind.example', 'IT lead'][i]!
        : ['Sam Ortiz', 'sam@meridian.example', 'License manager'][i]!,
    ...(part === 'Role' ? { need: 'optional' as const, keeps: true as const } : { need: 'new' as const }),
    kind: 'text' as const,
    synonyms: synonyms.flatMap((name) =>
      part === 'Email'
        ? [`${name} email`, `${name} mail`, `${name} e-mail address`]
        : part === 'Name'
          ? [name, `${name} name`]
          : [`${name} ${part}`, `${name} title`],
    ),
  }));

const degrees = {
  low: ['l', 'cautious', 'niedrig'],
  medium: ['m', 'mid', 'moderate', 'mittel'],
  high: ['h', 'bold', 'hoch'],
};

/** What a table of customers holds, one customer a row. */
export const customerColumns: readonly ColumnSpec[] = [
  {
    key: 'id',
    title: 'Id',
    explain: 'Your own short name for the customer: letters, digits and - (capitals become lower case).',
    example: 'northwind',
    need: 'key',
    lowerCase: true,
    kind: 'text',
    synonyms: [
      'customer',
      'customer id',
      'customer no',
      'customer number',
      'account id',
      'Kunde',
      'Kundennummer',
    ],
  },
  {
    key: 'name',
    title: 'Name',
    explain: 'The name as people say it.',
    example: 'Northwind Labs',
    need: 'new',
    kind: 'text',
    synonyms: [
      'customer name',
      'company',
      'company name',
      'account',
      'account name',
      'organization',
      'Firma',
    ],
  },
  {
    key: 'size',
    title: 'Size',
    explain: 'small, medium or large.',
    example: 'medium',
    need: 'new',
    kind: 'choice',
    choices: ['small', 'medium', 'large'],
    synonyms: ['company size', 'customer size', 'Größe'],
    valueSynonyms: {
      small: ['s', 'smb', 'klein'],
      medium: ['m', 'mid', 'mid-market', 'mittel'],
      large: ['l', 'xl', 'enterprise', 'groß'],
    },
  },
  {
    key: 'segment',
    title: 'Segment',
    explain: 'The market or group you count the customer to.',
    example: 'research',
    need: 'new',
    kind: 'text',
    synonyms: ['industry', 'market', 'sector', 'vertical', 'Branche'],
  },
  {
    key: 'riskTolerance',
    title: 'Risk tolerance',
    explain: 'How much uncertainty the customer likes to live with: low, medium or high.',
    example: 'low',
    need: 'new',
    kind: 'choice',
    choices: ['low', 'medium', 'high'],
    synonyms: ['risk', 'risk appetite'],
    valueSynonyms: degrees,
  },
  ...person('contact', 'whoever reads our notices at the customer', [
    'contact',
    'contact person',
    'customer contact',
    'Ansprechpartner',
  ]),
  ...person('owner', 'whoever answers for the customer at your side', [
    'owner',
    'account manager',
    'account owner',
    'customer success manager',
    'csm',
  ]),
  {
    key: 'since',
    title: 'Customer since',
    explain: 'The day they became a customer.',
    example: '2019-04-01',
    need: 'new',
    kind: 'date',
    synonyms: ['since', 'start date', 'first contract', 'Kunde seit'],
  },
  {
    key: 'renewals',
    title: 'Renewals',
    explain: 'How often they have renewed so far. Blank for a new customer: 0.',
    example: '6',
    need: 'optional',
    keeps: true,
    kind: 'number',
    synonyms: ['number of renewals', 'renewal count', 'Verlängerungen'],
  },
  {
    key: 'goodExperiences',
    title: 'Good experiences',
    explain: 'What went well together, one a line. Blank: none.',
    example: 'The pilot we ran together.',
    need: 'optional',
    kind: 'lines',
    synonyms: ['good experience', 'highlights', 'wins'],
  },
];

const places: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['contact', 'owner'].flatMap((who) =>
      ['Name', 'Email', 'Role'].map((part) => [`/${who}/${part.toLowerCase()}`, `${who}${part}`]),
    ),
  ),
  '/relationship/since': 'since',
  '/relationship/renewals': 'renewals',
  '/relationship/goodExperiences': 'goodExperiences',
};

/** Returns a customer as the texts of its row. Mistakes and open orders have rows of their own. */
export function customerToFields({ contact, owner, relationship, ...rest }: Customer): Fields {
  const { id, name, size, segment, riskTolerance } = rest;
  const { since, renewals, goodExperiences } = relationship;
  return {
    id,
    name,
    size,
    segment,
    riskTolerance,
    ...personFields('contact', contact),
    ...personFields('owner', owner),
    since,
    renewals: String(renewals),
    goodExperiences: toLines(goodExperiences),
  };
}

function personFields(who: string, { name, email, role }: Contact): Fields {
  return { [`${who}Name`]: name, [`${who}Email`]: email, [`${who}Role`]: role };
}

/**
 * Returns the customer that a row of texts describes, all of them given; `before` keeps its mistakes and open orders.
 * Refuses what a file of customers would refuse, each problem with the column as its pointer (`/contactEmail`).
 */
export function customerFromFields(fields: Fields, before?: Customer): Result<Customer> {
  const [missing, ...more] = missingFields(customerColumns, fields);
  if (missing) return failure(missing, ...more);
  const person = (who: 'contact' | 'owner') => ({
    name: fields[`${who}Name`]!,
    email: fields[`${who}Email`]!,
    role: fields[`${who}Role`] || usualRoles[who],
  });
  const checked = checkFields(
    oneCustomerForm,
    {
      ...given(fields, 'id', 'name', 'size', 'segment', 'riskTolerance'),
      contact: person('contact'),
      owner: person('owner'),
      relationship: {
        ...given({ ...fields, renewals: fields.renewals || '0' }, 'since', 'renewals'),
        goodExperiences: fromLines(fields.goodExperiences ?? ''),
      },
    },
    places,
  );
  if (!checked.ok) return checked;
  const customer = customerFromForm(checked.value);
  if (!before) return success(customer);
  const { vendorMistakes, openOrders } = before.relationship;
  return success({ ...customer, relationship: { ...customer.relationship, vendorMistakes, openOrders } });
}
