import { Button, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { asFailure } from '../data/failure.ts';
import styles from './people.module.css';

/** The end of every dialog here: why, what went wrong, and the two buttons. Without a reason nothing is sent. */
export function ReasonForm(props: {
  children: ReactNode;
  button: string;
  error: unknown;
  isPending: boolean;
  /** What is missing besides the reason, in words; `null` where nothing is. */
  missing: string | null;
  onSubmit: (reason: string) => void;
  onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const failure = props.error ? asFailure(props.error) : null;
  return (
    <form
      className={styles.dialog}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (reason.trim() !== '' && props.missing === null) props.onSubmit(reason.trim());
      }}
    >
      {props.children}
      <Textarea
        label="Reason"
        description="Kept with the decision, for everyone here to read."
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
      {tried && props.missing !== null && <p role="alert">{props.missing}</p>}
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
        <Button type="submit" loading={props.isPending}>
          {props.button}
        </Button>
      </div>
    </form>
  );
}
