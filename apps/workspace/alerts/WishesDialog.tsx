import { Button, Checkbox } from '@mantine/core';
import { asFailure } from '../data/failure.ts';
import { Allowed } from '../parts/Act.tsx';
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
        <Allowed needs="alerts.acknowledge">
          {data?.items.map((person) => (
            <PersonWish key={person.who} customer={props.customer.id} person={person} />
          ))}
        </Allowed>
        <div className={styles.buttons}>
          <Button onClick={props.onClose}>Close</Button>
        </div>
      </div>
    </Dialog>
  );
}

function PersonWish({ customer, person }: { customer: string; person: WishOfPerson }) {
  const { mutate, isPending, variables, error } = useSaveWish(customer);
  // What was just chosen is shown at once, and taken back where it could not be kept.
  const shown = isPending ? variables : person;
  const save = (wish: Partial<WishOfPerson>) => mutate({ ...person, ...shown, ...wish });
  const offered = kinds.filter(({ kind }) => person.who === 'owner' || kind !== 'crossed');
  return (
    <fieldset className={styles.person}>
      <legend>
        {person.name}, {person.who === 'contact' ? 'the contact' : 'the owner here, for all their customers'}
      </legend>
      <Checkbox
        label={`E-mail to ${person.address}`}
        checked={shown.channel === 'email'}
        onChange={(event) => save({ channel: event.currentTarget.checked ? 'email' : 'none' })}
      />
      {shown.channel === 'email' &&
        offered.map(({ kind, label }) => (
          <Checkbox
            key={kind}
            className={styles.kind}
            label={label}
            checked={shown.kinds.includes(kind)}
            onChange={(event) =>
              save({
                kinds: event.currentTarget.checked
                  ? [...shown.kinds, kind]
                  : shown.kinds.filter((one) => one !== kind),
              })
            }
          />
        ))}
      {error && <p role="alert">{asFailure(error).detail}</p>}
    </fieldset>
  );
}
