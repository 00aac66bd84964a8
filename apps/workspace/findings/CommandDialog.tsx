import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { FindingView } from '#apps/server/pages.ts';
import type { Cause } from '#business/findings/lifecycle.ts';
import { type Command, newKey } from '../data/api.ts';
import { useCommand } from '../data/queries.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { causesFor, commandWords } from './commandWords.ts';
import styles from './findings.module.css';
import { Refusal } from './Refusal.tsx';

/** Asks for the reason and sends a command. `read` is the finding as it was when the reader decided, `finding` as it is now. */
export function CommandDialog(props: {
  customer: string;
  finding: FindingView;
  read: FindingView;
  command: Command;
  onClose: () => void;
  onDone: () => void;
}) {
  const { finding, command } = props;
  const words = commandWords[command];
  const [reason, setReason] = useState('');
  const [cause, setCause] = useState<Cause>('unknown');
  const [missing, setMissing] = useState(false);
  const [read, setRead] = useState(props.read);
  const [key, setKey] = useState(newKey);
  const { mutate, isPending, error, reset } = useCommand(props.customer, finding.key);
  const now = finding.commands.find((one) => one.command === command);
  const barred = !isPending && now?.possible === false;

  const submit = () => {
    const given = reason.trim();
    setMissing(words.needsReason && given === '');
    if (words.needsReason && given === '') return;
    const order = { command, reason: given, expectedVersion: read.version, key };
    mutate(words.asksCause ? { ...order, cause } : order, { onSuccess: props.onDone });
  };
  const readAgain = () => {
    setRead(finding);
    setKey(newKey());
    reset();
  };
  return (
    <Dialog title={words.title} onClose={props.onClose}>
      <form
        className={styles.dialog}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p>{finding.summary}</p>
        <p className="dimmed">{words.effect}</p>
        {words.asksCause && (
          <NativeSelect
            label="Cause, as far as it is known"
            data={causesFor(command)}
            value={cause}
            onChange={(event) => setCause(event.currentTarget.value as Cause)}
          />
        )}
        <Textarea
          label={words.needsReason ? 'Reason' : 'Remark (may be left out)'}
          description="Kept with the finding, for everyone here to read."
          required={words.needsReason}
          error={missing ? 'Say why, in a sentence that still makes sense in a year.' : undefined}
          data-autofocus
          rows={4}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {error && <Refusal thrown={error} read={read} now={finding} onReadAgain={readAgain} />}
        {barred && (
          <p className="small">
            {words.button} is no longer possible: {now.why}
          </p>
        )}
        <div className={styles.dialogButtons}>
          <Button variant="default" onClick={props.onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isPending} disabled={barred}>
            {words.button}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
