import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useId, useRef, useState } from 'react';
import { Allowed } from '../parts/Act.tsx';
import { useCustomers } from './importData.ts';
import styles from './imports.module.css';
import { showSize } from './importWords.ts';
import { Trouble } from './Trouble.tsx';
import { type Sent, uploadFile } from './upload.ts';

type Sending = Sent & { readonly name: string; readonly stop: () => void };

/** Chooses the customer and the file, by dropping it or by the keyboard, and sends it. */
export function Upload() {
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const [missing, setMissing] = useState(false);
  const [sending, setSending] = useState<Sending | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const customers = useCustomers(searched(words)).data ?? [];
  const chosen = chosenOf(customers, words);

  const send = async (file: File | undefined) => {
    if (!file) return;
    setMissing(!chosen);
    if (!chosen) return;
    setTrouble(null);
    const stopping = new AbortController();
    const show = (sent: Sent) => setSending({ ...sent, name: file.name, stop: () => stopping.abort() });
    show({ sent: 0, size: file.size });
    try {
      const { id } = await uploadFile(chosen.id, file, show, stopping.signal);
      await navigate({
        to: '/customers/$customer/imports/$import',
        params: { customer: chosen.id, import: id },
      });
    } catch (error) {
      setTrouble(error);
      setSending(null);
    }
  };
  return (
    <section className={styles.upload} aria-label="Bring in a file">
      <Allowed needs="usage.import" others="only why">
        <CustomerField words={words} onWords={setWords} missing={missing && !chosen} customers={customers} />
        {sending ? <SendingBar {...sending} /> : <DropZone onFile={(file) => void send(file)} />}
      </Allowed>
      {trouble !== null && <Trouble thrown={trouble} />}
    </section>
  );
}

type Customer = { readonly id: string; readonly name: string };

/** A customer taken from the list stands there as `Name (id)`: its id finds it. */
function searched(words: string): string {
  return /\(([^()]+)\)$/.exec(words.trim())?.[1] ?? words.trim();
}

function chosenOf(customers: readonly Customer[], words: string): Customer | undefined {
  return customers.find(({ id, name }) => [id, name, `${name} (${id})`].includes(words.trim()));
}

function CustomerField(props: {
  words: string;
  onWords: (words: string) => void;
  missing: boolean;
  customers: readonly Customer[];
}) {
  const list = useId();
  return (
    <>
      <TextInput
        label="Whose usage is it?"
        placeholder="Name of the customer"
        list={list}
        autoComplete="off"
        value={props.words}
        error={props.missing ? 'Choose one of the customers first.' : undefined}
        onChange={(event) => props.onWords(event.currentTarget.value)}
      />
      <datalist id={list}>
        {props.customers.map(({ id, name }) => (
          <option key={id} value={`${name} (${id})`} />
        ))}
      </datalist>
    </>
  );
}

function DropZone({ onFile }: { onFile: (file: File | undefined) => void }) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button inside does the same by keyboard
    <div
      className={styles.drop}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFile(event.dataTransfer.files[0]);
      }}
    >
      <p>Drop a file here, of any size, or</p>
      <Button variant="default" onClick={() => input.current?.click()}>
        Choose a file
      </Button>
      <input
        ref={input}
        type="file"
        className="hiddenVisually"
        tabIndex={-1}
        aria-label="File of usage"
        onChange={(event) => {
          onFile(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      <p className="dimmed small">
        You see what it holds before anything is taken. Names of people in it stay on this server.
      </p>
    </div>
  );
}

function SendingBar({ name, sent, size, stop }: Sending) {
  return (
    <div className={styles.sending}>
      <p>
        Sending {name}: {showSize(sent)} of {showSize(size)}
      </p>
      <progress max={size || 1} value={sent} aria-label={`Sending ${name}`} />
      <Button variant="default" size="xs" onClick={stop}>
        Stop
      </Button>
    </div>
  );
}
