import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { asFailure } from '../data/failure.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { type Somebody, useErase } from './data.ts';
import styles from './people.module.css';

/** Explains what erasing a person does, and does it once that was read. */
export function EraseDialog(props: {
  customer: string;
  person: Somebody;
  onClose: () => void;
  onDone: (words: string) => void;
}) {
  const [understood, setUnderstood] = useState(false);
  const { mutate, isPending, error } = useErase(props.customer);
  const failure = error ? asFailure(error) : null;
  return (
    <Dialog title="Erase a person" onClose={props.onClose}>
      <form
        className={styles.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          if (understood)
            mutate(props.person.id, { onSuccess: () => props.onDone('Done: the person is erased.') });
        }}
      >
        <p>
          The name <strong>{props.person.key}</strong> is deleted for ever, and with it what the records hold
          about the person: login, e-mail, host, and the reasons of decisions about them.
        </p>
        <ul className={styles.plain}>
          <li>What was counted stays as it is: the records go on under a number that names nobody.</li>
          <li>Decisions about the person go on holding, but no new one can be made.</li>
          <li>The same file imported again does not bring the name back; a new file may.</li>
          <li>This cannot be undone.</li>
        </ul>
        <Checkbox
          data-autofocus
          label="I have read this, and the name shall be deleted"
          checked={understood}
          onChange={(event) => setUnderstood(event.currentTarget.checked)}
        />
        {failure && (
          <p role="alert">
            <strong>{failure.title}.</strong> {failure.detail} {failure.todo}
          </p>
        )}
        <div className={styles.buttons}>
          <Button variant="default" onClick={props.onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isPending} disabled={!understood}>
            Erase for ever
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
