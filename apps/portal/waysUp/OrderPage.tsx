import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, LinkButton } from '#platform/ui/Button.tsx';
import { Actions, Dialog } from '#platform/ui/Dialog.tsx';
import { TextArea } from '#platform/ui/fields.tsx';
import { Loaded, TroubleNote } from '../parts/Loaded.tsx';
import { PageFrame } from '../parts/Page.tsx';
import { PrintButton } from '../parts/PrintButton.tsx';
import { addressOf, ToButton, useCustomer } from '../parts/To.tsx';
import { useWords } from '../words/Words.tsx';
import { type Order, orderQuery, useAnswer } from './data.ts';
import { OrderBadge, orderedWords, SeenFacts } from './OrderParts.tsx';
import { PriceLines } from './PriceParts.tsx';
import { type Tell, useTell } from './useTell.ts';
import { waysUpWords } from './words.ts';

/** One order: a receipt, where it stands, and what happens next. */
export function Page() {
  const say = useWords(waysUpWords);
  const customer = useCustomer();
  const { order = '' } = useParams({ strict: false }) as { order?: string };
  const query = useQuery(orderQuery(customer, order));
  return (
    <PageFrame
      title={query.data ? `${query.data.product.name}: ${query.data.id}` : say('orders')}
      actions={<PrintButton />}
    >
      <Loaded query={query}>{(data) => <Receipt order={data} />}</Loaded>
    </PageFrame>
  );
}

function Receipt({ order }: { order: Order }) {
  const tell = useTell(order.unit);
  const { say, formats } = tell;
  const { quote, ended, seen } = order;
  const isCarriedOut = order.status === 'agreed' && seen.edition !== null;
  return (
    <>
      <div className="stack">
        <p>
          <OrderBadge status={order.status} say={say} />
        </p>
        <SeenFacts
          seen={seen}
          edition={order.edition?.name ?? null}
          tell={tell}
          more={[
            [say('fact_number'), order.id],
            [say('fact_by'), order.by],
            [say('fact_made'), formats.moment(order.madeAt, order.zone)],
            [say('fact_note'), order.note],
            [say('fact_agreed'), order.agreedAt && formats.moment(order.agreedAt, order.zone)],
            [say('reasonGiven'), ended?.reason],
          ]}
        />
      </div>
      {quote && (
        <section className="stack" aria-labelledby="quote">
          <h2 id="quote">
            {say('fact_quote')} {quote.id}
          </h2>
          {quote.status === 'quoted' && (
            <p className="soft">
              {say('fact_valid')}: {formats.day(quote.validUntil)}
            </p>
          )}
          <p>
            {tell.units(quote.units)}, {formats.day(quote.firstDay)} – {formats.day(quote.lastDay)}
          </p>
          <PriceLines price={quote.price} per={null} tell={tell} />
        </section>
      )}
      <section className="stack" aria-labelledby="next">
        <h2 id="next">{say('next')}</h2>
        <p>{say(isCarriedOut ? 'next_edition' : `next_${order.status}`)}</p>
        <Answers order={order} tell={tell} />
      </section>
    </>
  );
}

type Asked = 'agree' | 'decline' | 'withdraw';
const titles = { agree: 'confirmAgree', decline: 'confirmDecline', withdraw: 'confirmWithdraw' } as const;

function Answers({ order, tell }: { order: Order; tell: Tell }) {
  const { say } = tell;
  const customer = useCustomer();
  const [asked, setAsked] = useState<Asked | null>(null);
  const all = addressOf(customer, 'ways-up', 'of', order.agreement, order.clause.id);
  const has = (command: Order['commands'][number]) => order.commands.includes(command);
  return (
    <div className="row noPrint">
      {has('send') && (
        <LinkButton
          weight="first"
          href={`${all}?units=${order.seen.units}&prepared=${encodeURIComponent(order.id)}`}
        >
          {say('send')}
        </LinkButton>
      )}
      {has('agree') && (
        <Button weight="first" icon="check" onClick={() => setAsked('agree')}>
          {say('agree')}
        </Button>
      )}
      {has('decline') && <Button onClick={() => setAsked('decline')}>{say('decline')}</Button>}
      {has('withdraw') && <Button onClick={() => setAsked('withdraw')}>{say('withdraw')}</Button>}
      <ToButton weight="quiet" address={all} icon="back">
        {say('backToAll')}
      </ToButton>
      {asked && <AnswerDialog order={order} asked={asked} tell={tell} onClose={() => setAsked(null)} />}
    </div>
  );
}

function AnswerDialog(props: { order: Order; asked: Asked; tell: Tell; onClose: () => void }) {
  const { order, asked, tell, onClose } = props;
  const { say, formats } = tell;
  const customer = useCustomer();
  const answer = useAnswer(customer, order.id);
  const [reason, setReason] = useState('');
  const { quote } = order;
  const submit = () =>
    answer.mutate(
      asked === 'agree' ? { kind: 'agree', digest: quote?.digest ?? '' } : { kind: asked, reason },
      { onSuccess: onClose },
    );
  return (
    <Dialog title={say(titles[asked])} closeLabel={say('cancel')} onClose={onClose}>
      <div className="stack">
        <p>
          {order.product.name}: {orderedWords(order, tell)}
          {asked === 'agree' &&
            quote &&
            `, ${formats.day(quote.firstDay)} – ${formats.day(quote.lastDay)}, ${tell.money(quote.price)}`}
        </p>
        {asked !== 'agree' && (
          <TextArea
            label={say('reasonFor')}
            rows={2}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        <TroubleNote thrown={answer.error} />
        <Actions>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button weight="first" busy={answer.isPending} onClick={submit}>
            {say(asked)}
          </Button>
        </Actions>
      </div>
    </Dialog>
  );
}
