import { type Action, type Field, said, type Values } from '../editing/action.ts';
import { type AgreementForm, type LineForm, linesOf, nextId } from './agreementForm.ts';

/** The question that decides how a change is kept: what was signed since, or what was written wrongly. */
export function howFields(form: AgreementForm, today: string): Field[] {
  const since = { field: 'how', is: 'since' } as const;
  return [
    {
      name: 'how',
      label: 'Why does it change?',
      kind: 'radio',
      options: [
        {
          value: 'since',
          label: 'Both sides signed it since. It is kept as an amendment and counts from its day on.',
        },
        {
          value: 'error',
          label: 'We had typed it wrongly. The text is corrected, as if it had always been so.',
        },
      ],
    },
    { name: 'amendment', label: 'Amendment', initial: nextId('AM', form.amendments ?? []), when: since },
    { name: 'signedOn', label: 'Signed on', kind: 'date', initial: today, when: since },
    { name: 'amendedFrom', label: 'Counts from', kind: 'date', initial: today, when: since },
  ];
}

/** Returns the form with one more amendment that does this. */
export function amended(
  form: AgreementForm,
  { amendment = '', signedOn = '', amendedFrom = '' }: Values,
  change: Readonly<Record<string, unknown>>,
): AgreementForm {
  const one = { id: amendment, signedOn, from: amendedFrom, changes: [change] };
  return { ...form, amendments: [...(form.amendments ?? []), one] };
}

const byOrders = ({ clauses }: AgreementForm) =>
  clauses.filter(({ kind, limit }) => kind === 'capacity' && limit === undefined);
const named = (ids: readonly { readonly id: string }[]) => ids.map(({ id }) => ({ value: id, label: id }));

/** An order: signed since, or left out of the text. */
export function addOrder(form: AgreementForm, today: string): Action<AgreementForm> {
  const lines = linesOf(form);
  const clauses = byOrders(form);
  return {
    key: 'order',
    title: 'Add an order',
    explain: 'Units a customer signed for. Orders of a clause add up to its limit.',
    fields: [
      ...howFields(form, today),
      { name: 'id', label: 'Order line', initial: nextId('OL', lines) },
      { name: 'clause', label: 'Clause', kind: 'select', options: named(clauses) },
      { name: 'quantity', label: 'Quantity' },
      { name: 'source', label: 'Where it is on paper', hint: 'Such as PO 4711.' },
    ],
    apply: (values) => {
      const { id = '', clause = '', quantity = '', source = '' } = values;
      const product = clauses.find((one) => one.id === clause)?.product ?? '';
      const line: LineForm = { id, clause, product, quantity, source };
      if (values.how === 'since') return amended(form, values, { addOrderLine: line });
      return { ...form, orderLines: [...(form.orderLines ?? []), line] };
    },
  };
}

/** Another quantity of an order: signed since, or typed wrongly. */
export function changeOrder(form: AgreementForm, today: string): Action<AgreementForm> {
  const lines = linesOf(form);
  return {
    key: 'quantity',
    title: 'Change the quantity of an order',
    explain: 'More or fewer units of an order line that is known.',
    fields: [
      ...howFields(form, today),
      {
        name: 'orderLine',
        label: 'Order line',
        kind: 'select',
        options: lines.map(({ id, clause, quantity }) => ({
          value: id,
          label: `${id}: ${quantity} for ${clause}`,
        })),
      },
      { name: 'quantity', label: 'New quantity' },
    ],
    apply: (values) => {
      const { orderLine = '', quantity = '' } = values;
      if (values.how === 'since') return amended(form, values, { replaceQuantity: { orderLine, quantity } });
      return corrected(form, orderLine, quantity);
    },
  };
}

/** The line may stand in the text or in an amendment; one in an amendment belongs to what was signed then. */
function corrected(form: AgreementForm, id: string, quantity: string): AgreementForm {
  const right = (line: LineForm) => (line.id === id ? { ...line, quantity } : line);
  return {
    ...form,
    orderLines: (form.orderLines ?? []).map(right),
    ...(form.amendments && {
      amendments: form.amendments.map((one) => ({
        ...one,
        changes: one.changes.map((change) =>
          change.addOrderLine ? { addOrderLine: right(change.addOrderLine as LineForm) } : change,
        ),
      })),
    }),
  };
}

/** Another fixed limit, or another allowed set: signed since, or typed wrongly. */
export function changeLimit(form: AgreementForm, today: string): Action<AgreementForm> {
  const fixed = form.clauses.filter(({ kind, limit }) => kind === 'restriction' || limit !== undefined);
  const words = ({ id, limit, allowed }: AgreementForm['clauses'][number]) =>
    `${id}: ${limit ?? (allowed as readonly string[]).join(', ')}`;
  return {
    key: 'limit',
    title: 'Change a limit',
    explain: 'A fixed limit, or the values a restriction allows. A limit by orders changes with the orders.',
    fields: [
      ...howFields(form, today),
      {
        name: 'clause',
        label: 'Clause',
        kind: 'select',
        options: fixed.map((one) => ({ value: one.id, label: words(one) })),
      },
      {
        name: 'limit',
        label: 'New limit',
        hint: 'A number; for a restriction the allowed values, set apart by commas.',
      },
    ],
    apply: (values) => {
      const { clause = '', limit = '' } = values;
      const isSet = fixed.find(({ id }) => id === clause)?.kind === 'restriction';
      const allowed = limit.split(',').map((value) => value.trim());
      if (values.how === 'since')
        return amended(
          form,
          values,
          isSet ? { replaceAllowed: { clause, allowed } } : { replaceLimit: { clause, limit } },
        );
      const right = isSet ? { allowed } : { limit };
      return {
        ...form,
        clauses: form.clauses.map((one) => (one.id === clause ? { ...one, ...right } : one)),
      };
    },
  };
}

/** The head of the agreement: only to put right what was typed wrongly. */
export function correctHead(form: AgreementForm): Action<AgreementForm> {
  const { title, signedOn, from, until, zone, currency } = form;
  const renewsOn = typeof form.renewsOn === 'string' ? form.renewsOn : '';
  return {
    key: 'head',
    title: 'Correct title, dates, time zone or currency',
    explain:
      'For typing errors only: the agreement then reads as if it had always been so. What we said before stays in its history.',
    fields: [...headFields({ title, signedOn, from, until, zone, currency, renewsOn })],
    apply: (values) => said({ ...form, ...values }) as AgreementForm,
  };
}

/** The fields of an agreement's head. */
export function headFields(values: Values): Field[] {
  const field = (name: string, label: string, more: Partial<Field> = {}): Field => ({
    ...{ name, label },
    ...(values[name] === undefined ? {} : { initial: values[name] }),
    ...more,
  });
  return [
    field('title', 'Title'),
    field('signedOn', 'Signed on', { kind: 'date' }),
    field('from', 'Holds from', { hint: 'A day, 2026-01-01.' }),
    field('until', 'Holds until', { hint: 'The first day it no longer holds.' }),
    field('renewsOn', 'Renews on', { kind: 'date', optional: true }),
    field('zone', 'Time zone', { hint: 'Such as Europe/Berlin or UTC.' }),
    field('currency', 'Currency', { hint: 'Such as EUR.' }),
  ];
}
