import { type Action, type Field, listOf } from '../editing/action.ts';
import { type AgreementForm, nextId } from './agreementForm.ts';

function datedFields(form: AgreementForm, prefix: string, today: string): Field[] {
  return [
    { name: 'id', label: 'Name of it', initial: nextId(prefix, form.variations ?? []) },
    {
      name: 'clause',
      label: 'Clause',
      kind: 'select',
      options: form.clauses.map(({ id }) => ({ value: id, label: id })),
    },
    { name: 'decidedOn', label: 'Decided on', kind: 'date', initial: today },
    { name: 'from', label: 'From', kind: 'date', initial: today },
    { name: 'until', label: 'Until', kind: 'date', hint: 'The first day it no longer holds.' },
    { name: 'reason', label: 'Why', kind: 'area', hint: 'In words fit for the customer to read.' },
  ];
}

/** A grant of more for a time. */
export function addPermit(form: AgreementForm, today: string): Action<AgreementForm> {
  return {
    key: 'permit',
    title: 'Permit more for a time',
    explain: 'A grant changes what is allowed, from one day to another, and never before it was decided.',
    fields: [
      ...datedFields(form, 'EX', today),
      {
        name: 'change',
        label: 'It',
        kind: 'select',
        options: [
          { value: 'add', label: 'adds units to the limit' },
          { value: 'raiseTo', label: 'raises the limit to' },
          { value: 'widen', label: 'also allows these values' },
        ],
      },
      { name: 'value', label: 'How many, or which values' },
    ],
    apply: ({ id = '', clause = '', decidedOn, from, until, reason, change = 'add', value = '' }) => ({
      ...form,
      variations: [
        ...(form.variations ?? []),
        {
          ...{ id, kind: 'permit', clause, from, until, decidedOn, reason },
          [change]: change === 'widen' ? listOf(value) : value,
        },
      ],
    }),
  };
}

/** A pause of what would follow from a finding. */
export function addForbearance(form: AgreementForm, today: string): Action<AgreementForm> {
  return {
    key: 'forbearance',
    title: 'Hold back for a time',
    explain: 'A forbearance does not change what is allowed. It pauses what would follow from a finding.',
    fields: [
      ...datedFields(form, 'FB', today),
      {
        name: 'pauses',
        label: 'It pauses',
        kind: 'select',
        options: [
          { value: 'contact', label: 'writing to the customer' },
          { value: 'fees', label: 'fees' },
          { value: 'suspension', label: 'suspension' },
        ],
      },
    ],
    apply: ({ id = '', clause = '', decidedOn, from, until, reason, pauses = '' }) => ({
      ...form,
      variations: [
        ...(form.variations ?? []),
        { ...{ id, kind: 'forbearance', clause, from, until, decidedOn, reason }, pauses: [pauses] },
      ],
    }),
  };
}

/** An amendment taken back, because it was recorded by mistake. */
export function withdrawAmendment(form: AgreementForm): Action<AgreementForm> {
  return {
    key: 'withdraw',
    title: 'Withdraw an amendment',
    explain: 'Only for what was recorded by mistake. What was signed is changed by another amendment.',
    fields: [
      {
        name: 'amendment',
        label: 'Amendment',
        kind: 'select',
        options: (form.amendments ?? []).map(({ id, from }) => ({ value: id, label: `${id}, from ${from}` })),
      },
    ],
    apply: ({ amendment }) => ({
      ...form,
      amendments: (form.amendments ?? []).filter(({ id }) => id !== amendment),
    }),
  };
}
