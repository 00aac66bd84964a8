import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import {
  type ApiToken,
  type TokenOrder,
  useMakeToken,
  useRevokeToken,
  useTokens,
} from '../access/accessData.ts';
import { useCan } from '../data/session.ts';
import type { Staff } from '../data/team.ts';
import { showInstant } from '../format.ts';
import { Act } from '../parts/Act.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Problem } from '../parts/Problem.tsx';
import { dateCell, TableBox } from '../parts/TableBox.tsx';
import styles from '../sources/sources.module.css';
import { roleWords } from './roleWords.ts';

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The programs that work here by a token: only administrators see them. */
export function Programs({ team }: { team: readonly Staff[] }) {
  const may = useCan('team.change');
  const query = useTokens(may);
  if (!may) return null;
  return (
    <section className={styles.section} aria-labelledby="programs">
      <h2 id="programs">Programs</h2>
      <p className="dimmed">
        A program, such as a nightly import, is let in by a token in place of a person. Its role decides what
        it may do; it never is an administrator.
      </p>
      <NewToken />
      <Loaded title="Programs" query={query}>
        {({ items }) =>
          items.length === 0 ? <p>No program has a token yet.</p> : <Tokens items={items} team={team} />
        }
      </Loaded>
    </section>
  );
}

function NewToken() {
  const { mutate, data, error, isPending } = useMakeToken();
  const form = useRef<HTMLFormElement>(null);
  const submit = (given: FormData) => {
    const text = (name: string) => String(given.get(name) ?? '');
    const role = text('role') as TokenOrder['role'];
    const order = { name: text('name'), role, days: Number(text('days')) };
    mutate(order, { onSuccess: () => form.current?.reset() });
  };
  return (
    <>
      <form
        ref={form}
        className={styles.bar}
        onSubmit={(event) => {
          event.preventDefault();
          submit(new FormData(event.currentTarget));
        }}
      >
        <TextInput name="name" label="What it is for" placeholder="nightly import" required maxLength={200} />
        <NativeSelect
          name="role"
          label="Role"
          data={Object.entries(roleWords)
            .filter(([value]) => value !== 'administrator')
            .map(([value, label]) => ({ value, label }))}
        />
        <NativeSelect
          name="days"
          label="Ends after"
          defaultValue="90"
          data={[
            { value: '30', label: '30 days' },
            { value: '90', label: '90 days' },
            { value: '365', label: 'a year' },
          ]}
        />
        <Button type="submit" loading={isPending}>
          Make a token
        </Button>
      </form>
      <Problem thrown={error} />
      {data && (
        <div role="status" className={styles.effect}>
          <p>
            This is the only time the token is shown. Copy it now; we keep nothing by which it could be found
            again.
          </p>
          <p>
            <code className={styles.token}>{data.token}</code>
          </p>
        </div>
      )}
    </>
  );
}

function Tokens({ items, team }: { items: readonly ApiToken[]; team: readonly Staff[] }) {
  const { mutate, error, isPending } = useRevokeToken();
  const [asked, setAsked] = useState<string | null>(null);
  const nameOf = (id: string) => team.find((person) => person.id === id)?.name ?? 'somebody who has left';
  const state = ({ revokedAt, until }: ApiToken) =>
    revokedAt ? `revoked ${showInstant(revokedAt, zone)}` : `until ${showInstant(until, zone)}`;
  return (
    <>
      <Problem thrown={error} />
      <TableBox label="Tokens of programs" cards>
        <thead>
          <tr>
            <th scope="col">For</th>
            <th scope="col">Role</th>
            <th scope="col">Made</th>
            <th scope="col">Last used</th>
            <th scope="col">State</th>
            <th scope="col">
              <span className="hiddenVisually">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((token) => (
            <tr key={token.id}>
              <th scope="row">{token.name}</th>
              <td data-label="Role">{roleWords[token.role as Staff['role']]}</td>
              <td data-label="Made" className={dateCell}>
                {showInstant(token.createdAt, zone)} by {nameOf(token.createdBy)}
              </td>
              <td data-label="Last used" className={dateCell}>
                {token.usedAt ? showInstant(token.usedAt, zone) : 'never'}
              </td>
              <td data-label="State">{state(token)}</td>
              <td>
                {!token.revokedAt && (
                  <Act
                    needs="team.change"
                    size="compact-xs"
                    variant={asked === token.id ? 'filled' : 'default'}
                    {...(asked === token.id ? { color: 'red' } : {})}
                    disabled={isPending}
                    onClick={() => (asked === token.id ? mutate(token.id) : setAsked(token.id))}
                  >
                    {asked === token.id ? 'Revoke for good' : 'Revoke…'}
                    <span className="hiddenVisually">: {token.name}</span>
                  </Act>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </TableBox>
    </>
  );
}
