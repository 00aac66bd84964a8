import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { asFailure } from '../data/failure.ts';
import { Dialog } from '../parts/Dialog.tsx';
import styles from './assurance.module.css';
import { type Control, useAuditOrder } from './auditData.ts';

/** Asks why what is missing may stay so. */
export function AcceptDialog(props: { quarter: string; control: Control; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const { mutate, isPending, error } = useAuditOrder();
  return (
    <Dialog title="Accept as it is" onClose={props.onClose}>
      <form
        className={styles.dialog}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(reason.trim() === '');
          if (reason.trim() === '') return;
          const { quarter, control } = props;
          const order = { kind: 'accept', quarter, control: control.code, reason: reason.trim() } as const;
          mutate(order, { onSuccess: props.onClose });
        }}
      >
        <p>{props.control.question}</p>
        <Textarea
          label="Reason"
          description="Kept with the audit. When more is missing later, the task opens again."
          required
          data-autofocus
          rows={3}
          value={reason}
          error={missing ? 'Say why, in a sentence that still makes sense in a year.' : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {error && (
          <p role="alert">
            <strong>{asFailure(error).title}.</strong> {asFailure(error).detail}
          </p>
        )}
        <div className={styles.dialogButtons}>
          <Button variant="default" onClick={props.onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isPending}>
            Accept
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
