import { useState } from 'react';
import { showInstant } from '../format.ts';
import { Act } from '../parts/Act.tsx';
import { Facts } from '../parts/Facts.tsx';
import type { ImportDetail, Place } from './importData.ts';
import styles from './imports.module.css';
import { optionLabels } from './importWords.ts';
import { Rejections } from './Rejections.tsx';
import { Share } from './Share.tsx';
import { UndoDialog } from './UndoDialog.tsx';

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What became of every entry of a file, and the way to undo it. */
export function Report({ detail, place }: { detail: ImportDetail; place: Place }) {
  const [asking, setAsking] = useState(false);
  const { counts, problem } = detail;
  const does = detail.withdrawn ? 'restore' : 'withdraw';
  const options = Object.entries(detail.options).map(
    ([name, value]) => [optionLabels[name as keyof typeof optionLabels] ?? name, value] as const,
  );
  return (
    <>
      <section className={styles.panel} aria-label="What became of it">
        <h2>What became of it</h2>
        <p>{detail.words}</p>
        {problem && <p className="dimmed">{problem.todo}</p>}
        {counts.entries > 0 && detail.status === 'accepted' && <Share counts={counts} />}
        {counts.conflicts > 0 && (
          <p>
            Records in conflict came with another content before. None of their contents counts until somebody
            chooses one.
          </p>
        )}
        {detail.notes.map(({ kind, code, count, example }) => (
          <p key={code}>
            <strong>{kind === 'gap' ? 'Use could not be seen' : 'To know'}</strong>
            {count > 1 ? ` (${count.toLocaleString('en-US')} times)` : ''}: {example}
          </p>
        ))}
        {options.length > 0 && <Facts entries={options.map(([name, value]) => [name, value])} />}
        {detail.status === 'accepted' && (
          <div className={styles.buttons}>
            <Act needs="usage.import" variant="default" onClick={() => setAsking(true)}>
              {detail.withdrawn ? 'Let it count again' : 'Undo this import'}
            </Act>
          </div>
        )}
      </section>
      {counts.rejected > 0 && <Rejections place={place} rejected={counts.rejected} />}
      <Withdrawals withdrawals={detail.withdrawals} />
      {asking && <UndoDialog place={place} does={does} onClose={() => setAsking(false)} />}
    </>
  );
}

function Withdrawals({ withdrawals }: Pick<ImportDetail, 'withdrawals'>) {
  if (withdrawals.length === 0) return null;
  return (
    <section className={styles.panel} aria-label="Undone and counted again">
      <h2>Undone and counted again</h2>
      <ul className={styles.rejections}>
        {withdrawals.map(({ id, at, by, reason, undone }) => (
          <li key={id}>
            Undone {showInstant(at, zone)} by {by}: {reason}
            {undone &&
              ` Counted again from ${showInstant(undone.at, zone)}, by ${undone.by}: ${undone.reason}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
