import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { type TriagePage as Page, usePublishTriage, useTriage, useTriagePreview } from '../data/triage.ts';
import { Allowed } from '../parts/Act.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Problem } from '../parts/Problem.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import styles from '../work/work.module.css';
import { type EditedRow, newRow, rowsToSend } from './cells.ts';
import { TriageGrid } from './TriageGrid.tsx';
import { Coverage, TriagePreview } from './TriagePreview.tsx';

/** The table that gives findings their severity, order, owner and due date. */
export function TriageRoute() {
  const triage = useTriage();
  return (
    <>
      <PageTitle>Triage</PageTitle>
      <Loaded title="Triage" query={triage}>
        {(page) => <TriagePage key={page.version} page={page} />}
      </Loaded>
    </>
  );
}

function TriagePage({ page }: { page: Page }) {
  const [rows, setRows] = useState<EditedRow[]>(() => page.rows.map((row, id) => ({ id, row })));
  const nextId = useRef(page.rows.length);
  const preview = useTriagePreview();
  const publish = usePublishTriage();
  const change = (next: EditedRow[]) => {
    setRows(next);
    // What was tried is no longer what would be published.
    preview.reset();
  };
  const add = () => {
    change([...rows, { id: nextId.current, row: newRow() }]);
    nextId.current += 1;
  };
  const tried = preview.data;
  return (
    <div className={styles.page}>
      <header>
        <h1>Triage</h1>
        <p className="dimmed">
          Of each open finding the first row that matches says how severe it is, in which order it is worked
          on, by whom and by when. What no row covers, and what is not known, is told, never guessed.
          {page.version > 0 && ` Version ${page.version} is in force.`}
        </p>
      </header>
      <Allowed needs="triage.change">
        {rows.length === 0 ? (
          <p className={styles.nothing}>There is no table yet: findings have no severity. Add a first row.</p>
        ) : (
          <TriageGrid columns={page.columns} rows={rows} onChange={change} />
        )}
        <p className={styles.actions}>
          <Button variant="default" onClick={add}>
            Add a row
          </Button>
          <Button
            variant="default"
            loading={preview.isPending}
            disabled={rows.length === 0}
            onClick={() => preview.mutate(rowsToSend(rows))}
          >
            Try it on all open findings
          </Button>
          <Button
            loading={publish.isPending}
            disabled={!tried}
            onClick={() => publish.mutate({ rows: rowsToSend(rows), version: page.version })}
          >
            Publish
          </Button>
          {!tried && rows.length > 0 && (
            <span className="dimmed small">Try the table before you publish it.</span>
          )}
        </p>
      </Allowed>
      <Problem thrown={preview.error ?? publish.error} />
      <Coverage coverage={tried?.coverage ?? page.coverage} />
      {tried && <TriagePreview preview={tried} />}
    </div>
  );
}
