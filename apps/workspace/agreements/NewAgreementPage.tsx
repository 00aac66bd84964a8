import { NativeSelect } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type Action, said } from '../editing/action.ts';
import styles from '../editing/editing.module.css';
import { Guided } from '../editing/Guided.tsx';
import { TextDoor } from '../editing/TextDoor.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { newAgreementDoor, type Preview, useRefresh } from './agreementData.ts';
import { limitClause, limitFields } from './clauseActions.ts';
import { headFields } from './orderActions.ts';
import { TermsPreview } from './TermsPreview.tsx';

/** A new agreement: its head, its first limit and what was ordered, or all of it as a text. */
export function NewAgreementPage({ customer }: { customer: string }) {
  const [asText, setAsText] = useState('');
  const navigate = useNavigate();
  const refresh = useRefresh();
  const onSaved = () => {
    void refresh();
    void navigate({ to: '/customers/$customer', params: { customer } });
  };
  const showPreview = (preview: Preview) => <TermsPreview preview={preview} />;
  const shared = { onSaved, showPreview };
  return (
    <div className={styles.page}>
      <PageTitle>New agreement</PageTitle>
      <p className="small">
        <Link to="/customers/$customer" params={{ customer }}>
          Back to the customer
        </Link>
      </p>
      <h1>New agreement</h1>
      <div className={styles.filters}>
        <NativeSelect
          label="How do you want to write it?"
          value={asText}
          onChange={(event) => setAsText(event.currentTarget.value)}
          data={[
            { value: '', label: 'Step by step' },
            { value: 'text', label: 'As a text (YAML)' },
          ]}
        />
      </div>
      {asText === '' ? (
        <Guided door={newAgreementDoor(customer, '')} action={create(customer)} {...shared} />
      ) : (
        <TextDoor door={newAgreementDoor(customer, template(customer))} {...shared} />
      )}
    </div>
  );
}

/** Everything a first agreement takes; more clauses, duties and the rest come by editing it. */
export function create(customer: string): Action<object> {
  return {
    key: 'create',
    title: 'What was signed',
    explain:
      'The agreement with its first limit. More limits, restrictions, duties and orders can be added afterwards.',
    fields: [
      { name: 'id', label: 'Agreement', hint: 'Its number or short name.' },
      ...headFields({ zone: Intl.DateTimeFormat().resolvedOptions().timeZone, currency: 'EUR' }),
      ...limitFields(),
      {
        name: 'quantity',
        label: 'Ordered',
        optional: true,
        hint: 'Units ordered with it, where no limit is fixed.',
      },
      { name: 'source', label: 'Where the order is on paper', optional: true, hint: 'Such as PO 4711.' },
    ],
    apply: (values) => {
      const { id = '', quantity = '', source = '' } = values;
      const head = ['title', 'signedOn', 'from', 'until', 'renewsOn', 'zone', 'currency'];
      const clause = limitClause(values);
      const line = { id: 'OL-1', clause: clause.id, product: clause.product, quantity, source: source || id };
      return {
        ...{ goodterms: 'agreement/1', id, customer },
        ...said(Object.fromEntries(head.map((name) => [name, values[name] ?? '']))),
        ...(quantity === '' ? {} : { orderLines: [line] }),
        clauses: [clause],
      };
    },
  };
}

function template(customer: string): string {
  const year = new Date().getFullYear();
  return `goodterms: agreement/1
id: AG-1
customer: ${customer}
title: Title of the agreement
signedOn: ${year}-01-01
from: ${year}-01-01
until: ${year + 1}-01-01
zone: UTC
currency: EUR
# What was ordered with the agreement.
orderLines:
  - id: OL-1
    clause: seats
    product: PRODUCT
    quantity: 100
    source: PO 1
# What is promised, each with its measure: how use becomes a number.
clauses:
  - id: seats
    kind: capacity
    product: PRODUCT
    unit: seat
    text: The contract's own words.
    plain: The same in plain words.
    measure:
      aggregate:
        unique: who
      window: month
`;
}
