import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { newKey } from '../data/api.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { type Order, type Quote, useQuoteOrder } from './quoteData.ts';
import styles from './quotes.module.css';
import { Trouble } from './Trouble.tsx';

type Asked = { quote: Quote; onClose: () => void };

/** A dialog that sends an order; `order` gives none while something is missing, which is then said. */
function OrderDialog(props: {
  asked: Asked;
  title: string;
  send: string;
  order: () => Order | null;
  children: (tried: boolean) => ReactNode;
}) {
  const { asked, title, send, order, children } = props;
  const [tried, setTried] = useState(false);
  const [key, setKey] = useState(newKey);
  const { mutate, isPending, error } = useQuoteOrder(asked.quote.id, key);
  return (
    <Dialog title={title} onClose={asked.onClose}>
      <form
        className={styles.dialog}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          const sent = order();
          // What was refused is another request once it is corrected.
          if (sent) mutate(sent, { onSuccess: asked.onClose, onError: () => setKey(newKey()) });
        }}
      >
        {children(tried)}
        {error && <Trouble thrown={error} />}
        <div className={styles.dialogButtons}>
          <Button variant="default" onClick={asked.onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isPending}>
            {send}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const missing = (tried: boolean, value: string, words: string) =>
  tried && value.trim() === '' ? words : undefined;

function DayField(props: { label: string; value: string; tried: boolean; onChange: (day: string) => void }) {
  return (
    <TextInput
      type="date"
      label={props.label}
      required
      value={props.value}
      error={missing(props.tried, props.value, 'Choose the day.')}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

/** An amount as these pages show it, `3,024.00`, as the server takes it. */
function withoutGrouping(amount: string): string {
  return amount.trim().replace(/(?<=\d),(?=\d{3}(\D|$))/g, '');
}

/** Asks who said yes, and when. What was read is what is agreed. */
export function AgreeDialog(asked: Asked) {
  const [by, setBy] = useState('');
  const [on, setOn] = useState('');
  // As it was when the dialog was opened: should it change meanwhile, nobody agrees to what they have not seen.
  const [{ digest, amount }] = useState(asked.quote);
  const order = (): Order | null =>
    by.trim() === '' || on === '' ? null : { kind: 'agree', digest, on, by: by.trim() };
  return (
    <OrderDialog asked={asked} title="Record as agreed" send="Record as agreed" order={order}>
      {(tried) => (
        <>
          <p>
            Both sides said yes to {amount}. The agreement is amended at once, and the units count for the
            days that are paid for.
          </p>
          <TextInput
            label="Who agreed, and how"
            description="A name and a letter, an order or a call. Kept apart, so that it can be erased."
            required
            data-autofocus
            value={by}
            error={missing(tried, by, 'Say who agreed, and how.')}
            onChange={(event) => setBy(event.currentTarget.value)}
          />
          <DayField label="Agreed on" value={on} tried={tried} onChange={setOn} />
        </>
      )}
    </OrderDialog>
  );
}

/** Asks by which way billing is told. */
export function BillDialog(asked: Asked) {
  const { ports } = asked.quote;
  const stripe = ports.find(({ port }) => port === 'stripe');
  const [port, setPort] = useState<'csv' | 'stripe'>(stripe?.possible ? 'stripe' : 'csv');
  return (
    <OrderDialog
      asked={asked}
      title="Give to billing"
      send="Give to billing"
      order={() => ({ kind: 'bill', port })}
    >
      {() => (
        <>
          <NativeSelect
            label="How"
            data-autofocus
            value={port}
            data={[
              { value: 'csv', label: 'I have entered the lines where we invoice' },
              { value: 'stripe', label: 'As a draft invoice at Stripe', disabled: !stripe?.possible },
            ]}
            onChange={(event) => setPort(event.currentTarget.value as 'csv' | 'stripe')}
          />
          {stripe?.why && <p className="dimmed">Stripe: {stripe.why}</p>}
          {port === 'stripe' && (
            <p className="dimmed">
              Stripe gets one line a line, as a draft. Nobody is sent or charged anything until somebody
              finalizes it there.
            </p>
          )}
        </>
      )}
    </OrderDialog>
  );
}

/** Asks for the invoice, which has to be over what was agreed. */
export function SettleDialog(asked: Asked) {
  const { quote } = asked;
  const [invoice, setInvoice] = useState(quote.billing?.port === 'stripe' ? quote.billing.reference : '');
  const [amount, setAmount] = useState('');
  const [on, setOn] = useState('');
  const order = (): Order | null =>
    invoice.trim() === '' || amount.trim() === '' || on === ''
      ? null
      : {
          kind: 'settle',
          invoice: invoice.trim(),
          amount: withoutGrouping(amount),
          currency: quote.currency,
          on,
        };
  return (
    <OrderDialog asked={asked} title="Record the invoice" send="Record the invoice" order={order}>
      {(tried) => (
        <>
          <p>{quote.amount} were agreed. The past that is settled with it is released.</p>
          <TextInput
            label="Number of the invoice"
            required
            data-autofocus
            value={invoice}
            error={missing(tried, invoice, 'Give the number of the invoice.')}
            onChange={(event) => setInvoice(event.currentTarget.value)}
          />
          <TextInput
            label={`Amount in ${quote.currency}, before taxes`}
            required
            inputMode="decimal"
            value={amount}
            error={missing(tried, amount, 'Give the amount, such as 1342.47.')}
            onChange={(event) => setAmount(event.currentTarget.value)}
          />
          <DayField label="Date of the invoice" value={on} tried={tried} onChange={setOn} />
        </>
      )}
    </OrderDialog>
  );
}

/** Asks why an offer is taken back. */
export function WithdrawDialog(asked: Asked) {
  const [reason, setReason] = useState('');
  const order = (): Order | null =>
    reason.trim() === '' ? null : { kind: 'withdraw', reason: reason.trim() };
  return (
    <OrderDialog asked={asked} title="Withdraw the quote" send="Withdraw" order={order}>
      {(tried) => (
        <Textarea
          label="Reason"
          description="Kept with the quote, for everyone here to read."
          required
          rows={3}
          data-autofocus
          value={reason}
          error={missing(tried, reason, 'Say why, in a sentence that still makes sense in a year.')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </OrderDialog>
  );
}
