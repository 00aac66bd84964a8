import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { newKey } from '../data/api.ts';
import { asFailure } from '../data/failure.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { type Alert, useAcknowledge } from './alertData.ts';
import styles from './alerts.module.css';

/** Asks why, and until when nobody is to be told again. */
export function AcknowledgeDialog(props: {
  alert: Alert;
  onClose: () => void;
  onDone: (words: string) => void;
}) {
  const { alert } = props;
  const [reason, setReason] = useState('');
  const [day, setDay] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [key] = useState(newKey);
  const { mutate, isPending, error } = useAcknowledge();
  const failure = error ? asFailure(error) : null;
  const submit = () => {
    setTried(true);
    if (reason.trim() === '' || day === '') return;
    const until = day === null ? null : `${day}T00:00:00Z`;
    const words = `Acknowledged: nobody is told again of ${alert.customer.name}${day === null ? ' until it is over' : ` before ${day}`}.`;
    mutate({ alert, reason: reason.trim(), until, key }, { onSuccess: () => props.onDone(words) });
  };
  return (
    <Dialog title="Acknowledge this alert" onClose={props.onClose}>
      <form
        className={styles.dialog}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p>
          {alert.customer.name} uses {alert.used} of {alert.limit} {alert.unit.many}.
        </p>
        <p className="dimmed">
          Nobody is told again for as long as you say. If use goes above the limit, there will be a finding
          all the same.
        </p>
        <NativeSelect
          label="Keep quiet"
          value={day === null ? 'over' : 'until'}
          data={[
            { value: 'over', label: 'Until use has gone back' },
            { value: 'until', label: 'Until a day' },
          ]}
          onChange={(event) => setDay(event.currentTarget.value === 'over' ? null : '')}
        />
        {day !== null && (
          <TextInput
            type="date"
            label="Day (midnight UTC)"
            value={day}
            error={tried && day === '' ? 'Choose the day.' : undefined}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
        )}
        <Textarea
          label="Reason"
          description="Kept with the alert, for everyone here to read."
          required
          rows={3}
          data-autofocus
          value={reason}
          error={
            tried && reason.trim() === ''
              ? 'Say why, in a sentence that still makes sense in a year.'
              : undefined
          }
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {failure && (
          <div role="alert" className={styles.refusal}>
            <p>
              <strong>{failure.title}.</strong> {failure.detail}
            </p>
            <p>{failure.todo}</p>
          </div>
        )}
        <div className={styles.buttons}>
          <Button variant="default" onClick={props.onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isPending}>
            Acknowledge
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
