import { Button } from '@mantine/core';
import { useState } from 'react';
import { TableBox } from '../parts/TableBox.tsx';
import { type Outcome, type PaperImport, type PaperRow, usePaperRows } from './paperData.ts';
import styles from './papers.module.css';
import { outcomes, outcomeWords } from './paperWords.ts';
import { Trouble } from './Trouble.tsx';

/** The rows of an import, to be filtered by what they do. */
export function RowList({ paper, first }: { paper: PaperImport; first?: Outcome | undefined }) {
  const [outcome, setOutcome] = useState<Outcome | undefined>(first);
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = usePaperRows(
    paper.id,
    outcome,
    `${paper.status} ${paper.digest}`,
  );
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  const { counts } = paper;
  return (
    <section className={styles.section} aria-label="Rows">
      <h2>Row by row</h2>
      <fieldset className={styles.chips}>
        <legend className="hiddenVisually">Show rows that are</legend>
        {[undefined, ...outcomes].map((one) => (
          <label key={one ?? 'all'} className={styles.chip} data-chosen={one === outcome}>
            <input type="radio" name="outcome" checked={one === outcome} onChange={() => setOutcome(one)} />
            {one ? `${outcomeWords[one].words} (${counts?.[one] ?? 0})` : 'All'}
          </label>
        ))}
      </fieldset>
      {error && <Trouble thrown={error} />}
      {isPending && (
        <p aria-busy="true" className="dimmed">
          Reading the rows…
        </p>
      )}
      {data && rows.length === 0 && <p className="dimmed">No row is of this kind.</p>}
      {rows.length > 0 && (
        <TableBox label="Rows of the file">
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">About</th>
              <th scope="col">What</th>
              <th scope="col">Change</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <RowLine key={row.line} row={row} />
            ))}
          </tbody>
        </TableBox>
      )}
      {hasNextPage && (
        <div>
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more rows
          </Button>
        </div>
      )}
    </section>
  );
}

function RowLine({ row }: { row: PaperRow }) {
  const { words, tone } = outcomeWords[row.outcome];
  return (
    <tr>
      <td>{row.line}</td>
      <th scope="row">{row.name.trim() || '–'}</th>
      <td>
        <span className={styles.badge} data-tone={tone}>
          {words}
        </span>
      </td>
      <td>
        {row.problems.map(({ code, column, detail, todo }) => (
          <p key={`${code} ${column} ${detail}`}>
            {column && <strong>{column}: </strong>}
            {detail} <span className="dimmed">{todo}</span>
          </p>
        ))}
        {row.changes.length > 0 && <Changes row={row} />}
        {row.undone && <p>{row.undone === 'undone' ? 'Taken back.' : `Left: ${row.undone}`}</p>}
      </td>
    </tr>
  );
}

function Changes({ row }: { row: PaperRow }) {
  return (
    <ul className={styles.changes}>
      {row.changes.map(({ key, title, before, after }) => (
        <li key={key}>
          <span className="dimmed">{title}:</span>{' '}
          {row.outcome === 'changed' && (
            <>
              <del>{before || 'nothing'}</del> <span aria-hidden="true">→</span>{' '}
            </>
          )}
          <ins>{after || 'nothing'}</ins>
        </li>
      ))}
    </ul>
  );
}
