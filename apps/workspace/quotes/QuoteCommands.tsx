import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { AgreeDialog, BillDialog, SettleDialog, WithdrawDialog } from './QuoteDialogs.tsx';
import type { Quote } from './quoteData.ts';
import styles from './quotes.module.css';

type Command = Quote['commands'][number]['command'];

const buttons: Record<Command, string> = {
  agree: 'Record as agreed',
  bill: 'Give to billing',
  settle: 'Record the invoice',
  withdraw: 'Withdraw',
};
const dialogs = { agree: AgreeDialog, bill: BillDialog, settle: SettleDialog, withdraw: WithdrawDialog };

/** What can be done with a quote; what cannot be done says why not. */
export function QuoteCommands({ quote }: { quote: Quote }) {
  const [asked, setAsked] = useState<Command | null>(null);
  const id = useId();
  const next = quote.commands.find(({ possible }) => possible)?.command;
  const barred = quote.commands.filter(({ possible }) => !possible);
  const Dialog = asked && dialogs[asked];
  return (
    <div className="noPrint">
      <div className={styles.buttons}>
        {quote.commands.map(({ command, possible }) => (
          <Button
            key={command}
            variant={command === next ? 'filled' : 'default'}
            aria-disabled={!possible}
            {...(possible ? {} : { 'data-disabled': true, 'aria-describedby': `${id}-${command}` })}
            onClick={() => possible && setAsked(command)}
          >
            {buttons[command]}
          </Button>
        ))}
      </div>
      <ul className={styles.barred}>
        {barred.map(({ command, why }) => (
          <li key={command} id={`${id}-${command}`}>
            <strong>{buttons[command]}</strong> is not possible: {why}
          </li>
        ))}
      </ul>
      {Dialog && <Dialog quote={quote} onClose={() => setAsked(null)} />}
    </div>
  );
}
