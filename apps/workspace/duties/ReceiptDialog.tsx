import { Button, Textarea, TextInput } from '@mantine/core';
import { type Duty, useReceipt } from '../data/duties.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Problem } from '../parts/Problem.tsx';
import styles from '../work/work.module.css';

/** Asks when something came in, or why that is taken back. */
export function ReceiptDialog({ duty, onClose }: { duty: Duty; onClose: () => void }) {
  const { mutate, error, isPending } = useReceipt(duty);
  const submit = (form: FormData) => {
    const order = duty.receipt
      ? { receipt: duty.receipt.id, reason: String(form.get('reason') ?? '') }
      : { receivedOn: String(form.get('receivedOn') ?? '') };
    mutate(order, { onSuccess: onClose });
  };
  return (
    <Dialog title={duty.receipt ? 'Take the receipt back' : 'It came in'} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit(new FormData(event.currentTarget));
        }}
      >
        <p>
          {duty.customer.name}: {duty.duty.plain}
        </p>
        {duty.receipt ? (
          <Textarea name="reason" label="Reason" required rows={3} data-autofocus />
        ) : (
          <TextInput name="receivedOn" type="date" label="Received on" required data-autofocus />
        )}
        <Problem thrown={error} />
        <Button type="submit" loading={isPending}>
          {duty.receipt ? 'Take back' : 'Keep'}
        </Button>
      </form>
    </Dialog>
  );
}
