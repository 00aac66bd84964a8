import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { Allowed } from '../parts/Act.tsx';
import { TableBox } from '../parts/TableBox.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { NotFound } from '../shell/NotFound.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { type PaperKind, sendFile, useKinds } from './paperData.ts';
import styles from './papers.module.css';
import { Steps } from './Steps.tsx';
import { Trouble } from './Trouble.tsx';

/** The first step: which file. */
export function NewPaper({ kind: name }: { kind: string }) {
  const { data, error, refetch } = useKinds();
  if (error) return <FailureNotice thrown={error} onRetry={() => void refetch()} />;
  if (!data) return <h1 aria-busy="true">Bring in…</h1>;
  const kind = data.find((one) => one.kind === name);
  if (!kind) return <NotFound />;
  return (
    <div className={styles.page}>
      <PageTitle>{`Bring in ${kind.title.toLowerCase()}`}</PageTitle>
      <p className="small">
        <Link to="/papers">Spreadsheets</Link>
      </p>
      <h1>{kind.title}</h1>
      <Steps status={null} />
      <Allowed needs="papers.import" others="only why">
        <FileDrop kind={kind} />
      </Allowed>
      <Columns kind={kind} />
    </div>
  );
}

function FileDrop({ kind: { kind } }: { kind: PaperKind }) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const navigate = useNavigate();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (file: File) => sendFile(kind, file),
    onSuccess: ({ id }) => navigate({ to: '/papers/$id', params: { id: String(id) } }),
  });
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) mutate(file);
    if (input.current) input.current.value = '';
  };
  return (
    <section className={styles.panel} aria-label="File">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first */}
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
          take(event.dataTransfer.files);
        }}
      >
        <p>Drop an Excel (.xlsx) or CSV file here, or</p>
        <Button loading={isPending} onClick={() => input.current?.click()}>
          Choose a file
        </Button>
        <input
          ref={input}
          type="file"
          className="hiddenVisually"
          tabIndex={-1}
          aria-label="File"
          accept=".csv,.xlsx,.txt,.tsv"
          onChange={(event) => take(event.currentTarget.files)}
        />
        <p className="small dimmed">
          Up to 25 MB and 200,000 rows. Nothing changes until you have seen the preview.
        </p>
      </div>
      {error && <Trouble thrown={error} />}
    </section>
  );
}

const needWords = { key: 'always', new: 'for something new', optional: 'no' } as const;

function Columns({ kind: { columns, kind } }: { kind: PaperKind }) {
  return (
    <section className={styles.section} aria-label="Columns">
      <h2>Columns that can be read</h2>
      <p className="dimmed">
        Names and order are yours to choose.{' '}
        <a href={`/v1/paper-templates/${kind}/xlsx`}>Take the template</a> if you begin from nothing.
      </p>
      <TableBox label="Columns that can be read">
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Needed</th>
            <th scope="col">What belongs there</th>
            <th scope="col">Example</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ key, title, need, explain, example }) => (
            <tr key={key}>
              <th scope="row">{title}</th>
              <td>{needWords[need]}</td>
              <td>{explain}</td>
              <td>{example}</td>
            </tr>
          ))}
        </tbody>
      </TableBox>
    </section>
  );
}
