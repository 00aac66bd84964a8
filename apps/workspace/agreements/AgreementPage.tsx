import { NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { asFailure } from '../data/failure.ts';
import styles from '../editing/editing.module.css';
import { Guided } from '../editing/Guided.tsx';
import { TextDoor } from '../editing/TextDoor.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { NotFound } from '../shell/NotFound.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { agreementDoor, type Document, useAgreement, useRefresh } from './agreementData.ts';
import type { AgreementForm } from './agreementForm.ts';
import { addDuty, addLimit, addRestriction } from './clauseActions.ts';
import { addOrder, changeLimit, changeOrder, correctHead } from './orderActions.ts';
import { Revocations } from './Revocations.tsx';
import { TermsPreview } from './TermsPreview.tsx';
import { addForbearance, addPermit, withdrawAmendment } from './variationActions.ts';

/** One agreement to be edited: step by step, or as its text. */
export function AgreementPage({ customer, agreement }: { customer: string; agreement: string }) {
  const query = useAgreement(customer, agreement);
  if (query.error && asFailure(query.error).status === 404) return <NotFound what="agreement" />;
  return (
    <Loaded title="Edit an agreement" query={query}>
      {(document) => <Editor document={document} reload={async () => (await query.refetch()).data} />}
    </Loaded>
  );
}

/** Returns all guided changes of an agreement that are possible as it stands. */
function actionsOf(form: AgreementForm, today: string) {
  const { amendments = [], clauses } = form;
  const orders = addOrder(form, today);
  const byOrders = orders.fields.find(({ name }) => name === 'clause')?.options?.length ?? 0;
  const quantities = changeOrder(form, today);
  const known = quantities.fields.find(({ name }) => name === 'orderLine')?.options?.length ?? 0;
  const fixed = clauses.some(({ kind, limit }) => kind === 'restriction' || limit !== undefined);
  return [
    ...(byOrders > 0 ? [orders] : []),
    ...(known > 0 ? [quantities] : []),
    ...(fixed ? [changeLimit(form, today)] : []),
    addPermit(form, today),
    addForbearance(form, today),
    addLimit(form),
    addRestriction(form),
    addDuty(form),
    ...(amendments.length > 0 ? [withdrawAmendment(form)] : []),
    correctHead(form),
  ];
}

const asText = 'text';

function Editor({ document, reload }: { document: Document; reload: () => Promise<Document | undefined> }) {
  const [chosen, setChosen] = useState('');
  const [saved, setSaved] = useState(0);
  const refresh = useRefresh();
  const form = document.form as AgreementForm;
  const actions = actionsOf(form, new Date().toISOString().slice(0, 10));
  const door = agreementDoor(document, reload);
  const action = actions.find(({ key }) => key === chosen);
  const onSaved = () => {
    setSaved(saved + 1);
    setChosen('');
    void refresh();
  };
  const shared = {
    door,
    onSaved,
    showPreview: (preview: Parameters<typeof TermsPreview>[0]['preview']) => (
      <TermsPreview preview={preview} />
    ),
  };
  return (
    <div className={styles.page}>
      <PageTitle>{`Edit ${form.title}`}</PageTitle>
      <p className="small">
        <Link to="/customers/$customer" params={{ customer: document.customer }}>
          Back to the customer
        </Link>
      </p>
      <h1>Edit {form.title}</h1>
      {saved > 0 && <p role="status">Saved. Where the customer stands is being worked out anew.</p>}
      <div className={styles.filters}>
        <NativeSelect
          label="What do you want to do?"
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={[
            { value: '', label: 'Choose…' },
            ...actions.map(({ key, title }) => ({ value: key, label: title })),
            { value: asText, label: 'Edit the text (YAML)' },
          ]}
        />
      </div>
      {action && <Guided key={action.key} action={action} {...shared} />}
      {chosen === asText && <TextDoor {...shared} />}
      {chosen === '' && <Revocations document={document} onDone={() => void refresh()} />}
    </div>
  );
}
