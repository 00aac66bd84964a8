import { countOf } from '../format.ts';
import { Act } from '../parts/Act.tsx';
import { type ImportDetail, type Place, useImportOrder } from './importData.ts';
import styles from './imports.module.css';
import { showLeft, showSize } from './importWords.ts';
import { Trouble } from './Trouble.tsx';

/** How far an import is, and the way to end it. */
export function ProgressPanel({ detail, place }: { detail: ImportDetail; place: Place }) {
  const { mutate, isPending, isSuccess, error } = useImportOrder(place);
  const { progress } = detail;
  return (
    <section className={styles.panel} aria-label="Progress">
      <progress
        max={100}
        {...(progress ? { value: Math.round(progress.done * 100) } : {})}
        aria-label="Part of the import that is done"
      />
      <p role="status">{progress ? progressWords(progress, detail.size ?? 0) : 'It waits for its turn.'}</p>
      {progress && progress.attempt > 1 && (
        <p className="dimmed">It was cut off in the middle and has been taken up again from the start.</p>
      )}
      <p className="dimmed small">Nothing counts before all of it does. You may leave this page meanwhile.</p>
      {error && <Trouble thrown={error} />}
      <div className={styles.buttons}>
        <Act
          needs="usage.import"
          variant="default"
          loading={isPending}
          disabled={isSuccess}
          onClick={() => mutate({ does: 'cancel' })}
        >
          {isSuccess ? 'Canceling…' : 'Cancel the import'}
        </Act>
      </div>
    </section>
  );
}

function progressWords(progress: NonNullable<ImportDetail['progress']>, size: number): string {
  const { phase, done, bytesRead, entries, stored, perSecond, secondsLeft } = progress;
  const what =
    phase === 'reading'
      ? `Reading: ${countOf(entries, 'entry', 'entries')}, ${showSize(bytesRead)} of ${showSize(size)}`
      : `Storing: ${countOf(stored, 'record', 'records')} of ${entries.toLocaleString('en-US')}`;
  const pace = perSecond === null ? '' : `, ${perSecond.toLocaleString('en-US')} a second`;
  const left = secondsLeft === null ? '' : `, ${showLeft(secondsLeft)} left`;
  return `${Math.round(done * 100)} %. ${what}${pace}${left}.`;
}
