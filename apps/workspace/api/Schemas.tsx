import { useState } from 'react';
import styles from './api.module.css';
import { TextBox } from './TypeText.tsx';

type Named = { readonly name: string; readonly text: string };

/** What comes back from more than one operation, by its name. */
export function Schemas({ schemas }: { schemas: readonly Named[] }) {
  return (
    <section aria-labelledby="api-schemas" className={styles.chapter}>
      <h2 id="api-schemas">Schemas</h2>
      {schemas.map((schema) => (
        <SchemaEntry key={schema.name} schema={schema} />
      ))}
    </section>
  );
}

function SchemaEntry({ schema: { name, text } }: { schema: Named }) {
  const [opened, setOpened] = useState(false);
  return (
    <details
      id={`schema-${name}`}
      className={styles.operation}
      onToggle={(event) => event.currentTarget.open && setOpened(true)}
    >
      <summary>
        <code>{name}</code>
      </summary>
      {opened && (
        <div className={styles.inside}>
          <TextBox label={`Schema ${name}`} text={text} />
        </div>
      )}
    </details>
  );
}
