import type { Asked } from './asked.ts';
import { EraseDialog } from './EraseDialog.tsx';
import { LeaveOutDialog } from './LeaveOutDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { UndoDialog } from './UndoDialog.tsx';

/** The dialog somebody asked for. */
export function PeopleDialog(props: {
  customer: string;
  asked: Asked;
  onClose: () => void;
  onDone: (words: string) => void;
}) {
  const { asked, ...rest } = props;
  switch (asked.kind) {
    case 'merge':
      return <MergeDialog {...rest} people={asked.people} />;
    case 'leaveOut':
      return <LeaveOutDialog {...rest} person={asked.person} />;
    case 'erase':
      return <EraseDialog {...rest} person={asked.person} />;
    case 'undo':
      return <UndoDialog {...rest} decision={asked.decision} />;
  }
}
