import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTeam } from '../data/team.ts';
import { type Note, useNote, useWork } from '../data/work.ts';
import { showInstant } from '../format.ts';
import { Act, Allowed } from '../parts/Act.tsx';
import { Problem } from '../parts/Problem.tsx';
import styles from './work.module.css';

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The notes on a customer, newest first; a note is added to, never changed. */
export function NoteList({ customer }: { customer: string }) {
  const { data, error } = useWork(customer);
  const [below, setBelow] = useState<string | null>(null);
  return (
    <div className={styles.part}>
      <h3>Notes</h3>
      <Problem thrown={error} />
      {data?.notes.length === 0 && <p className="dimmed">Nothing noted yet.</p>}
      <ul className={styles.list}>
        {data?.notes.map((note) => (
          <li key={note.id} className={styles.entry}>
            <Texts note={note} />
            {below === note.id ? (
              <NoteForm customer={customer} note={note.id} onDone={() => setBelow(null)} />
            ) : (
              !note.erased && (
                <span>
                  <Act
                    needs="work.write"
                    size="compact-xs"
                    variant="default"
                    onClick={() => setBelow(note.id)}
                  >
                    Add to this note
                  </Act>
                </span>
              )
            )}
          </li>
        ))}
      </ul>
      {below === null && (
        <Allowed needs="work.write">
          <NoteForm customer={customer} note={null} onDone={() => undefined} />
        </Allowed>
      )}
    </div>
  );
}

function Texts({ note }: { note: Note }) {
  return note.texts.map(({ text, by, at }) => (
    <div key={`${at} ${text}`}>
      <p>{text ?? 'Erased.'}</p>
      <p className="dimmed small">
        {by}, {showInstant(at, ownZone)}
      </p>
    </div>
  ));
}

function NoteForm(props: { customer: string; note: string | null; onDone: () => void }) {
  const { mutate, error, isPending } = useNote(props.customer);
  const team = useTeam();
  const [text, setText] = useState('');
  const people = (team.data?.items ?? []).filter(({ active }) => active);
  const submit = (form: FormData) => {
    const author = String(form.get('author') ?? '') || null;
    const done = () => {
      setText('');
      props.onDone();
    };
    mutate({ note: props.note, text, author }, { onSuccess: done });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit(new FormData(event.currentTarget));
      }}
    >
      <Textarea
        label={props.note === null ? 'New note' : 'Add to this note'}
        required
        rows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {people.length > 0 && (
        <NativeSelect
          name="author"
          size="xs"
          label="Written by"
          data={[
            { value: '', label: 'Staff' },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <Problem thrown={error} />
      <span>
        <Button type="submit" size="xs" loading={isPending}>
          Keep
        </Button>
      </span>
    </form>
  );
}
