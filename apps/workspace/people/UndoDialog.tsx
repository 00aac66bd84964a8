import { useState } from 'react';
import { newKey } from '../data/api.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { type PeopleDecision, useDeed } from './data.ts';
import { ReasonForm } from './ReasonForm.tsx';

/** Takes a decision back: everything counts as if it had never been made. */
export function UndoDialog(props: {
  customer: string;
  decision: PeopleDecision;
  onClose: () => void;
  onDone: (words: string) => void;
}) {
  const { decision } = props;
  const [key] = useState(newKey);
  const { mutate, isPending, error } = useDeed(props.customer);
  return (
    <Dialog title={`Take back ${decision.id}`} onClose={props.onClose}>
      <ReasonForm
        button="Take it back"
        error={error}
        isPending={isPending}
        missing={null}
        onClose={props.onClose}
        onSubmit={(reason) =>
          mutate(
            { deed: { kind: 'undo', decision: decision.id }, reason, key },
            { onSuccess: () => props.onDone(`Done: ${decision.id} is taken back.`) },
          )
        }
      >
        <p>{decision.words}</p>
        <p className="dimmed">
          Everything counts again as if this had never been decided. The decision stays on record, with both
          reasons.
        </p>
      </ReasonForm>
    </Dialog>
  );
}
