import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { countOf, showInstant } from '../format.ts';
import { dateCell, TableBox } from '../parts/TableBox.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { type PaperKind, type PaperLine, useKinds, usePaperImports } from './paperData.ts';
import styles from './papers.module.css';
import { statusWords } from './paperWords.ts';

/** What can be brought in, and the files that came. */
export function PapersPage() {
  const kinds = useKinds();
  const imports = usePaperImports();
  const thrown = kinds.error ?? imports.error;
  if (thrown)
    return (
      <FailureNotice thrown={thrown} onRetry={() => void Promise.all([kinds.refetch(), imports.refetch()])} />
    );
  return (
    <div className={styles.page}>
      <PageTitle>Spreadsheets</PageTitle>
      <div>
        <h1>Spreadsheets</h1>
        <p className="dimmed">
          From a spreadsheet or a CSV file. You see every change before it happens, and can take a whole file
          back.
        </p>
      </div>
      <section className={styles.section} aria-label="What to bring in">
        <h2>What do you want to bring in?</h2>
        {kinds.data ? (
          <ul className={styles.kinds}>
            {kinds.data.map((kind) => (
              <KindCard key={kind.kind} kind={kind} />
            ))}
          </ul>
        ) : (
          <p aria-busy="true" className="dimmed">
            Reading what there is…
          </p>
        )}
      </section>
      <section className={styles.section} aria-label="Files so far">
        <h2>Files so far</h2>
        {imports.data ? (
          <Files items={imports.data.pages.flatMap(({ items }) => items)} kinds={kinds.data ?? []} />
        ) : (
          <p aria-busy="true" className="dimmed">
            Reading the list…
          </p>
        )}
        {imports.hasNextPage && (
          <div>
            <Button
              variant="default"
              loading={imports.isFetchingNextPage}
              onClick={() => void imports.fetchNextPage()}
            >
              Show older ones
            </Button>
          </div>
        )}
      </section>
    </div>
  );
}

function KindCard({ kind: { kind, title, explain, needs } }: { kind: PaperKind }) {
  return (
    <li className={styles.card}>
      <h3>
        <Link to="/papers/new/$kind" params={{ kind }}>
          {title}
        </Link>
      </h3>
      <p className="small">{explain}</p>
      {needs !== '' && <p className="small dimmed">{needs} have to be there first.</p>}
      <p className="small">
        Template:{' '}
        <a href={`/v1/paper-templates/${kind}/xlsx`} download aria-label={`${title}: template for Excel`}>
          Excel
        </a>
        ,{' '}
        <a href={`/v1/paper-templates/${kind}/csv`} download aria-label={`${title}: template as CSV`}>
          CSV
        </a>
        <br />
        All there is:{' '}
        <a href={`/v1/paper-exports/${kind}/xlsx`} download aria-label={`${title}: all there is, for Excel`}>
          Excel
        </a>
        ,{' '}
        <a href={`/v1/paper-exports/${kind}/csv`} download aria-label={`${title}: all there is, as CSV`}>
          CSV
        </a>
      </p>
    </li>
  );
}

function Files({ items, kinds }: { items: readonly PaperLine[]; kinds: readonly PaperKind[] }) {
  if (items.length === 0) return <p className="dimmed">Nothing has come in yet. Begin with the customers.</p>;
  return (
    <TableBox label="Files so far">
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col">What</th>
          <th scope="col">Status</th>
          <th scope="col">Rows</th>
          <th scope="col">When</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <Link to="/papers/$id" params={{ id: String(one.id) }}>
                {one.fileName}
              </Link>
            </th>
            <td>{kinds.find(({ kind }) => kind === one.kind)?.title ?? one.kind}</td>
            <td>{statusWords[one.status]}</td>
            <td>{countWords(one)}</td>
            <td className={dateCell}>{showInstant(one.appliedAt ?? one.receivedAt, 'UTC')}</td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}

function countWords({ counts }: PaperLine): string {
  if (!counts) return '–';
  return `${counts.new} new, ${counts.changed} changed, ${countOf(counts.refused, 'refused', 'refused')}`;
}
