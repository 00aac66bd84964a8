import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useMay } from '../data/session.ts';
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
  const [decide, bill] = [useMay('quotes.decide'), useMay('quotes.bill')];
  const mayOf = { agree: decide, withdraw: decide, bill, settle: bill };
  const commands = quote.commands.map((one) => {
    const may = mayOf[one.command];
    return may.may || !one.possible ? one : { ...one, possible: false, why: may.why };
  });
  const next = commands.find(({ possible }) => possible)?.command;
  const barred = commands.filter(({ possible }) => !possible);
  const Dialog = asked && dialogs[asked];
  return (
    <div className="noPrint">
      <div className={styles.buttons}>
        {commands.map(({ command, possible }) => (
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
