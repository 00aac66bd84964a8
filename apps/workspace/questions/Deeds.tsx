import { useState } from 'react';
import { Act } from '../parts/Act.tsx';
import { AnswerDialog } from './AnswerDialog.tsx';
import { HandOverDialog, NoteDialog, PromiseDialog } from './DeedDialogs.tsx';
import type { Thread } from './questionData.ts';
import styles from './questions.module.css';

const deeds = {
  answer: { label: 'Answer', dialog: AnswerDialog },
  handOver: { label: 'Hand over', dialog: HandOverDialog },
  promise: { label: 'Promise a later day', dialog: PromiseDialog },
  note: { label: 'Add a note for us', dialog: NoteDialog },
} as const;
type Name = keyof typeof deeds;

/** What can be done with a question now. */
export function Deeds({ thread }: { thread: Thread }) {
  const [open, setOpen] = useState<Name | null>(null);
  const names = (Object.keys(deeds) as Name[]).filter((name) =>
    thread.commands.some(({ command, possible }) => command === name && possible),
  );
  const Dialog = open && deeds[open].dialog;
  return (
    <div className="noPrint">
      <div className={styles.buttons}>
        {names.map((name) => (
          <Act
            key={name}
            needs="questions.answer"
            variant={name === 'answer' ? 'filled' : 'default'}
            onClick={() => setOpen(name)}
          >
            {deeds[name].label}
          </Act>
        ))}
      </div>
      {Dialog && <Dialog thread={thread} onClose={() => setOpen(null)} />}
    </div>
  );
}
