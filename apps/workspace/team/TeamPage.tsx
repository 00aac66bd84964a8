import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAccounts } from '../access/accessData.ts';
import { type Staff, useMoveStaff, useSaveStaff, useTeam } from '../data/team.ts';
import { Act } from '../parts/Act.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Problem } from '../parts/Problem.tsx';
import { TableBox } from '../parts/TableBox.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import styles from '../work/work.module.css';
import { Programs } from './Programs.tsx';
import { roleWords } from './roleWords.ts';
import { SignInCell } from './SignInCell.tsx';

/** The people of the vendor: who they are, and who has left. */
export function TeamPage() {
  const team = useTeam();
  const [edited, setEdited] = useState<Staff | 'new' | null>(null);
  return (
    <>
      <PageTitle>Team</PageTitle>
      <Loaded title="Team" query={team}>
        {({ items }) => (
          <div className={styles.page}>
            <header>
              <div className={styles.titleLine}>
                <h1>Team</h1>
                <Act needs="team.change" onClick={() => setEdited('new')}>
                  Add a person
                </Act>
              </div>
              <p className="dimmed">
                Positions and findings are assigned to these people. Whoever is invited signs in with a
                password or a passkey. Names and addresses can be erased once somebody has left.
              </p>
            </header>
            {items.length === 0 ? (
              <p className={styles.nothing}>
                Nobody is here yet. Add those who work on positions and findings.
              </p>
            ) : (
              <TeamTable people={items} onEdit={setEdited} />
            )}
            <Programs team={items} />
            {edited !== null && (
              <PersonDialog person={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
            )}
          </div>
        )}
      </Loaded>
    </>
  );
}

function TeamTable({ people, onEdit }: { people: readonly Staff[]; onEdit: (person: Staff) => void }) {
  const { mutate, error, isPending } = useMoveStaff();
  const accounts = useAccounts({ kind: 'staff' });
  const accountOf = (id: string) => accounts.data?.items.find((one) => one.id === id);
  const step = (person: Staff, name: 'retire' | 'take-back' | 'erase', words: string) => (
    <Act
      needs="team.change"
      size="compact-xs"
      variant="default"
      disabled={isPending}
      aria-label={`${words} ${person.name}`}
      onClick={() => mutate({ person, step: name })}
    >
      {words}
    </Act>
  );
  return (
    <>
      <Problem thrown={error ?? accounts.error} />
      <TableBox label="Team">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">E-mail</th>
            <th scope="col">Role</th>
            <th scope="col">Here</th>
            <th scope="col">Signs in</th>
            <th scope="col">
              <span className="hiddenVisually">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">{person.name}</th>
              <td>{person.email}</td>
              <td>{roleWords[person.role]}</td>
              <td>{person.active ? 'yes' : 'has left'}</td>
              <td>{accounts.data ? <SignInCell person={person} account={accountOf(person.id)} /> : '…'}</td>
              <td>
                <span className={styles.actions}>
                  <Act
                    needs="team.change"
                    size="compact-xs"
                    variant="default"
                    aria-label={`Change ${person.name}`}
                    onClick={() => onEdit(person)}
                  >
                    Change
                  </Act>
                  {person.active ? (
                    step(person, 'retire', 'Retire')
                  ) : (
                    <>
                      {step(person, 'take-back', 'Take back')}
                      {step(person, 'erase', 'Erase')}
                    </>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </TableBox>
    </>
  );
}

function PersonDialog({ person, onClose }: { person: Staff | null; onClose: () => void }) {
  const { mutate, error, isPending } = useSaveStaff();
  const submit = (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '');
    const order = { name: text('name'), email: text('email'), role: text('role') as Staff['role'] };
    mutate({ person, order }, { onSuccess: onClose });
  };
  return (
    <Dialog title={person ? `Change ${person.name}` : 'Add a person'} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit(new FormData(event.currentTarget));
        }}
      >
        <TextInput name="name" label="Name" required data-autofocus defaultValue={person?.name} />
        <TextInput name="email" type="email" label="E-mail" required defaultValue={person?.email} />
        <NativeSelect
          name="role"
          label="Role"
          defaultValue={person?.role ?? 'license-manager'}
          data={Object.entries(roleWords).map(([value, label]) => ({ value, label }))}
        />
        <Problem thrown={error} />
        <Button type="submit" loading={isPending}>
          {person ? 'Save' : 'Add'}
        </Button>
      </form>
    </Dialog>
  );
}
