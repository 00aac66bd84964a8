import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTeam } from '../data/team.ts';
import type { TriageRow } from '../data/triage.ts';
import { severityWords } from '../parts/SeverityBadge.tsx';
import { TableBox } from '../parts/TableBox.tsx';
import styles from '../work/work.module.css';
import { type Column, columnWords, type EditedRow, moved } from './cells.ts';
import { TestCell } from './TestCell.tsx';

/** The table as a grid: what each row asks, and what it makes of a finding that passes all of it. */
export function TriageGrid(props: {
  columns: readonly Column[];
  rows: readonly EditedRow[];
  onChange: (rows: EditedRow[]) => void;
}) {
  const { columns, rows, onChange } = props;
  const change = (id: number, row: TriageRow) =>
    onChange(rows.map((one) => (one.id === id ? { id, row } : one)));
  return (
    <TableBox label="Triage table, first matching row counts" cards>
      <thead>
        <tr>
          <th scope="col">Row</th>
          {columns.map(({ id }) => (
            <th key={id} scope="col">
              {columnWords[id] ?? id}
            </th>
          ))}
          <th scope="col">Becomes</th>
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
                  disabled={index === 0}
                  aria-label={`Move row ${index + 1} up`}
                  onClick={() => onChange(moved(rows, index, -1))}
                >
                  Up
                </Button>
                <Button
                  size="compact-xs"
                  variant="default"
                  disabled={index === rows.length - 1}
                  aria-label={`Move row ${index + 1} down`}
                  onClick={() => onChange(moved(rows, index, 1))}
                >
                  Down
                </Button>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={`Remove row ${index + 1}`}
                  onClick={() => onChange(rows.filter((one) => one.id !== id))}
                >
                  Remove
                </Button>
              </span>
            </th>
            {columns.map((column) => (
              <td key={column.id} data-label={columnWords[column.id] ?? column.id}>
                <TestCell
                  column={column}
                  row={index + 1}
                  test={row.tests[column.id] ?? { kind: 'any' }}
                  onChange={(test) => change(id, { ...row, tests: { ...row.tests, [column.id]: test } })}
                />
              </td>
            ))}
            <td data-label="Becomes">
              <Outcome
                number={index + 1}
                outcome={row.outcome}
                onChange={(outcome) => change(id, { ...row, outcome })}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}

type Outcome = TriageRow['outcome'];

function Outcome(props: { number: number; outcome: Outcome; onChange: (outcome: Outcome) => void }) {
  const { number, outcome, onChange } = props;
  const team = useTeam();
  const people = (team.data?.items ?? []).filter(({ active }) => active);
  const whole = (text: string) => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : null);
  return (
    <fieldset className={styles.cell}>
      <legend className="hiddenVisually">What row {number} makes of a finding</legend>
      <NativeSelect
        size="xs"
        aria-label={`Severity of row ${number}`}
        value={outcome.severity}
        data={Object.entries(severityWords).map(([value, label]) => ({ value, label }))}
        onChange={(event) =>
          onChange({ ...outcome, severity: event.currentTarget.value as Outcome['severity'] })
        }
      />
      <TextInput
        size="xs"
        label="Order"
        inputMode="numeric"
        defaultValue={outcome.sequence}
        onBlur={(event) => onChange({ ...outcome, sequence: whole(event.currentTarget.value) ?? 1 })}
      />
      <NativeSelect
        size="xs"
        label="Owner"
        value={outcome.owner ?? ''}
        data={[
          { value: '', label: 'The customer’s owner' },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => onChange({ ...outcome, owner: event.currentTarget.value || null })}
      />
      <TextInput
        size="xs"
        label="Due in days"
        inputMode="numeric"
        placeholder="no date"
        defaultValue={outcome.dueDays ?? ''}
        onBlur={(event) => onChange({ ...outcome, dueDays: whole(event.currentTarget.value) })}
      />
    </fieldset>
  );
}
