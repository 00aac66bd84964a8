import { Skeleton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OpenApi } from '#platform/openApi.ts';
import { readDocument } from '../data/api.ts';
import { TableBox } from '../parts/TableBox.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import styles from './api.module.css';
import { type Chapter, chaptersOf, type ShownOperation } from './operations.ts';

/** What programs can ask Goodterms for, from the same document that they read. */
export function ApiPage() {
  const { data, error, refetch } = useQuery({ queryKey: ['openapi'], queryFn: readDocument });
  if (data) return <Operations document={data} />;
  if (error) return <FailureNotice thrown={error} onRetry={() => refetch()} />;
  return (
    <div aria-busy="true">
      <PageTitle>API</PageTitle>
      <h1>API</h1>
      <p className="hiddenVisually" role="status">
        Reading the description…
      </p>
      <Skeleton height={20} width="60%" />
    </div>
  );
}

function Operations({ document }: { document: OpenApi }) {
  const [words, setWords] = useState('');
  const chapters = chaptersOf(document, window.location.origin)
    .map(({ name, operations }) => ({
      name,
      operations: operations.filter(({ key, summary }) =>
        `${key} ${summary}`.toLowerCase().includes(words.trim().toLowerCase()),
      ),
    }))
    .filter(({ operations }) => operations.length > 0);
  return (
    <>
      <PageTitle>API</PageTitle>
      <h1>API</h1>
      <p className={styles.lead}>
        All that these pages do goes through these addresses, and your programs can do the same. What is
        refused comes as a problem (RFC 9457) with a code, the place and what to do. The description for
        machines is <a href="/v1/openapi.json">openapi.json</a>.
      </p>
      <TextInput
        label="Find"
        placeholder="usage, findings, POST…"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        className={styles.find ?? ''}
      />
      <p role="status" className="hiddenVisually">
        {chapters.flatMap(({ operations }) => operations).length} operations
      </p>
      {chapters.map((chapter) => (
        <ChapterSection key={chapter.name} chapter={chapter} />
      ))}
      {chapters.length === 0 && <p>Nothing is called that. Try a shorter word.</p>}
    </>
  );
}

function ChapterSection({ chapter: { name, operations } }: { chapter: Chapter }) {
  const id = `api-${name.replaceAll(' ', '-')}`;
  return (
    <section aria-labelledby={id} className={styles.chapter}>
      <h2 id={id}>{name}</h2>
      {operations.map((operation) => (
        <OperationEntry key={operation.key} operation={operation} />
      ))}
    </section>
  );
}

function OperationEntry({ operation }: { operation: ShownOperation }) {
  const { method, path, summary, parameters, body, answers, example } = operation;
  const [opened, setOpened] = useState(false);
  return (
    <details className={styles.operation} onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>
        <span className={styles.method} data-method={method}>
          {method}
        </span>
        <code>{path}</code>
        <span className={styles.summary}>{summary}</span>
      </summary>
      {opened && (
        <div className={styles.inside}>
          {parameters.length > 0 && (
            <TableBox label={`Parameters of ${method} ${path}`}>
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">Where</th>
                  <th scope="col">Type</th>
                </tr>
              </thead>
              <tbody>
                {parameters.map(({ name, place, needed, type }) => (
                  <tr key={`${place} ${name}`}>
                    <th scope="row">
                      <code>{name}</code>
                    </th>
                    <td>
                      {place}
                      {needed ? ', needed' : ''}
                    </td>
                    <td>
                      <code>{type}</code>
                    </td>
                  </tr>
                ))}
              </tbody>
            </TableBox>
          )}
          {body.map(({ type, schema }) => (
            <Schema key={type} title={`Sent: ${type}`} text={schema} />
          ))}
          {answers.map(({ status, type, schema }) => (
            <Schema key={`${status} ${type}`} title={`Answer ${status}: ${type}`} text={schema} />
          ))}
          <Schema title="Example" text={example} />
        </div>
      )}
    </details>
  );
}

function Schema({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <h3 className={styles.schemaTitle}>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <pre className={styles.schema} tabIndex={0}>
        {text}
      </pre>
    </div>
  );
}
