import { NativeSelect, TextInput } from '@mantine/core';
import type { TableTest } from '../data/triage.ts';
import { flagWord } from '../parts/FlagBadges.tsx';
import styles from '../work/work.module.css';
import { type Column, columnWords, kindsOf, newTest } from './cells.ts';

/** One cell of the table: what the row asks of a column. */
export function TestCell(props: {
  column: Column;
  row: number;
  test: TableTest;
  onChange: (test: TableTest) => void;
}) {
  const { column, test, onChange } = props;
  const name = `${columnWords[column.id] ?? column.id}, row ${props.row}`;
  return (
    <fieldset className={styles.cell}>
      <legend className="hiddenVisually">{name}</legend>
      <NativeSelect
        size="xs"
        aria-label={name}
        value={test.kind}
        data={kindsOf(column).map(([value, label]) => ({ value, label }))}
        onChange={(event) => onChange(newTest(event.currentTarget.value as TableTest['kind'], column))}
      />
      {test.kind === 'between' && <Between name={name} test={test} onChange={onChange} />}
      {'values' in test && column.type === 'text' && (
        <TextInput
          size="xs"
          aria-label={`${name}: values, with semicolons between`}
          placeholder="retail; research"
          defaultValue={test.values.join('; ')}
          onBlur={(event) => onChange({ ...test, values: split(event.currentTarget.value) })}
        />
      )}
      {'values' in test && column.type !== 'text' && (
        <Choices column={column} test={test} onChange={onChange} />
      )}
    </fieldset>
  );
}

type Between = Extract<TableTest, { kind: 'between' }>;

function Between(props: { name: string; test: Between; onChange: (test: TableTest) => void }) {
  const { name, test, onChange } = props;
  const input = (key: 'atLeast' | 'below', words: string) => (
    <TextInput
      size="xs"
      inputMode="decimal"
      aria-label={`${name}: ${words}`}
      placeholder={words}
      defaultValue={test[key] ?? ''}
      onBlur={(event) => onChange({ ...test, [key]: event.currentTarget.value.trim() || null })}
    />
  );
  return (
    <>
      {input('atLeast', 'from')}
      {input('below', 'below')}
      {test.currency !== undefined && (
        <TextInput
          size="xs"
          aria-label={`${name}: currency`}
          maxLength={3}
          defaultValue={test.currency}
          onBlur={(event) => onChange({ ...test, currency: event.currentTarget.value.trim().toUpperCase() })}
        />
      )}
    </>
  );
}

function Choices(props: {
  column: Column;
  test: Extract<TableTest, { values: string[] }>;
  onChange: (test: TableTest) => void;
}) {
  const { column, test, onChange } = props;
  return column.values.map((value) => (
    <label key={value} className={styles.check}>
      <input
        type="checkbox"
        checked={test.values.includes(value)}
        onChange={(event) => {
          const others = test.values.filter((one) => one !== value);
          onChange({ ...test, values: event.currentTarget.checked ? [...others, value] : others });
        }}
      />
      {column.id === 'flags' ? flagWord(value as Parameters<typeof flagWord>[0]) : value}
    </label>
  ));
}

function split(text: string): string[] {
  return text
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean);
}
