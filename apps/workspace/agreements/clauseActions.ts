import { type Action, type Field, listOf, said, type Values } from '../editing/action.ts';
import { type AgreementForm, nextId } from './agreementForm.ts';

const counted = [
  { value: 'unique', label: 'How many different people (or devices) used it' },
  { value: 'peakConcurrency', label: 'How many were in use at the same time, at most' },
  { value: 'sum', label: 'How much was used in all' },
  { value: 'count', label: 'How often it was used' },
  { value: 'max', label: 'The highest level that was reported' },
];
const windows = ['day', 'month', 'quarter', 'year', 'term'].map((value) => ({
  value,
  label: value === 'term' ? 'the whole term' : `each ${value}`,
}));

/** The fields of a limit on a measure, with `prefix` before those names that the head of an agreement has too. */
export function limitFields(): Field[] {
  return [
    { name: 'clauseId', label: 'Name of the clause', hint: 'Short, such as seats.' },
    { name: 'product', label: 'Product', hint: 'Its id in the catalog.' },
    { name: 'unit', label: 'What one unit is called', hint: 'Such as seat; several are then seats.' },
    { name: 'aggregate', label: 'What is counted', kind: 'select', options: counted },
    { name: 'window', label: 'Over', kind: 'select', options: windows, initial: 'month' },
    {
      name: 'limit',
      label: 'Limit',
      optional: true,
      hint: 'Left out, the orders of the clause add up to it.',
    },
    {
      name: 'price',
      label: 'Price',
      optional: true,
      hint: 'The price component in the catalog for what is missing.',
    },
    {
      name: 'attribute',
      label: 'Counts only where',
      optional: true,
      hint: 'An attribute of the use, such as environment.',
    },
    { name: 'in', label: '… is one of', optional: true, hint: 'Values, set apart by commas.' },
    { name: 'text', label: "The contract's own words", kind: 'area' },
    {
      name: 'plain',
      label: 'The same in plain words',
      kind: 'area',
      hint: 'For somebody who has never read a contract.',
    },
  ];
}

/** Returns the clause of what was entered: a limit on a measure. */
export function limitClause(values: Values): AgreementForm['clauses'][number] {
  const { clauseId = '', product = '', unit = '', aggregate = '', window = '', attribute = '' } = values;
  const measure = said({
    aggregate: aggregate === 'unique' ? { unique: 'who' } : aggregate,
    window,
    filter: attribute === '' ? undefined : [{ attribute, in: listOf(values.in) }],
  });
  const { limit = '', price = '', text = '', plain = '' } = values;
  // Longer windows have to say which limit counts where it changes inside one; the highest is the usual promise.
  const limitRule = ['quarter', 'year', 'term'].includes(window) ? 'highest' : '';
  const rest = { text, plain, measure, limit, limitRule, price };
  return said({ id: clauseId, kind: 'capacity', product, unit, ...rest });
}

/** A new clause: a limit on a measure. */
export function addLimit(form: AgreementForm): Action<AgreementForm> {
  return {
    key: 'newLimit',
    title: 'Add a limit',
    explain: 'How much of a product may be used. Rated, combined and growing limits: in the text.',
    fields: limitFields(),
    apply: (values) => ({ ...form, clauses: [...form.clauses, limitClause(values)] }),
  };
}

/** A new clause: only where an attribute has certain values. */
export function addRestriction(form: AgreementForm): Action<AgreementForm> {
  return {
    key: 'restriction',
    title: 'Add a restriction',
    explain: 'Use is allowed only where something is so, for instance in certain countries.',
    fields: [
      { name: 'id', label: 'Name of the clause', hint: 'Short, such as territory.' },
      { name: 'product', label: 'Product', hint: 'Its id in the catalog.' },
      { name: 'unit', label: 'What one unit is called', initial: 'use' },
      { name: 'attribute', label: 'What is restricted', hint: 'An attribute of the use, such as country.' },
      { name: 'allowed', label: 'Allowed values', hint: 'Set apart by commas.' },
      { name: 'text', label: "The contract's own words", kind: 'area' },
      { name: 'plain', label: 'The same in plain words', kind: 'area' },
    ],
    apply: ({ id = '', product = '', unit = '', attribute = '', allowed, text = '', plain = '' }) => ({
      ...form,
      clauses: [
        ...form.clauses,
        {
          ...{ id, kind: 'restriction', product, unit, text, plain },
          measure: { aggregate: 'count', window: 'day' },
          ...{ attribute, allowed: listOf(allowed) },
        },
      ],
    }),
  };
}

/** Something owed by a date. */
export function addDuty(form: AgreementForm): Action<AgreementForm> {
  const repeated = { field: 'when', is: 'every' } as const;
  return {
    key: 'duty',
    title: 'Add a duty',
    explain: 'Something the customer owes by a date, such as a report.',
    fields: [
      { name: 'id', label: 'Name of the duty', initial: nextId('D', form.duties ?? []) },
      {
        name: 'when',
        label: 'Owed',
        kind: 'select',
        options: [
          { value: 'every', label: 'again and again' },
          { value: 'once', label: 'once' },
        ],
      },
      {
        name: 'every',
        label: 'For each',
        kind: 'select',
        when: repeated,
        initial: 'quarter',
        options: ['month', 'quarter', 'year'].map((value) => ({ value, label: value })),
      },
      { name: 'days', label: 'Days after its end', initial: '30', when: repeated },
      { name: 'once', label: 'On', kind: 'date', when: { field: 'when', is: 'once' } },
      { name: 'text', label: "The contract's own words", kind: 'area' },
      { name: 'plain', label: 'The same in plain words', kind: 'area' },
    ],
    apply: ({ id = '', when, every, days, once, text = '', plain = '' }) => ({
      ...form,
      duties: [
        ...(form.duties ?? []),
        { ...{ id, text, plain }, due: when === 'once' ? { once } : { every, days } },
      ],
    }),
  };
}
