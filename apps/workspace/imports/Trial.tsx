import { countOf, showInstant, showNumber } from '../format.ts';
import { dateCell, numberCell, TableBox } from '../parts/TableBox.tsx';
import type { Preview } from './importData.ts';
import styles from './imports.module.css';

type TrialView = NonNullable<Preview['trial']>;

/** What importing would do, tried on the first lines. */
export function Trial({ trial }: { trial: TrialView }) {
  return (
    <section className={styles.panel} aria-label="What would be taken" aria-live="polite">
      <h2>What would be taken</h2>
      <p>{trialWords(trial)}</p>
      {trial.fault && (
        <p className={styles.trouble}>
          <strong>{trial.fault.title}.</strong> {trial.fault.detail} {trial.fault.todo}
        </p>
      )}
      <Records records={trial.records} />
      {trial.rejections.length > 0 && (
        <>
          <h3>What would be rejected</h3>
          <ul className={styles.rejections}>
            {trial.rejections.map((one) => (
              <li key={`${one.line} ${one.detail}`}>
                {one.line === null ? '' : `Line ${one.line}: `}
                {one.detail} <span className="dimmed">{one.todo}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {trial.notes.map((note) => (
        <p key={note} className="dimmed small">
          {note}
        </p>
      ))}
    </section>
  );
}

function trialWords({ entries, more, fresh, known, contrary, rejected }: TrialView): string {
  const start = more
    ? `Of the first ${countOf(entries, 'entry', 'entries')}`
    : `Of ${countOf(entries, 'entry', 'entries')}`;
  const parts = [
    countOf(fresh, 'record would be new', 'records would be new'),
    `${known.toLocaleString('en-US')} known already`,
    ...(contrary > 0 ? [`${contrary.toLocaleString('en-US')} in conflict with what is known`] : []),
    `${rejected.toLocaleString('en-US')} rejected`,
  ];
  return `${start}: ${parts.join(', ')}.`;
}

function Records({ records }: { records: TrialView['records'] }) {
  if (records.length === 0) return null;
  return (
    <TableBox label="The first records">
      <thead>
        <tr>
          <th scope="col">When (UTC)</th>
          <th scope="col">Feature</th>
          <th scope="col">Kind</th>
          <th scope="col" className={numberCell}>
            Quantity
          </th>
          <th scope="col">Who</th>
        </tr>
      </thead>
      <tbody>
        {records.map((record, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name
          <tr key={i}>
            <td className={dateCell}>{showInstant(record.at, 'UTC')}</td>
            <td>{record.feature}</td>
            <td>{record.kind}</td>
            <td className={numberCell}>{showNumber(record.quantity)}</td>
            <td>{record.who ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}
