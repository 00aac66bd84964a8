import { Button } from '@mantine/core';
import { useState } from 'react';
import { TableBox } from '../parts/TableBox.tsx';
import styles from './api.module.css';
import type { ShownOperation } from './operations.ts';
import { TextBox, TypeText } from './TypeText.tsx';

/** One operation: closed it is a line, open it says what to send, what comes back, and how to try it. */
export function OperationEntry({ operation }: { operation: ShownOperation }) {
  const { id, method, path, summary, parameters, body, answers, example } = operation;
  const [opened, setOpened] = useState(false);
  const good = answers.filter(({ type }) => type !== 'application/problem+json');
  const refusals = answers.filter((answer) => !good.includes(answer)).map(({ status }) => status);
  const name = `${method} ${path}`;
  return (
    <details
      id={id}
      className={styles.operation}
      onToggle={(event) => event.currentTarget.open && setOpened(true)}
    >
      <summary>
        <span className={styles.method} data-method={method}>
          {method}
        </span>
        <code>{path}</code>
        <span className={styles.summary}>{summary}</span>
      </summary>
      {opened && (
        <div className={styles.inside}>
          <p>
            <a href={`#${id}`}>Link to this operation</a>
          </p>
          {parameters.length > 0 && <Parameters name={name} parameters={parameters} />}
          {body.map(({ type, schema }) => (
            <Titled key={type} title={`Sent: ${type}`} of={name} text={schema} />
          ))}
          {good.map(({ status, type, schema }) => (
            <Titled key={`${status} ${type}`} title={`Answer ${status}: ${type}`} of={name} text={schema} />
          ))}
          <p>
            Refused with{' '}
            {refusals.map((status) => (status === 'default' ? 'any other status' : status)).join(', ')}: a{' '}
            <a href="#schema-Problem">Problem</a> (application/problem+json).
          </p>
          <Example of={name} text={example} />
        </div>
      )}
    </details>
  );
}

function Parameters({ name, parameters }: { name: string; parameters: ShownOperation['parameters'] }) {
  return (
    <TableBox label={`Parameters of ${name}`}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Where</th>
          <th scope="col">Type</th>
        </tr>
      </thead>
      <tbody>
        {parameters.map((parameter) => (
          <tr key={`${parameter.place} ${parameter.name}`}>
            <th scope="row">
              <code>{parameter.name}</code>
            </th>
            <td>
              {parameter.place}
              {parameter.needed ? ', needed' : ''}
            </td>
            <td>
              <code>
                <TypeText text={parameter.type} />
              </code>
            </td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}

function Titled({ title, of, text }: { title: string; of: string; text: string }) {
  return (
    <div>
      <h3 className={styles.schemaTitle}>{title}</h3>
      <TextBox label={`${title} of ${of}`} text={text} />
    </div>
  );
}

/** The clipboard is there only on https and localhost; without it the text can still be marked. */
function Example({ of, text }: { of: string; text: string }) {
  const [said, setSaid] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied.'),
      () => setSaid('The browser does not let pages copy: mark the text instead.'),
    );
  return (
    <div>
      <h3 className={styles.schemaTitle}>Example</h3>
      <TextBox label={`Example of ${of}`} text={text} />
      <div className={styles.copy}>
        {navigator.clipboard && (
          <Button size="compact-sm" variant="default" onClick={copy} aria-label={`Copy the example of ${of}`}>
            Copy
          </Button>
        )}
        <span role="status">{said}</span>
      </div>
    </div>
  );
}
