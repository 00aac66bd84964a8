import { Button, NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { showDate, showInstant } from '../format.ts';
import { dateCell, TableBox } from '../parts/TableBox.tsx';
import styles from '../quotes/quotes.module.css';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { PolicyForm } from './PolicyForm.tsx';
import { type Show, type Summary, shows, useReviews } from './reviewData.ts';
import { causeWords, dayBefore, ReviewStatus, statusWords } from './reviewWords.tsx';

/** Reviews with customers: which are due, which are booked, and what was held. */
export function ReviewsPage() {
  const [show, setShow] = useState<Show>('open');
  const reviews = useReviews(show);
  const pages = reviews.data?.pages ?? [];
  if (reviews.error && pages.length === 0)
    return <FailureNotice thrown={reviews.error} onRetry={() => void reviews.refetch()} />;
  const items = pages.flatMap((page) => page.items);
  return (
    <div className={styles.page}>
      <PageTitle>Reviews</PageTitle>
      <header>
        <h1>Reviews</h1>
        <p className="dimmed">
          What a customer uses and does not, and the size that fits, looked at together: a page both sides
          see, a meeting both sides book, and what was agreed.
        </p>
      </header>
      <div className={styles.listHead}>
        <h2>{pages[0] ? `${pages[0].total ?? ''} in the list` : 'The list'}</h2>
        <NativeSelect
          aria-label="Which reviews"
          size="xs"
          value={show}
          data={shows.map((one) => ({
            value: one,
            label: one === 'all' ? 'All' : one === 'open' ? 'Not held yet' : statusWords[one],
          }))}
          onChange={(event) => setShow(event.currentTarget.value as Show)}
        />
      </div>
      {reviews.isPending ? (
        <p role="status" aria-busy="true">
          Reading the reviews…
        </p>
      ) : items.length === 0 ? (
        <p className="dimmed">
          {show === 'open'
            ? 'No review waits. They open by themselves as set below, or when a customer asks for one.'
            : 'No review stands there.'}
        </p>
      ) : (
        <List items={items} />
      )}
      {reviews.hasNextPage && (
        <Button
          variant="default"
          loading={reviews.isFetchingNextPage}
          onClick={() => void reviews.fetchNextPage()}
        >
          Show more
        </Button>
      )}
      <PolicyForm />
    </div>
  );
}

function List({ items }: { items: readonly Summary[] }) {
  return (
    <TableBox label="Reviews" cards>
      <thead>
        <tr>
          <th scope="col">Review</th>
          <th scope="col">Customer</th>
          <th scope="col">Looks at</th>
          <th scope="col">Why</th>
          <th scope="col">State</th>
          <th scope="col">Meeting</th>
          <th scope="col">Outcomes</th>
        </tr>
      </thead>
      <tbody>
        {items.map((review) => (
          <tr key={review.id}>
            <th scope="row">
              <Link to="/reviews/$review" params={{ review: review.id }}>
                {review.id}
              </Link>
            </th>
            <td data-label="Customer">{review.customer.name}</td>
            <td className={dateCell} data-label="Looks at">
              {showDate(review.from)} – {showDate(dayBefore(review.until))}
            </td>
            <td data-label="Why">{causeWords[review.cause]}</td>
            <td data-label="State">
              <ReviewStatus review={review} />
            </td>
            <td className={dateCell} data-label="Meeting">
              {review.meeting ? showInstant(review.meeting.from, 'UTC') : '–'}
            </td>
            <td data-label="Outcomes">
              {review.outcomes === 0 ? '–' : `${review.open} of ${review.outcomes} open`}
            </td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}
