import { NativeSelect } from '@mantine/core';
import type { PaperImport, PaperMapOrder } from './paperData.ts';
import styles from './papers.module.css';

const delimiterWords = { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab' } as const;

/** Which sheet and which row of names, or how a CSV file is written. Each choice reads the file anew. */
export function TableChoice(props: {
  table: NonNullable<PaperImport['table']>;
  onChoose: (order: PaperMapOrder) => void;
}) {
  const { table, onChoose } = props;
  const { format, sheet, sheets, headerLine, encoding, delimiter } = table;
  const how = {
    ...(sheet === null ? {} : { sheet }),
    ...(delimiter === null ? {} : { encoding, delimiter }),
  };
  const heads = table.top.map(({ line, cells }) => {
    const words = cells
      .filter((cell) => cell !== '')
      .slice(0, 4)
      .join(', ');
    return { value: String(line), label: `${line}: ${words.slice(0, 60)}` };
  });
  if (!heads.some(({ value }) => value === String(headerLine)))
    heads.push({ value: String(headerLine), label: String(headerLine) });
  return (
    <section className={styles.panel} aria-label="Table">
      <h2>Which part of the file?</h2>
      <div className={styles.row}>
        {format === 'xlsx' && (
          <NativeSelect
            label="Sheet"
            value={sheet ?? ''}
            data={sheets.map(({ name, hidden }) => ({
              value: name,
              label: hidden ? `${name} (hidden)` : name,
            }))}
            onChange={(event) => onChoose({ sheet: event.currentTarget.value })}
          />
        )}
        <NativeSelect
          label="Row with the names of the columns"
          value={String(headerLine)}
          data={heads}
          onChange={(event) => onChoose({ ...how, headerLine: Number(event.currentTarget.value) })}
        />
        {delimiter !== null && (
          <NativeSelect
            label="Cells are set apart by"
            value={delimiter}
            data={Object.entries(delimiterWords).map(([value, label]) => ({ value, label }))}
            onChange={(event) => onChoose({ encoding, delimiter: event.currentTarget.value as ',' })}
          />
        )}
        {delimiter !== null && (
          <NativeSelect
            label="Letters are written in"
            value={encoding}
            data={[
              { value: 'utf-8', label: 'UTF-8' },
              { value: 'windows-1252', label: 'Windows (Western Europe)' },
            ]}
            onChange={(event) => onChoose({ delimiter, encoding: event.currentTarget.value as 'utf-8' })}
          />
        )}
      </div>
      <p className="small dimmed">{table.rows.toLocaleString('en-US')} rows below it.</p>
    </section>
  );
}
