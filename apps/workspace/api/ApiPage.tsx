import { Skeleton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OpenApi } from '#platform/openApi.ts';
import { readDocument } from '../data/api.ts';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import styles from './api.module.css';
import { OperationEntry } from './OperationEntry.tsx';
import { type Chapter, chaptersOf, schemasOf } from './operations.ts';
import { Schemas } from './Schemas.tsx';
import { useOpenedByAddress } from './useOpenedByAddress.ts';

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
  useOpenedByAddress();
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
      {words === '' && <Schemas schemas={schemasOf(document)} />}
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
