import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { asFailure } from '../data/failure.ts';
import { countOf, showInstant } from '../format.ts';
import { Act } from '../parts/Act.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import type { PaperImport, PaperKind, usePaperStep } from './paperData.ts';
import styles from './papers.module.css';
import { RowList } from './RowList.tsx';
import { Trouble } from './Trouble.tsx';

type StepProps = {
  paper: PaperImport;
  kind: PaperKind;
  step: ReturnType<typeof usePaperStep>;
};

/** The last step: what was taken, and the way to take it back. */
export function DoneStep({ paper, kind, step }: StepProps) {
  const [asking, setAsking] = useState(false);
  const { counts, status } = paper;
  const taken = (counts?.new ?? 0) + (counts?.changed ?? 0);
  const when = showInstant(
    (status === 'undone' ? paper.undoneAt : paper.appliedAt) ?? paper.receivedAt,
    'UTC',
  );
  return (
    <>
      <section className={styles.panel} aria-label="Done">
        <h2>{status === 'undone' ? 'Taken back' : `${countOf(taken, 'row was', 'rows were')} taken`}</h2>
        <p className="dimmed">
          {status === 'undone'
            ? `On ${when}. What the rows say now stands beside each of them.`
            : `On ${when}: ${counts?.new ?? 0} new, ${counts?.changed ?? 0} changed, ${counts?.refused ?? 0} left out.`}
        </p>
        <div className={styles.row}>
          <Link to="/">See the positions</Link>
          <Link to="/papers/new/$kind" params={{ kind: kind.kind }}>
            Bring in more {kind.title.toLowerCase()}
          </Link>
          {status === 'applied' && taken > 0 && (
            <Act needs="papers.import" variant="default" onClick={() => setAsking(true)}>
              Undo the whole import
            </Act>
          )}
        </div>
      </section>
      {asking && <UndoDialog step={step} taken={taken} onClose={() => setAsking(false)} />}
      <RowList paper={paper} />
    </>
  );
}

function UndoDialog({
  step,
  taken,
  onClose,
}: {
  step: StepProps['step'];
  taken: number;
  onClose: () => void;
}) {
  const failure = step.error ? asFailure(step.error) : null;
  const touched = failure?.code === 'undo_touched';
  const send = (leaveChanged: boolean) => step.mutate({ step: 'undo', leaveChanged }, { onSuccess: onClose });
  const close = () => {
    step.reset();
    onClose();
  };
  return (
    <Dialog title="Undo the whole import?" onClose={close}>
      <div className={styles.dialog}>
        {touched ? (
          <div role="alert">
            <p>Nothing was undone, because some rows were changed after the import:</p>
            <ul className={styles.left}>
              {failure.details.slice(0, 20).map((detail) => (
                <li key={detail}>{detail}</li>
              ))}
            </ul>
            <p>They can be left as they are while the others are taken back.</p>
          </div>
        ) : (
          <p>
            {countOf(taken, 'row goes', 'rows go')} back to what was there before. What was signed or priced
            is taken back as a recorded withdrawal.
          </p>
        )}
        {failure && !touched && <Trouble thrown={step.error} />}
        <div className={styles.buttons}>
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button loading={step.isPending} onClick={() => send(touched)}>
            {touched ? 'Undo the others' : 'Undo'}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
