import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { asFailure } from '../data/failure.ts';
import { Dialog } from '../parts/Dialog.tsx';
import styles from './assurance.module.css';
import { type Control, useAuditOrder, useTeam } from './auditData.ts';

/** Asks who looks after what is missing, and until when. */
export function AssignDialog(props: { quarter: string; control: Control; onClose: () => void }) {
  const team = useTeam();
  const people = team.data?.items.filter(({ active }) => active) ?? [];
  const [staff, setStaff] = useState(props.control.task?.staff?.id ?? '');
  const [dueOn, setDueOn] = useState(props.control.task?.dueOn ?? '');
  const { mutate, isPending, error } = useAuditOrder();
  const failure = error ?? team.error;
  return (
    <Dialog title="Give to somebody" onClose={props.onClose}>
      <form
        className={styles.dialog}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const { quarter, control } = props;
          const order = { kind: 'assign', quarter, control: control.code } as const;
          mutate({ ...order, staff: staff || null, dueOn: dueOn || null }, { onSuccess: props.onClose });
        }}
      >
        <p>{props.control.question}</p>
        <NativeSelect
          label="Who"
          data-autofocus
          value={staff}
          data={[
            { value: '', label: 'Nobody' },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          description={team.data && people.length === 0 ? 'Add people on the page Team first.' : undefined}
          onChange={(event) => setStaff(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label="Until"
          value={dueOn}
          onChange={(event) => setDueOn(event.currentTarget.value)}
        />
        {failure && (
          <p role="alert">
            <strong>{asFailure(failure).title}.</strong> {asFailure(failure).detail}
          </p>
        )}
        <div className={styles.dialogButtons}>
          <Button variant="default" onClick={props.onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isPending}>
            Give
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
