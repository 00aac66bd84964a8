import { Button, NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { showDate, unitWord } from '../format.ts';
import { dateCell, numberCell, TableBox } from '../parts/TableBox.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { HandOff } from './HandOff.tsx';
import { QuoteStatus, statusWord } from './QuoteStatus.tsx';
import { type QuoteSummary, type Status, statuses, useQuotes } from './quoteData.ts';
import styles from './quotes.module.css';

/** All quotes: what is offered, agreed, with billing and settled. */
export function QuotesPage() {
  const [status, setStatus] = useState<Status | 'all'>('all');
  const quotes = useQuotes(status);
  const pages = quotes.data?.pages ?? [];
  if (quotes.error && pages.length === 0)
    return <FailureNotice thrown={quotes.error} onRetry={() => void quotes.refetch()} />;
  const items = pages.flatMap((page) => page.items);
  return (
    <div className={styles.page}>
      <PageTitle>Quotes</PageTitle>
      <header>
        <h1>Quotes</h1>
        <p className="dimmed">
          What is offered to a customer, agreed, invoiced and settled. The units count from the day both sides
          said yes, and what is invoiced is what was agreed.
        </p>
      </header>
      <HandOff />
      <div className={styles.listHead}>
        <h2>{pages[0] ? `${pages[0].total ?? ''} in the list` : 'The list'}</h2>
        <NativeSelect
          aria-label="Which quotes"
          size="xs"
          value={status}
          data={[
            { value: 'all', label: 'All' },
            ...statuses.map((one) => ({ value: one, label: statusWord(one) })),
          ]}
          onChange={(event) => setStatus(event.currentTarget.value as Status | 'all')}
        />
      </div>
      {quotes.isPending ? (
        <p role="status" aria-busy="true">
          Reading the quotes…
        </p>
      ) : items.length === 0 ? (
        <Empty all={status === 'all'} />
      ) : (
        <List items={items} />
      )}
      {quotes.hasNextPage && (
        <Button
          variant="default"
          loading={quotes.isFetchingNextPage}
          onClick={() => void quotes.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </div>
  );
}

function Empty({ all }: { all: boolean }) {
  if (!all) return <p className="dimmed">No quote stands there.</p>;
  return (
    <p className="dimmed">
      There is no quote yet. Confirm a finding on the page of its customer, then choose “Make a quote”. More
      units before a limit is reached are quoted <Link to="/api">over the API</Link>.
    </p>
  );
}

function List({ items }: { items: readonly QuoteSummary[] }) {
  return (
    <TableBox label="Quotes" cards>
      <thead>
        <tr>
          <th scope="col">Quote</th>
          <th scope="col">Customer</th>
          <th scope="col">What</th>
          <th scope="col">Paid for</th>
          <th scope="col" className={numberCell}>
            Total
          </th>
          <th scope="col">State</th>
          <th scope="col">Valid until</th>
        </tr>
      </thead>
      <tbody>
        {items.map((quote) => (
          <tr key={quote.id}>
            <th scope="row">
              <Link to="/quotes/$quote" params={{ quote: quote.id }}>
                {quote.id}
              </Link>
            </th>
            <td data-label="Customer">{quote.customer.name}</td>
            <td data-label="What">
              {quote.units} {unitWord(quote.units, quote.unit)} of {quote.product.name}
            </td>
            <td className={dateCell} data-label="Paid for">
              {showDate(quote.firstDay)} – {showDate(quote.lastDay)}
            </td>
            <td className={numberCell} data-label="Total">
              {quote.amount}
            </td>
            <td data-label="State">
              <QuoteStatus status={quote.status} />
            </td>
            <td className={dateCell} data-label={quote.status === 'quoted' ? 'Valid until' : undefined}>
              {quote.status === 'quoted' ? showDate(quote.validUntil) : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}
