import { Button, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../data/session.ts';
import { showDate, showInstant } from '../format.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Facts } from '../parts/Facts.tsx';
import styles from '../quotes/quotes.module.css';
import { Trouble } from '../quotes/Trouble.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { type Answer, type Order, useAnswer, useOrder } from './orderData.ts';
import { daysOf, OrderStatus, totalOf, wanted } from './orderWords.tsx';

/** One order of a customer: exactly what they saw, and the answer to it. */
export function OrderPage({ id }: { id: string }) {
  const { data, error, refetch } = useOrder(id);
  if (error && !data) return <FailureNotice thrown={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <p role="status" aria-busy="true">
        Reading the order…
      </p>
    );
  return <Shown order={data} />;
}

const fits = {
  enough: 'enough, by what lies behind and, where that can be told, what is likely ahead',
  'from-now-on': 'enough from now on; some periods so far were above',
  short: 'too little by the forecast',
  'cannot-tell': 'cannot be told: nothing is counted, or records contradict each other',
} as const;

function Shown({ order }: { order: Order }) {
  const { customer, seen, quote, ended, policy } = order;
  return (
    <div className={styles.page}>
      <PageTitle>{`Order ${order.id}`}</PageTitle>
      <p>
        <Link to="/orders">All orders</Link>
      </p>
      <header className={styles.head}>
        <h1>Order {order.id}</h1>
        <OrderStatus status={order.status} />
      </header>
      <p className={styles.lead}>
        <Link to="/customers/$customer" params={{ customer: customer.id }}>
          {customer.name}
        </Link>{' '}
        wants {wanted(order)}, {daysOf(order)}: <strong>{totalOf(order)}</strong> as they saw it.
      </p>
      <Facts
        entries={[
          ['Agreement', order.agreement],
          ['Clause', order.clause.plain],
          ['Limit then and after', `${seen.limit} → ${seen.limitAfter}`],
          ['Against their use', seen.fit && fits[seen.fit]],
          ['Chosen by', order.by ?? 'somebody whose name was erased'],
          ['Chosen', showInstant(order.madeAt, order.zone)],
          ['Their note', order.note],
          [
            'Came this way by',
            policy.row === null
              ? `no row of the table (version ${policy.version}): what none covers is asked for`
              : `row ${policy.row} of the table, version ${policy.version}`,
          ],
          ['Agreed', order.agreedAt && showInstant(order.agreedAt, order.zone)],
          [
            'Quote',
            quote && (
              <Link to="/quotes/$quote" params={{ quote: quote.id }}>
                {quote.id}
              </Link>
            ),
          ],
          ['Offer good until', quote && order.status === 'quoted' ? showDate(quote.validUntil) : null],
          [
            ended?.side === 'vendor' ? 'Ended by us' : 'Ended by them',
            ended && `${showInstant(ended.at, order.zone)}${ended.reason ? `: ${ended.reason}` : ''}`,
          ],
        ]}
      />
      <Answers order={order} />
    </div>
  );
}

function Answers({ order }: { order: Order }) {
  const { id, commands, seen } = order;
  const may = useMay('orders.decide');
  const answer = useAnswer(id);
  const [declining, setDeclining] = useState(false);
  const send = (one: Answer) => answer.mutate(one);
  if (order.status === 'requested' && !may.may) return <p className="dimmed">{may.why}</p>;
  if (commands.length === 0) return null;
  return (
    <div className="noPrint">
      {seen.edition !== null && commands.includes('carryOut') && (
        <p className={styles.lead}>
          Another edition changes the agreement itself: amend it on the page of the customer, then mark the
          order as carried out.
        </p>
      )}
      <div className={styles.buttons}>
        {commands.includes('quote') && (
          <Button loading={answer.isPending} onClick={() => send({ kind: 'quote' })}>
            Make the offer at today’s prices
          </Button>
        )}
        {commands.includes('carryOut') && (
          <Button loading={answer.isPending} onClick={() => send({ kind: 'carryOut' })}>
            Mark as carried out
          </Button>
        )}
        {commands.includes('decline') && (
          <Button variant="default" onClick={() => setDeclining(true)}>
            Decline
          </Button>
        )}
      </div>
      {answer.error && !declining && <Trouble thrown={answer.error} />}
      {declining && <DeclineDialog id={id} onClose={() => setDeclining(false)} />}
    </div>
  );
}

function DeclineDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const answer = useAnswer(id);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = tried && reason.trim() === '';
  return (
    <Dialog title="Decline the order" onClose={onClose}>
      <form
        className={styles.dialog}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (reason.trim() !== '')
            answer.mutate({ kind: 'decline', reason: reason.trim() }, { onSuccess: onClose });
        }}
      >
        <Textarea
          label="Why"
          description="The customer reads this."
          autosize
          minRows={2}
          required
          data-autofocus
          value={reason}
          error={missing ? 'Say why, in words the customer may read.' : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {answer.error && <Trouble thrown={answer.error} />}
        <div className={styles.dialogButtons}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={answer.isPending}>
            Decline
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
