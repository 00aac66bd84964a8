import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { TableBox } from '../parts/TableBox.tsx';
import type { PaperImport, PaperKind, usePaperStep } from './paperData.ts';
import styles from './papers.module.css';
import { TableChoice } from './TableChoice.tsx';
import { Trouble } from './Trouble.tsx';

type StepProps = {
  paper: PaperImport;
  kind: PaperKind;
  step: ReturnType<typeof usePaperStep>;
};

/** The second step: what each column is, and how numbers and days are written. */
export function ColumnsStep({ paper, kind, step }: StepProps) {
  const [map, setMap] = useState(paper.map);
  const { table } = paper;
  if (!table) return <p role="alert">The file is no longer here. Send it again.</p>;
  const missing = kind.columns.filter(({ key, need }) => need !== 'optional' && !map.columns.includes(key));
  const keyMissing = missing.some(({ need }) => need === 'key');
  const how = howOf(table);
  const choose = (at: number, key: string) => {
    const columns = map.columns.map((old, i) => (i === at ? key || null : old === key ? null : old));
    setMap({ ...map, columns });
  };
  const preview = () =>
    step.mutate(
      { step: 'map', order: { ...how, map } },
      { onSuccess: () => step.mutate({ step: 'preview' }) },
    );
  return (
    <>
      <TableChoice table={table} onChoose={(order) => step.mutate({ step: 'map', order })} />
      <section className={styles.panel} aria-label="Columns">
        <h2>What is in each column?</h2>
        <p className="dimmed">
          {paper.remembered
            ? 'Remembered from the last file with these columns. Change what no longer fits.'
            : 'Guessed from the names. Check it once; the next file with these columns will be read the same way.'}
        </p>
        <TableBox label="Columns of the file" tall>
          <thead>
            <tr>
              <th scope="col">In the file</th>
              <th scope="col">First values</th>
              <th scope="col">Means</th>
            </tr>
          </thead>
          <tbody>
            {table.header.map((name, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name that is theirs alone
              <tr key={i}>
                <th scope="row">{name || `(column ${i + 1})`}</th>
                <td className="dimmed">{samples(table, i)}</td>
                <td>
                  <NativeSelect
                    size="xs"
                    aria-label={`${name || `Column ${i + 1}`} means`}
                    value={map.columns[i] ?? ''}
                    data={[
                      { value: '', label: 'Not taken' },
                      ...kind.columns.map(({ key, title, need }) => ({
                        value: key,
                        label: need === 'optional' ? title : `${title} *`,
                      })),
                    ]}
                    onChange={(event) => choose(i, event.currentTarget.value)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </TableBox>
        <Written kind={kind} map={map} onChange={setMap} />
        {missing.length > 0 && (
          <p className={styles.hint}>
            No column for {missing.map(({ title }) => title).join(', ')}.{' '}
            {keyMissing
              ? 'Without it no row says what it is about.'
              : 'What is known already can be changed without; new rows will be refused.'}
          </p>
        )}
        {step.error && <Trouble thrown={step.error} />}
        <div>
          <Button onClick={preview} disabled={keyMissing} loading={step.isPending}>
            Show what would change
          </Button>
        </div>
      </section>
    </>
  );
}

/** How the table was read, to be said again with the map. */
function howOf({ sheet, headerLine, encoding, delimiter }: NonNullable<PaperImport['table']>) {
  return {
    headerLine,
    ...(sheet === null ? {} : { sheet }),
    ...(delimiter === null ? {} : { encoding, delimiter }),
  };
}

function samples({ top, headerLine }: NonNullable<PaperImport['table']>, column: number): string {
  const below = top.filter(({ line }) => line > headerLine).map(({ cells }) => cells[column] ?? '');
  const shown = below.filter((cell) => cell !== '').slice(0, 3);
  return shown.map((cell) => (cell.length > 40 ? `${cell.slice(0, 40)}…` : cell)).join(' · ');
}

type Map = PaperImport['map'];

/** How numbers and days are written, where the file has columns of them. */
function Written({ kind, map, onChange }: { kind: PaperKind; map: Map; onChange: (map: Map) => void }) {
  const has = (sort: 'number' | 'date') =>
    kind.columns.some(({ key, kind: of }) => of === sort && map.columns.includes(key));
  return (
    <div className={styles.row}>
      {has('number') && (
        <NativeSelect
          label="Numbers are written as"
          value={map.numbers ?? ''}
          data={[
            { value: '', label: 'The file leaves no doubt' },
            { value: 'point', label: '1,234.56' },
            { value: 'comma', label: '1.234,56' },
          ]}
          onChange={(event) =>
            onChange({ ...map, numbers: (event.currentTarget.value || null) as Map['numbers'] })
          }
        />
      )}
      {has('date') && (
        <NativeSelect
          label="Days are written as"
          value={map.dates ?? ''}
          data={[
            { value: '', label: 'The file leaves no doubt (2026-12-31)' },
            { value: 'dmy', label: '31.12.2026, 31/12/2026' },
            { value: 'mdy', label: '12/31/2026' },
          ]}
          onChange={(event) =>
            onChange({ ...map, dates: (event.currentTarget.value || null) as Map['dates'] })
          }
        />
      )}
    </div>
  );
}
