import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { showDate } from '../format.ts';
import { Act } from '../parts/Act.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import { AcceptDialog } from './AcceptDialog.tsx';
import { AssignDialog } from './AssignDialog.tsx';
import styles from './assurance.module.css';
import type { Control } from './auditData.ts';

const outcomes = { good: 'In order', missing: 'Missing', 'nothing-to-check': 'Nothing to check' } as const;
const tones = { good: 'within', missing: 'near', 'nothing-to-check': 'unknown' } as const;

/** One question of the checklist: how it stands, what is missing, and what is done about it. */
export function ControlEntry(props: { quarter: string; control: Control; closed: boolean }) {
  const { quarter, control, closed } = props;
  const [asked, setAsked] = useState<'accept' | 'assign' | null>(null);
  const { outcome, good, of, gaps, task } = control;
  const close = () => setAsked(null);
  return (
    <li className={styles.control}>
      <div className={styles.controlHead}>
        <span className={styles.outcome} data-tone={tones[outcome]}>
          {outcomes[outcome]}
        </span>
        <h3>{control.question}</h3>
        {of > 0 && (
          <span className={styles.count}>
            {good} of {of}
          </span>
        )}
      </div>
      {outcome === 'missing' && <p>{control.advice}</p>}
      {gaps.length > 0 && (
        <Disclosure label={`What is missing (${of - good})`} long>
          <ul className={styles.gaps}>
            {gaps.map(({ customer, name, words }) => (
              <li key={`${customer} ${words}`}>
                <Link to="/customers/$customer" params={{ customer }}>
                  {name}
                </Link>
                {words === '' ? '' : `: ${words}`}
              </li>
            ))}
          </ul>
          {of - good > gaps.length && <p className="dimmed">and {of - good - gaps.length} more.</p>}
        </Disclosure>
      )}
      {task && <Task task={task} />}
      {task?.status === 'open' && !closed && (
        <div className={styles.buttons}>
          <Act needs="controls.run" size="compact-sm" variant="default" onClick={() => setAsked('assign')}>
            {task.staff ? 'Give to somebody else' : 'Give to somebody'}
            <span className="hiddenVisually">: {control.question}</span>
          </Act>
          <Act needs="controls.run" size="compact-sm" variant="default" onClick={() => setAsked('accept')}>
            Accept as it is<span className="hiddenVisually">: {control.question}</span>
          </Act>
        </div>
      )}
      {asked === 'accept' && <AcceptDialog quarter={quarter} control={control} onClose={close} />}
      {asked === 'assign' && <AssignDialog quarter={quarter} control={control} onClose={close} />}
    </li>
  );
}

function Task({ task }: { task: NonNullable<Control['task']> }) {
  if (task.status === 'settled') return <p className="dimmed">Was missing before, and is in order now.</p>;
  if (task.status === 'accepted')
    return <p className="dimmed">Accepted as it is: {task.reason ?? 'the reason was erased'}</p>;
  if (!task.staff) return null;
  return (
    <p className="dimmed">
      {task.staff.name} looks after it{task.dueOn ? `, until ${showDate(task.dueOn)}` : ''}.
    </p>
  );
}
