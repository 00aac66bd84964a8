import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { asFailure } from '../data/failure.ts';
import { type Field, listOf, type Values } from '../editing/action.ts';
import styles from '../editing/editing.module.css';
import { FieldInput } from '../editing/Guided.tsx';
import { Act } from '../parts/Act.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Problem } from '../parts/Problem.tsx';
import { TableBox } from '../parts/TableBox.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { type Partner, usePartners, useSavePartner } from './partnerData.ts';

/** Partners: who sells to customers or speaks for them. */
export function PartnersPage() {
  const [edited, setEdited] = useState<Partner | 'new' | null>(null);
  return (
    <>
      <PageTitle>Partners</PageTitle>
      <Loaded title="Partners" query={usePartners()}>
        {({ items }) => (
          <div className={styles.page}>
            <header>
              <div className={styles.titleLine}>
                <h1>Partners</h1>
                <Act needs="customers.change" onClick={() => setEdited('new')}>
                  Add a partner
                </Act>
              </div>
              <p className="dimmed">Who sells to your customers, or speaks for them.</p>
            </header>
            {items.length === 0 ? (
              <p className={styles.nothing}>No partner is known. Add one, or bring a table of them in.</p>
            ) : (
              <PartnerTable items={items} onEdit={setEdited} />
            )}
            {edited !== null && (
              <PartnerDialog partner={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
            )}
          </div>
        )}
      </Loaded>
    </>
  );
}

function PartnerTable(props: { items: readonly Partner[]; onEdit: (partner: Partner) => void }) {
  return (
    <TableBox label="Partners">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Contact</th>
          <th scope="col">Sells to</th>
          <th scope="col">Speaks for</th>
          <th scope="col">
            <span className="hiddenVisually">Edit</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {props.items.map((partner) => (
          <tr key={partner.id}>
            <th scope="row">{partner.name}</th>
            <td>{partner.contactName}</td>
            <td>{partner.sellsTo?.join(', ')}</td>
            <td>{partner.speaksFor?.join(', ')}</td>
            <td>
              <Act
                needs="customers.change"
                size="compact-sm"
                variant="default"
                aria-label={`Edit ${partner.name}`}
                onClick={() => props.onEdit(partner)}
              >
                Edit
              </Act>{' '}
              <Link to="/partners/$partner/access" params={{ partner: String(partner.id) }}>
                Access<span className="hiddenVisually"> of {partner.name}</span>
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}

const fields: readonly Field[] = [
  { name: 'id', label: 'Id', hint: 'Lower case letters, digits and -.' },
  { name: 'name', label: 'Name' },
  { name: 'contactName', label: 'Contact' },
  { name: 'contactEmail', label: 'E-mail of the contact' },
  { name: 'contactRole', label: 'Role of the contact' },
  { name: 'sellsTo', label: 'Sells to', hint: 'Ids of customers, set apart by commas.' },
  { name: 'speaksFor', label: 'Speaks for', hint: 'Ids of customers, set apart by commas.' },
];

function PartnerDialog({ partner, onClose }: { partner: Partner | null; onClose: () => void }) {
  const known = (partner ?? {}) as Readonly<Record<string, unknown>>;
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(fields.map(({ name }) => [name, [known[name] ?? ''].flat().join(', ')])),
  );
  const { mutate, isPending, error } = useSavePartner();
  const wrong = new Map(
    (error ? asFailure(error).problems : []).map(({ pointer, detail }) => [pointer, detail]),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { sellsTo, speaksFor, ...texts } = values;
    const form = { ...texts, sellsTo: listOf(sellsTo), speaksFor: listOf(speaksFor) };
    mutate({ form, seen: partner }, { onSuccess: onClose });
  };
  return (
    <Dialog title={partner ? `Edit ${partner.name}` : 'Add a partner'} onClose={onClose}>
      <form className={styles.page} onSubmit={submit} noValidate>
        {fields
          .filter(({ name }) => name !== 'id' || partner === null)
          .map((field) => (
            <FieldInput
              key={field.name}
              field={field}
              value={values[field.name] ?? ''}
              wrong={wrong.get(`/${field.name}`)}
              onChange={(value) => setValues({ ...values, [field.name]: value })}
            />
          ))}
        <Problem thrown={error} />
        <Button type="submit" loading={isPending}>
          Save
        </Button>
      </form>
    </Dialog>
  );
}
