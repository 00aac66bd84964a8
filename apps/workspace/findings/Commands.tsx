import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import type { FindingView } from '#apps/server/pages.ts';
import type { Command } from '../data/api.ts';
import { useMay } from '../data/session.ts';
import { CommandDialog } from './CommandDialog.tsx';
import { commandWords } from './commandWords.ts';
import styles from './findings.module.css';

/** What can be done about a finding; what cannot be done says why not. */
export function Commands({ customer, finding }: { customer: string; finding: FindingView }) {
  const [asked, setAsked] = useState<{ command: Command; read: FindingView } | null>(null);
  const [done, setDone] = useState('');
  const id = useId();
  const may = useMay('findings.decide');
  const commands = finding.commands.map((one) => ({ ...one, possible: one.possible && may.may }));
  const barred = finding.commands.filter((one) => !one.possible);
  return (
    <div className={`${styles.commands} noPrint`}>
      <div className={styles.buttons}>
        {commands.map(({ command, possible }) => (
          <Button
            key={command}
            variant={command === 'confirm' ? 'filled' : 'default'}
            aria-disabled={!possible}
            {...(possible
              ? {}
              : { 'data-disabled': true, 'aria-describedby': may.may ? `${id}-${command}` : `${id}-role` })}
            onClick={() => {
              setDone('');
              if (possible) setAsked({ command, read: finding });
            }}
          >
            {commandWords[command].button}
          </Button>
        ))}
      </div>
      {!may.may && (
        <p id={`${id}-role`} className="dimmed small">
          {may.why}
        </p>
      )}
      {may.may && barred.length > 0 && (
        <ul className={styles.barred}>
          {barred.map(({ command, why }) => (
            <li key={command} id={`${id}-${command}`}>
              <strong>{commandWords[command].button}</strong> is not possible: {why ?? 'not in this state.'}
            </li>
          ))}
        </ul>
      )}
      <p role="status">{done}</p>
      {asked && (
        <CommandDialog
          customer={customer}
          finding={finding}
          read={asked.read}
          command={asked.command}
          onClose={() => setAsked(null)}
          onDone={() => {
            setAsked(null);
            setDone(commandWords[asked.command].done);
          }}
        />
      )}
    </div>
  );
}
