import { Dialog } from '../parts/Dialog.tsx';
import { ReasonForm } from '../people/ReasonForm.tsx';
import type { AskedConflict } from './Conflicts.tsx';
import { type SourcePlace, useConflictDeed } from './data.ts';

/** Asks why a content shall count, or a choice shall not hold any more. */
export function ConflictDialog(props: {
  place: SourcePlace;
  asked: AskedConflict;
  onClose: () => void;
  onDone: (at: string) => void;
}) {
  const { place, asked, onClose, onDone } = props;
  const { mutate, error, isPending } = useConflictDeed(place);
  const choosing = asked.deed.kind === 'choose';
  return (
    <Dialog title={choosing ? 'Choose this content' : 'Take the choice back'} onClose={onClose}>
      <ReasonForm
        button={choosing ? 'Choose it' : 'Take it back'}
        error={error}
        isPending={isPending}
        missing={null}
        onClose={onClose}
        onSubmit={(reason) => mutate({ deed: asked.deed, reason }, { onSuccess: ({ at }) => onDone(at) })}
      >
        <p>{asked.about}</p>
      </ReasonForm>
    </Dialog>
  );
}
