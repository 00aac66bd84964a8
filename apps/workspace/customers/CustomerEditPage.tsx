import { Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useRefresh } from '../agreements/agreementData.ts';
import { asFailure } from '../data/failure.ts';
import type { Values } from '../editing/action.ts';
import styles from '../editing/editing.module.css';
import { FieldInput } from '../editing/Guided.tsx';
import { ProblemList } from '../editing/ProblemList.tsx';
import { Act, Allowed } from '../parts/Act.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { NotFound } from '../shell/NotFound.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { type CustomerDocument, saveCustomer, useCustomerDocument } from './customerData.ts';
import { blankCustomer, formOf, type Merge, merged, valuesOf } from './customerDraft.ts';
import { parts } from './customerFields.ts';
import { EntryList } from './EntryList.tsx';
import { Meanwhile } from './Meanwhile.tsx';

/** One customer to be edited. */
export function CustomerEditPage({ customer }: { customer: string }) {
  const query = useCustomerDocument(customer);
  if (query.error && asFailure(query.error).status === 404) return <NotFound what="customer" />;
  return (
    <Loaded title="Edit a customer" query={query}>
      {(document) => <CustomerEditor document={document} reload={async () => (await query.refetch()).data} />}
    </Loaded>
  );
}

/** A customer to be created. */
export function NewCustomerPage() {
  return <CustomerEditor document={null} reload={async () => undefined} />;
}

type EditorProps = {
  document: CustomerDocument | null;
  reload: () => Promise<CustomerDocument | undefined>;
};

function CustomerEditor({ document, reload }: EditorProps) {
  const [base, setBase] = useState(document);
  const [values, setValues] = useState<Values>(() => valuesOf(base?.form ?? blankCustomer));
  const [meanwhile, setMeanwhile] = useState<Merge | null>(null);
  const navigate = useNavigate();
  const refresh = useRefresh();
  const save = useMutation({
    mutationFn: () => saveCustomer(formOf(values), base),
    onSuccess: async ({ form }) => {
      void refresh();
      await navigate({ to: '/customers/$customer', params: { customer: form.id ?? '' } });
    },
    onError: async (error) => {
      if (asFailure(error).code !== 'version_conflict' || base === null) return;
      const now = await reload();
      if (!now) return;
      const merge = merged(valuesOf(base.form), values, valuesOf(now.form));
      setMeanwhile(merge);
      setValues(merge.values);
      setBase(now);
    },
  });
  const failure = save.error ? asFailure(save.error) : null;
  const isConflict = failure?.code === 'version_conflict';
  const wrong = new Map((failure?.problems ?? []).map(({ pointer, detail }) => [pointer, detail]));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const title = base ? `Edit ${base.form.name}` : 'New customer';
  const change = (name: string, value: string) => setValues({ ...values, [name]: value });
  return (
    <form className={styles.page} onSubmit={submit} noValidate>
      <PageTitle>{title}</PageTitle>
      <p className="small">
        <Link to="/customers">All customers</Link>
      </p>
      <h1>{title}</h1>
      <Allowed needs="customers.change">
        {parts.map((part) => (
          <section key={part.title} className={styles.form} aria-label={part.title}>
            <h2>{part.title}</h2>
            <div className={styles.fields}>
              {part.fields
                .filter(({ name }) => name !== '/id' || base === null)
                .map((field) => (
                  <FieldInput
                    key={field.name}
                    field={field}
                    value={values[field.name] ?? ''}
                    wrong={wrong.get(field.name)}
                    onChange={(value) => change(field.name, value)}
                  />
                ))}
            </div>
          </section>
        ))}
        <div className={styles.form}>
          <Textarea
            label="Good experiences"
            description="What went well together, one a line."
            rows={3}
            value={values['/relationship/goodExperiences'] ?? ''}
            onChange={(event) => change('/relationship/goodExperiences', event.currentTarget.value)}
          />
        </div>
        {(['vendorMistakes', 'openOrders'] as const).map((name) => (
          <EntryList
            key={name}
            name={name}
            value={values[`/relationship/${name}`] ?? '[]'}
            wrong={wrong}
            onChange={(value) => change(`/relationship/${name}`, value)}
          />
        ))}
      </Allowed>
      {meanwhile && <Meanwhile merge={meanwhile} theirs={base ? valuesOf(base.form) : {}} />}
      {!isConflict && <ProblemList thrown={save.error} />}
      <div className={styles.buttons}>
        <Act needs="customers.change" type="submit" loading={save.isPending}>
          {base ? 'Save' : 'Create the customer'}
        </Act>
      </div>
    </form>
  );
}
