import { Link } from '@tanstack/react-router';
import { Arithmetic } from '../findings/Arithmetic.tsx';
import { findingAnchor } from '../findings/anchor.ts';
import { showDate, showInstant, unitWord } from '../format.ts';
import { Facts } from '../parts/Facts.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { BillingAccount } from './BillingAccount.tsx';
import { QuoteCommands } from './QuoteCommands.tsx';
import { QuoteStatus } from './QuoteStatus.tsx';
import { type Quote, useQuote } from './quoteData.ts';
import styles from './quotes.module.css';

/** One quote: what is offered, its arithmetic, what became of it, and what can be done. */
export function QuotePage({ id }: { id: string }) {
  const { data, error, refetch } = useQuote(id);
  if (error && !data) return <FailureNotice thrown={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <p role="status" aria-busy="true">
        Reading the quote…
      </p>
    );
  return <Shown quote={data} />;
}

function Shown({ quote }: { quote: Quote }) {
  const { customer, release } = quote;
  const units = (count: string) => `${count} ${unitWord(count, quote.unit)}`;
  return (
    <div className={styles.page}>
      <PageTitle>{`Quote ${quote.id}`}</PageTitle>
      <p>
        <Link to="/quotes">All quotes</Link>
      </p>
      <header className={styles.head}>
        <h1>Quote {quote.id}</h1>
        <QuoteStatus status={quote.status} />
      </header>
      <p className={styles.lead}>
        {units(quote.units)} of {quote.product.name} more for{' '}
        <Link to="/customers/$customer" params={{ customer: customer.id }}>
          {customer.name}
        </Link>
        , from {showDate(quote.firstDay)} to {showDate(quote.lastDay)}: <strong>{quote.amount}</strong>.
      </p>
      <Facts
        entries={[
          ['Agreement', quote.agreement],
          ['Clause', quote.clause],
          ['Offered', showInstant(quote.quotedAt, quote.zone)],
          ['Valid until', showDate(quote.validUntil)],
          [
            'For the finding',
            quote.finding && (
              <Link
                to="/customers/$customer"
                params={{ customer: customer.id }}
                hash={findingAnchor(quote.finding)}
              >
                {quote.finding}
              </Link>
            ),
          ],
        ]}
      />
      <QuoteCommands quote={quote} />
      <section aria-labelledby="arithmetic">
        <h2 id="arithmetic">The arithmetic</h2>
        <Arithmetic priced={quote.priced} />
        {quote.explained.map((words) => (
          <p key={words} className="dimmed">
            {words}
          </p>
        ))}
      </section>
      {release && (
        <section aria-labelledby="release">
          <h2 id="release">Released with it</h2>
          <p>
            {units(release.units)} more from {showDate(release.firstDay)} to {showDate(release.lastDay)}: past
            use before what is paid for. Nothing is charged for it, and once the quote is settled it was
            within the agreement.
          </p>
        </section>
      )}
      <Story quote={quote} />
      <BillingAccount customer={customer.id} />
    </div>
  );
}

function Story({ quote }: { quote: Quote }) {
  const { agreed, billing, payment, withdrawn, zone } = quote;
  const entries = [
    [showInstant(quote.quotedAt, zone), 'Offered.'],
    agreed && [showDate(agreed.on), `Agreed by ${agreed.by ?? 'somebody whose name was erased'}.`],
    billing && [
      showInstant(billing.at, zone),
      billing.port === 'stripe'
        ? `Given to Stripe as the draft ${billing.reference}.`
        : `Given to billing by ${billing.reference}.`,
    ],
    payment && [showDate(payment.on), `Settled by invoice ${payment.invoice} over what was agreed.`],
    withdrawn && [
      showInstant(withdrawn.at, zone),
      `Withdrawn: ${withdrawn.reason ?? 'the reason was erased'}`,
    ],
  ].filter((entry) => entry !== null);
  return (
    <section aria-labelledby="story">
      <h2 id="story">What happened when</h2>
      <ol className={styles.story}>
        {entries.map(([when, words]) => (
          <li key={words}>
            <span className="dimmed">{when}</span> <span>{words}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
