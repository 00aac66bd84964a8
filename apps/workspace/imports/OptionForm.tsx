import { NativeSelect, Switch, TextInput } from '@mantine/core';
import { useId } from 'react';
import type { Format, Options, Preview } from './importData.ts';
import styles from './imports.module.css';
import { optionLabels } from './importWords.ts';

type Option = Format['options'][number];
type Field = { option: Option; value: string; error: string | undefined; onValue: (value: string) => void };
const zones = Intl.supportedValuesOf('timeZone');
const examples: Partial<Record<Option['kind'], string>> = {
  time: '2026-03-01T08:00:00Z',
  day: '2026-03-01',
  zone: 'Europe/Berlin',
  texts: 'one,two',
};

/** A field for each option of a format. What is missing is said where it is missing. */
export function OptionForm(props: {
  options: readonly Option[];
  values: Options;
  problems: Preview['problems'];
  sources: readonly string[];
  onChange: (values: Options) => void;
}) {
  const zoneList = useId();
  const sourceList = useId();
  return (
    <div className={styles.options}>
      {props.options.map((option) => {
        const name = option.name as keyof Options;
        const field: Field = {
          option,
          value: props.values[name] ?? '',
          error: props.problems.find(({ pointer }) => pointer === `/${name}`)?.todo,
          onValue: (value) => props.onChange({ ...props.values, [name]: value || undefined }),
        };
        const list = option.kind === 'zone' ? zoneList : name === 'source' ? sourceList : undefined;
        return <OptionField key={name} field={field} list={list} />;
      })}
      <datalist id={zoneList}>
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <datalist id={sourceList}>
        {props.sources.map((source) => (
          <option key={source} value={source} />
        ))}
      </datalist>
    </div>
  );
}

function OptionField({ field, list }: { field: Field; list: string | undefined }) {
  const { option, value, error, onValue } = field;
  const label = optionLabels[option.name as keyof Options];
  const choices = option.choices ?? [];
  if (option.kind === 'flag')
    return (
      <Switch
        label={label}
        description={option.what}
        checked={value === 'true'}
        onChange={(event) => onValue(event.currentTarget.checked ? 'true' : '')}
      />
    );
  if (option.kind === 'choice')
    return (
      <NativeSelect
        label={label}
        description={option.what}
        value={value || choices[0]}
        data={[...choices]}
        onChange={(event) => onValue(event.currentTarget.value)}
      />
    );
  if (option.kind === 'fields') return <FieldNames field={field} />;
  return (
    <TextInput
      label={label}
      description={option.what}
      required={option.needed}
      placeholder={examples[option.kind]}
      list={list}
      value={value}
      error={value === '' ? undefined : error}
      onChange={(event) => onValue(event.currentTarget.value)}
    />
  );
}

/** Names of fields are kept as one JSON object; a person fills in one field for each. */
function FieldNames({ field: { option, value, onValue } }: { field: Field }) {
  const names = namesOf(value);
  const change = (name: string, given: string) => {
    const next = Object.fromEntries(
      Object.entries({ ...names, [name]: given }).filter(([, text]) => text !== ''),
    );
    onValue(Object.keys(next).length === 0 ? '' : JSON.stringify(next));
  };
  return (
    <details className={styles.fields}>
      <summary>{option.what}</summary>
      <div className={styles.options}>
        {(option.choices ?? []).map((name) => (
          <TextInput
            key={name}
            label={`Field for ${name}`}
            placeholder={name}
            value={names[name] ?? ''}
            onChange={(event) => change(name, event.currentTarget.value.trim())}
          />
        ))}
      </div>
    </details>
  );
}

function namesOf(value: string): Record<string, string> {
  try {
    return value === '' ? {} : (JSON.parse(value) as Record<string, string>);
  } catch {
    return {};
  }
}
