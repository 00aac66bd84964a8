import { Button, NativeSelect } from '@mantine/core';
import { useRef, useState } from 'react';
import { useMay } from '../data/session.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Problem } from '../parts/Problem.tsx';
import { TableBox } from '../parts/TableBox.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { columnWords } from '../triage/cells.ts';
import { TestCell } from '../triage/TestCell.tsx';
import styles from '../work/work.module.css';
import { type Policy, type PolicyRow, usePolicy, usePublishPolicy } from './orderData.ts';

type Edited = { readonly id: number; readonly row: PolicyRow };

/** The table that says which orders customers place at once. */
export function PolicyPage() {
  const policy = usePolicy();
  return (
    <>
      <PageTitle>Who orders at once</PageTitle>
      <Loaded title="Who orders at once" query={policy}>
        {(page) => <Table key={page.version} page={page} />}
      </Loaded>
    </>
  );
}

function Table({ page }: { page: Policy }) {
  const [rows, setRows] = useState<Edited[]>(() => page.rows.map((row, id) => ({ id, row })));
  const nextId = useRef(page.rows.length);
  const publish = usePublishPolicy();
  const may = useMay('orders.policy');
  const change = (id: number, row: PolicyRow) =>
    setRows(rows.map((one) => (one.id === id ? { id, row } : one)));
  const add = () => {
    setRows([...rows, { id: nextId.current, row: { tests: {}, outcome: 'at-once' } }]);
    nextId.current += 1;
  };
  const send = () => publish.mutate({ rows: rows.map(({ row }) => asked(row)), version: page.version });
  return (
    <div className={styles.page}>
      <header>
        <h1>Who orders at once</h1>
        <p className="dimmed">
          Of each order the first row that matches says whether it is placed at once or asked for. What no row
          covers is asked for, and so is every change of edition and all that has no price.
          {page.version > 0 && ` Version ${page.version} is in force.`}
        </p>
      </header>
      {rows.length === 0 ? (
        <p className={styles.nothing}>
          There is no table yet: customers ask, and you answer with an offer. Add a row to let some of them
          order at once.
        </p>
      ) : (
        <TableBox label="Who orders at once, first matching row counts">
          <thead>
            <tr>
              <th scope="col">Row</th>
              {page.columns.map(({ id }) => (
                <th key={id} scope="col">
                  {columnWords[id] ?? id}
                </th>
              ))}
              <th scope="col">Is</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, row }, index) => (
              <tr key={id}>
                <th scope="row">
                  Row {index + 1}
                  <span className={styles.actions}>
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={`Remove row ${index + 1}`}
                      onClick={() => setRows(rows.filter((one) => one.id !== id))}
                    >
                      Remove
                    </Button>
                  </span>
                </th>
                {page.columns.map((column) => (
                  <td key={column.id}>
                    <TestCell
                      column={column}
                      row={index + 1}
                      test={row.tests[column.id] ?? { kind: 'any' }}
                      onChange={(test) => change(id, { ...row, tests: { ...row.tests, [column.id]: test } })}
                    />
                  </td>
                ))}
                <td>
                  <NativeSelect
                    size="xs"
                    aria-label={`What row ${index + 1} makes of an order`}
                    value={row.outcome}
                    data={[
                      { value: 'at-once', label: 'Ordered at once' },
                      { value: 'request', label: 'Asked for' },
                    ]}
                    onChange={(event) =>
                      change(id, { ...row, outcome: event.currentTarget.value as PolicyRow['outcome'] })
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </TableBox>
      )}
      <p className={styles.actions}>
        <Button variant="default" onClick={add}>
          Add a row
        </Button>
        <Button loading={publish.isPending} disabled={!may.may} onClick={send}>
          Publish
        </Button>
        {!may.may && <span className="dimmed small">{may.why}</span>}
      </p>
      <Problem thrown={publish.error} />
      {(page.gaps.length > 0 || page.unreached.length > 0) && (
        <div className={styles.coverage} role="status">
          {page.gaps.length > 0 && (
            <>
              <p>Asked for, as no row covers it:</p>
              <ul>
                {page.gaps.map((gap) => (
                  <li key={gap}>{gap}</li>
                ))}
              </ul>
            </>
          )}
          {page.unreached.length > 0 && (
            <p>Never reached, for rows above take all of it: row {page.unreached.join(', ')}.</p>
          )}
        </div>
      )}
    </div>
  );
}

/** What is not asked is left out. */
function asked(row: PolicyRow): PolicyRow {
  return {
    ...row,
    tests: Object.fromEntries(Object.entries(row.tests).filter(([, test]) => test.kind !== 'any')),
  };
}
