import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTeam } from '../data/team.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Problem } from '../parts/Problem.tsx';
import { type Deed, type Thread, useDeed } from './questionData.ts';
import styles from './questions.module.css';

export type Asked = { readonly thread: Thread; readonly onClose: () => void };

/** A dialog that sends what is done; `deed` gives none while something is missing, which is then said. */
export function DeedDialog(props: {
  asked: Asked;
  title: string;
  send: string;
  deed: () => Deed | null;
  children: (tried: boolean) => ReactNode;
}) {
  const { asked, title, send, deed, children } = props;
  const [tried, setTried] = useState(false);
  const { mutate, isPending, error } = useDeed(asked.thread.id);
  return (
    <Dialog title={title} onClose={asked.onClose}>
      <form
        className={styles.dialog}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          const sent = deed();
          if (sent) mutate(sent, { onSuccess: asked.onClose });
        }}
      >
        {children(tried)}
        <Problem thrown={error} />
        <div className={styles.dialogButtons}>
          <Button variant="default" onClick={asked.onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isPending}>
            {send}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Words that are needed. */
export function WordsField(props: {
  label: string;
  description?: string;
  value: string;
  tried: boolean;
  onChange: (text: string) => void;
}) {
  const { label, description, value, tried, onChange } = props;
  return (
    <Textarea
      label={label}
      description={description}
      required
      data-autofocus
      autosize
      minRows={4}
      maxLength={4000}
      value={value}
      error={tried && value.trim() === '' ? 'Write a sentence.' : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** Hands a question to another person; the customer sees to whom. */
export function HandOverDialog(asked: Asked) {
  const team = useTeam();
  const [person, setPerson] = useState('');
  const people = (team.data?.items ?? []).filter(
    ({ active, id }) => active && id !== asked.thread.answers.id,
  );
  return (
    <DeedDialog
      asked={asked}
      title="Hand over"
      send="Hand over"
      deed={() => (person === '' ? null : { kind: 'hand-over', person })}
    >
      {(tried) => (
        <NativeSelect
          label="To whom"
          description="The customer sees who answers now. The promised day stays."
          value={person}
          error={tried && person === '' ? 'Choose a person.' : undefined}
          data={[
            { value: '', label: 'Choose a person' },
            ...people.map(({ id, name, role }) => ({
              value: id,
              label: `${name} (${role.replaceAll('-', ' ')})`,
            })),
          ]}
          onChange={(event) => setPerson(event.currentTarget.value)}
        />
      )}
    </DeedDialog>
  );
}

/** Promises a later day, and tells the customer why. */
export function PromiseDialog(asked: Asked) {
  const [on, setOn] = useState('');
  const [text, setText] = useState('');
  return (
    <DeedDialog
      asked={asked}
      title="Promise a later day"
      send="Tell the customer"
      deed={() => (on === '' || text.trim() === '' ? null : { kind: 'promise', on, text })}
    >
      {(tried) => (
        <>
          <TextInput
            type="date"
            label="The answer comes by"
            required
            value={on}
            error={tried && on === '' ? 'Choose the day.' : undefined}
            onChange={(event) => setOn(event.currentTarget.value)}
          />
          <WordsField
            label="Why it takes longer"
            description="The customer reads this."
            value={text}
            tried={tried}
            onChange={setText}
          />
        </>
      )}
    </DeedDialog>
  );
}

/** Adds a note that only the vendor reads. */
export function NoteDialog(asked: Asked) {
  const [text, setText] = useState('');
  return (
    <DeedDialog
      asked={asked}
      title="A note for us"
      send="Keep the note"
      deed={() => (text.trim() === '' ? null : { kind: 'note', text })}
    >
      {(tried) => (
        <WordsField
          label="Note"
          description="Neither the customer nor its partner ever sees it."
          value={text}
          tried={tried}
          onChange={setText}
        />
      )}
    </DeedDialog>
  );
}
