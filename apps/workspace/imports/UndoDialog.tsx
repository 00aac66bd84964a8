import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../parts/Dialog.tsx';
import { type Place, useImportOrder } from './importData.ts';
import styles from './imports.module.css';
import { Trouble } from './Trouble.tsx';

const words = {
  withdraw: {
    title: 'Undo this import',
    effect:
      'What only this file brought counts no more, and what was found is looked at again. Records that another file brought too go on counting. You can take this back.',
    button: 'Undo',
  },
  restore: {
    title: 'Let it count again',
    effect: 'Everything this file brought counts again, as if it had never been undone.',
    button: 'Count again',
  },
} as const;

/** Asks for the reason, and undoes an import or takes that back. */
export function UndoDialog(props: { place: Place; does: 'withdraw' | 'restore'; onClose: () => void }) {
  const { place, does, onClose } = props;
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const { mutate, isPending, error } = useImportOrder(place);
  const submit = () => {
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') mutate({ does, reason: reason.trim() }, { onSuccess: onClose });
  };
  return (
    <Dialog title={words[does].title} onClose={onClose}>
      <form
        className={styles.dialog}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p>{words[does].effect}</p>
        <Textarea
          label="Reason"
          description="Kept with the import, for everyone here to read."
          required
          data-autofocus
          rows={3}
          value={reason}
          error={missing ? 'Say why, in a sentence that still makes sense in a year.' : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {error && <Trouble thrown={error} />}
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            Leave it
          </Button>
          <Button type="submit" loading={isPending}>
            {words[does].button}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
