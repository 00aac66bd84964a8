import { lazy, Suspense, useState } from 'react';
import { Button } from '#platform/ui/Button.tsx';
import type { LinePlace } from '../data/portal.ts';
import { useViewer } from '../data/session.ts';
import { contestDialog } from '../questions/contest.ts';
import { useWords } from '../words/Words.tsx';
import { lineWords } from './words.ts';

const Dialog = contestDialog
  ? lazy(() => contestDialog!().then((file) => ({ default: file.ContestDialog })))
  : null;

/** The way to say that a number, or one unit of it, looks wrong. Not for staff, who look at a preview. */
export function Contest(props: {
  place: LinePlace;
  group: string;
  window: string | null;
  unit?: { readonly key: string; readonly name: string };
}) {
  const say = useWords(lineWords);
  const viewer = useViewer();
  const [isOpen, setOpen] = useState(false);
  const { unit, window, group } = props;
  const { customer, agreement, clause } = props.place;
  if (!Dialog || viewer?.as === 'staff') return null;
  return (
    <div className="noPrint">
      <Button
        weight={unit ? 'quiet' : 'plain'}
        {...(unit ? { 'aria-label': say('wrongRowOf', { who: unit.name }) } : { icon: 'help' as const })}
        onClick={() => setOpen(true)}
      >
        {say(unit ? 'wrongRow' : 'wrong')}
      </Button>
      {isOpen && (
        <Suspense>
          <Dialog
            {...{ customer, agreement, clause, group, window, unit: unit?.key ?? null }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </div>
  );
}
