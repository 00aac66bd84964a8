import { Button } from '@mantine/core';
import styles from '../editing/editing.module.css';
import { FieldInput } from '../editing/Guided.tsx';
import type { ListName } from './customerDraft.ts';
import { listFields } from './customerFields.ts';

type Entry = Readonly<Record<string, string>>;

/** Things of a relationship of which there may be several: each with its fields, to be added and taken out. */
export function EntryList(props: {
  name: ListName;
  /** The entries as JSON. */
  value: string;
  wrong: ReadonlyMap<string | undefined, string>;
  onChange: (value: string) => void;
}) {
  const { name, wrong, onChange } = props;
  const { title, add, fields } = listFields[name];
  const entries = JSON.parse(props.value) as readonly Entry[];
  const put = (next: readonly Entry[]) => onChange(JSON.stringify(next));
  const blank = Object.fromEntries(fields.map((field) => [field.name, '']));
  return (
    <section className={styles.form} aria-label={title}>
      <h2>{title}</h2>
      {entries.length === 0 && <p className="dimmed">None.</p>}
      <ul className={styles.entries}>
        {entries.map((entry, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry has no name before it is written
          <li key={i} className={styles.entry}>
            <div className={styles.fields}>
              {fields.map((field) => (
                <FieldInput
                  key={field.name}
                  field={field}
                  value={entry[field.name] ?? ''}
                  wrong={wrong.get(`/relationship/${name}/${i}/${field.name}`)}
                  onChange={(value) => put(entries.with(i, { ...entry, [field.name]: value }))}
                />
              ))}
            </div>
            <div>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`Take out ${entry.id || `number ${i + 1}`} of: ${title}`}
                onClick={() => put(entries.toSpliced(i, 1))}
              >
                Take out
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <div>
        <Button size="compact-md" variant="default" onClick={() => put([...entries, blank])}>
          {add}
        </Button>
      </div>
    </section>
  );
}
