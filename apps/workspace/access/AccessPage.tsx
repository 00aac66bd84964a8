import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { asFailure } from '../data/failure.ts';
import { useMay } from '../data/session.ts';
import { Allowed } from '../parts/Act.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Problem } from '../parts/Problem.tsx';
import { TableBox } from '../parts/TableBox.tsx';
import { NotFound } from '../shell/NotFound.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import styles from '../sources/sources.module.css';
import { AccountSteps, standing } from './AccountSteps.tsx';
import {
  type Account,
  type CustomerRole,
  type Side,
  useAccounts,
  useGiveRole,
  useInvite,
  useStep,
} from './accessData.ts';
import { HandOver } from './HandOver.tsx';

type Outside = Exclude<Side, { kind: 'staff' }>;

const roles: readonly { readonly value: CustomerRole; readonly label: string }[] = [
  { value: 'customer-administrator', label: 'Administrator: orders, and invites colleagues' },
  { value: 'customer-member', label: 'Member: reads and asks' },
];

/** Who of a customer or a partner may sign in: inviting them, and what becomes of their accounts. */
export function AccessPage({ side }: { side: Outside }) {
  const query = useAccounts(side);
  const invite = useInvite(side);
  const steps = useStep();
  if (query.error && asFailure(query.error).status === 404) return <NotFound what={side.kind} />;
  return (
    <Loaded title="Access" query={query}>
      {({ items, mail }) => (
        <div className={styles.page}>
          <PageTitle>Access</PageTitle>
          <Back side={side} />
          <header>
            <h1>Access</h1>
            <p>
              {side.kind === 'customer'
                ? 'Who of this customer may open its room: what the license allows, how much of it is used, and whom to ask. They sign in by a link that is sent to their address.'
                : 'Who of this partner may see the customers it sells to. They sign in by a link that is sent to their address.'}
            </p>
          </header>
          {!mail && (
            <p role="note">
              No mail server is set (GOODTERMS_SMTP_URL). Invite somebody, and you get an address to hand over
              yourself.
            </p>
          )}
          <Invitation side={side} invite={invite} onInvite={steps.reset} />
          <section className={styles.section} aria-labelledby="accounts">
            <h2 id="accounts">People</h2>
            {items.length === 0 ? (
              <p>Nobody may sign in yet. Invite the first person above.</p>
            ) : (
              <People
                items={items}
                isCustomer={side.kind === 'customer'}
                steps={steps}
                onStep={invite.reset}
              />
            )}
            {side.kind === 'customer' && (
              <p className="noPrint">
                <a href={`/sign-in/provider/${encodeURIComponent(side.id)}`}>Single sign-on of the company</a>
              </p>
            )}
          </section>
        </div>
      )}
    </Loaded>
  );
}

function Back({ side }: { side: Outside }) {
  const words = side.kind === 'customer' ? 'Back to the customer' : 'All partners';
  const inside = (
    <>
      <Icon name="back" size={14} />
      {words}
    </>
  );
  return side.kind === 'customer' ? (
    <Link to="/customers/$customer" params={{ customer: side.id }} className={`${styles.back} noPrint`}>
      {inside}
    </Link>
  ) : (
    <Link to="/partners" className={`${styles.back} noPrint`}>
      {inside}
    </Link>
  );
}

type Inviting = {
  readonly side: Outside;
  readonly invite: ReturnType<typeof useInvite>;
  readonly onInvite: () => void;
};

/** What was said of a step before goes with the next one: an address that was shown may open nothing any more. */
function Invitation({ side, invite, onInvite }: Inviting) {
  const { mutate, data, error, isPending, variables } = invite;
  const form = useRef<HTMLFormElement>(null);
  const submit = (given: FormData) => {
    const text = (name: string) => String(given.get(name) ?? '');
    const role = (text('role') || 'customer-member') as CustomerRole;
    const order = { name: text('name'), email: text('email'), role };
    onInvite();
    mutate(order, { onSuccess: () => form.current?.reset() });
  };
  return (
    <section className={styles.section} aria-labelledby="invite">
      <h2 id="invite">Invite somebody</h2>
      <Allowed needs="access.invite">
        <form
          ref={form}
          className={styles.bar}
          onSubmit={(event) => {
            event.preventDefault();
            submit(new FormData(event.currentTarget));
          }}
        >
          <TextInput name="name" label="Name" required maxLength={200} />
          <TextInput name="email" type="email" label="E-mail" required maxLength={320} />
          {side.kind === 'customer' && <NativeSelect name="role" label="Role" data={[...roles]} />}
          <Button type="submit" loading={isPending}>
            Invite
          </Button>
        </form>
      </Allowed>
      <Problem thrown={error} />
      {data && !isPending && (
        <p role="status">
          {variables?.email} is invited. {data.mail && 'The link in the letter works once, for seven days.'}
        </p>
      )}
      {!isPending && <HandOver link={data?.link} to={variables?.email ?? ''} />}
    </section>
  );
}

type Standing = {
  readonly items: readonly Account[];
  readonly isCustomer: boolean;
  readonly steps: ReturnType<typeof useStep>;
  readonly onStep: () => void;
};

function People({ items, isCustomer, steps, onStep }: Standing) {
  const given = useGiveRole();
  const may = useMay('access.invite').may;
  const nameOf = (id: string | undefined) => items.find((one) => one.id === id)?.name ?? '';
  return (
    <>
      <Problem thrown={steps.error ?? given.error} />
      {!steps.isPending && <HandOver link={steps.data?.link} to={nameOf(steps.variables?.account)} />}
      <TableBox label="People who may sign in" cards>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">E-mail</th>
            {isCustomer && <th scope="col">Role</th>}
            <th scope="col">Stands</th>
            <th scope="col">
              <span className="hiddenVisually">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((account) => (
            <tr key={account.id}>
              <th scope="row">{account.name}</th>
              <td data-label="E-mail">{account.email}</td>
              {isCustomer && (
                <td data-label="Role">
                  <NativeSelect
                    size="xs"
                    aria-label={`Role of ${account.name}`}
                    disabled={!may || account.status === 'closed' || given.isPending}
                    value={account.role}
                    data={roles.map(({ value, label }) => ({ value, label: label.split(':')[0]! }))}
                    onChange={(event) =>
                      given.mutate({ account: account.id, role: event.currentTarget.value as CustomerRole })
                    }
                  />
                </td>
              )}
              <td data-label="Stands">{standing(account)}</td>
              <td>
                <AccountSteps
                  account={account}
                  needs="access.invite"
                  busy={steps.isPending}
                  onStep={(step) => {
                    onStep();
                    steps.mutate({ account: account.id, step });
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </TableBox>
    </>
  );
}
