import { Button, Checkbox } from '@mantine/core';
import { asFailure } from '../data/failure.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { useSaveWish, useWishes, type WishOfPerson } from './alertData.ts';
import styles from './alerts.module.css';

const kinds: readonly { readonly kind: WishOfPerson['kinds'][number]; readonly label: string }[] = [
  { kind: 'near', label: 'when use comes close to a limit' },
  { kind: 'forecast', label: 'when a limit is likely to be reached soon' },
  { kind: 'crossed', label: 'when use has gone above a limit' },
];

/** Who is told of the alerts of a customer, and what each of them wishes to hear of. */
export function WishesDialog(props: { customer: { id: string; name: string }; onClose: () => void }) {
  const { data, error, isPending } = useWishes(props.customer.id);
  return (
    <Dialog title={`Who is told about ${props.customer.name}`} onClose={props.onClose}>
      <div className={styles.dialog}>
        {isPending && (
          <p aria-busy="true" className="dimmed">
            Reading…
          </p>
        )}
        {error && <p role="alert">{asFailure(error).detail}</p>}
        {data?.items.map((person) => (
          <PersonWish key={person.who} customer={props.customer.id} person={person} />
        ))}
        <div className={styles.buttons}>
          <Button onClick={props.onClose}>Close</Button>
        </div>
      </div>
    </Dialog>
  );
}

function PersonWish({ customer, person }: { customer: string; person: WishOfPerson }) {
  const { mutate, isPending, error } = useSaveWish(customer);
  const save = (wish: Partial<WishOfPerson>) => mutate({ ...person, ...wish });
  const offered = kinds.filter(({ kind }) => person.who === 'owner' || kind !== 'crossed');
  return (
    <fieldset className={styles.person} disabled={isPending}>
      <legend>
        {person.name}, {person.who === 'contact' ? 'the contact' : 'the owner here, for all their customers'}
      </legend>
      <Checkbox
        label={`E-mail to ${person.address}`}
        checked={person.channel === 'email'}
        onChange={(event) => save({ channel: event.currentTarget.checked ? 'email' : 'none' })}
      />
      {person.channel === 'email' &&
        offered.map(({ kind, label }) => (
          <Checkbox
            key={kind}
            className={styles.kind}
            label={label}
            checked={person.kinds.includes(kind)}
            onChange={(event) =>
              save({
                kinds: event.currentTarget.checked
                  ? [...person.kinds, kind]
                  : person.kinds.filter((one) => one !== kind),
              })
            }
          />
        ))}
      {error && <p role="alert">{asFailure(error).detail}</p>}
    </fieldset>
  );
}
