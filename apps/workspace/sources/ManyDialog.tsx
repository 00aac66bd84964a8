import { Radio } from '@mantine/core';
import { useState } from 'react';
import { countOf } from '../format.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Problem } from '../parts/Problem.tsx';
import { ReasonForm } from '../people/ReasonForm.tsx';
import { type Side, type SourcePlace, useConflictDeed, useMany } from './data.ts';

/** Settles all open conflicts of a source to the later or the earlier import; shows what that would choose first. */
export function ManyDialog(props: { place: SourcePlace; onClose: () => void; onDone: (at: string) => void }) {
  const { place, onClose, onDone } = props;
  const [side, setSide] = useState<Side>('latest');
  const preview = useMany(place, side);
  const { mutate, error, isPending } = useConflictDeed(place);
  const count = preview.data?.count ?? 0;
  const left = preview.data?.left ?? 0;
  return (
    <Dialog title="Choose for all at once" onClose={onClose}>
      <ReasonForm
        button={count === 0 ? 'Choose' : `Choose for ${countOf(count, 'record', 'records')}`}
        error={error}
        isPending={isPending}
        missing={count === 0 ? 'There is nothing to choose this way.' : null}
        onClose={onClose}
        onSubmit={(reason) =>
          mutate(
            { deed: { kind: 'many', side, expected: count }, reason },
            { onSuccess: ({ at }) => onDone(at) },
          )
        }
      >
        <Radio.Group label="What shall count" value={side} onChange={(value) => setSide(value as Side)}>
          <Radio mt="xs" value="latest" label="Always what the later import says" />
          <Radio mt="xs" value="earliest" label="Always what the earlier import says" />
        </Radio.Group>
        <Problem thrown={preview.error} />
        <div role="status">
          {preview.isPending ? (
            <p>Looking what this would choose…</p>
          ) : (
            <>
              <p>
                {countOf(count, 'record', 'records')} would be settled, each by a choice of its own that can
                be taken back by itself
                {left > 0 &&
                  `; ${countOf(left, 'stays', 'stay')} open, because one import contradicts itself`}
                .
              </p>
              {count > 0 && (
                <p className="dimmed">
                  {(preview.data?.records ?? []).map(({ id }) => id).join(', ')}
                  {count > 20 && ` and ${count - 20} more`}
                </p>
              )}
            </>
          )}
        </div>
      </ReasonForm>
    </Dialog>
  );
}
