import { Link } from '@tanstack/react-router';
import { showDate, showInstant, showNumber, showSpan, unitWord } from '../format.ts';
import { Facts } from '../parts/Facts.tsx';
import { numberCell, TableBox } from '../parts/TableBox.tsx';
import styles from '../quotes/quotes.module.css';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { Deeds } from './Deeds.tsx';
import { Outcomes } from './Outcomes.tsx';
import { type Line, type Review, useReview } from './reviewData.ts';
import { causeWords, dayBefore, ReviewStatus } from './reviewWords.tsx';

/** One review: the page as the customer sees it, the meeting, and what was agreed. */
export function ReviewPage({ id }: { id: string }) {
  const { data, error, refetch } = useReview(id);
  if (error && !data) return <FailureNotice thrown={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <p role="status" aria-busy="true">
        Reading the review…
      </p>
    );
  return <Shown review={data} />;
}

function Shown({ review }: { review: Review }) {
  const { customer, meeting, zone, page, dropped } = review;
  return (
    <div className={styles.page}>
      <PageTitle>{`Review ${review.id}`}</PageTitle>
      <p>
        <Link to="/reviews">All reviews</Link>
      </p>
      <header className={styles.head}>
        <h1>Review {review.id}</h1>
        <ReviewStatus review={review} />
      </header>
      <Facts
        entries={[
          [
            'Customer',
            <Link key="customer" to="/customers/$customer" params={{ customer: customer.id }}>
              {customer.name}
            </Link>,
          ],
          ['Looks at', `${showDate(review.from)} – ${showDate(dayBefore(review.until))}`],
          ['Why', causeWords[review.cause]],
          ['Meeting', meeting && showSpan(meeting.from, meeting.until, zone)],
          ['Where', review.place],
          [
            'For your calendar',
            meeting && <a href={`/v1/reviews/${encodeURIComponent(review.id)}/meeting.ics`}>review.ics</a>,
          ],
          [
            'As the customer sees it',
            <a
              key="portal"
              href={`/portal/${encodeURIComponent(customer.id)}/reviews/${encodeURIComponent(review.id)}`}
            >
              In their own room
            </a>,
          ],
          ['Dropped', dropped && `${showInstant(dropped.at, zone)}: ${dropped.reason ?? ''}`],
        ]}
      />
      <Deeds review={review} />
      <Outcomes review={review} />
      {page && (
        <section aria-labelledby="sizes">
          <h2 id="sizes">The size that fits</h2>
          <p className="dimmed">
            {review.frozen
              ? `As both sides saw it on ${showInstant(review.asOf, zone)}.`
              : 'As it stands now; it is kept as it is when the review is held. The customer sees the same.'}
          </p>
          {page.lines.length === 0 ? (
            <p className="dimmed">No agreement with counted limits runs at the moment.</p>
          ) : (
            <Lines lines={page.lines} />
          )}
        </section>
      )}
    </div>
  );
}

const words = { fewer: 'Fewer', keep: 'Keep', more: 'More', 'cannot-tell': 'Cannot tell' } as const;
const whys: Readonly<Record<Line['why'], string>> = {
  'no-use-data': 'nothing was counted',
  checking: 'our two counts differ',
  'too-short': 'use is not known for long enough',
  'was-above': 'use was above it',
  'will-be-above': 'use is likely to be above it before the renewal',
  unused: 'what was needed, and a headroom, stay below',
  fits: 'it fits',
  'no-saving': 'fewer would not cost less',
};

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <TableBox label="Clauses with the size that fits" cards>
      <thead>
        <tr>
          <th scope="col">Clause</th>
          <th scope="col" className={numberCell}>
            Allowed
          </th>
          <th scope="col" className={numberCell}>
            At most
          </th>
          <th scope="col" className={numberCell}>
            Typical
          </th>
          <th scope="col" className={numberCell}>
            Never used
          </th>
          <th scope="col">Suggestion</th>
          <th scope="col" className={numberCell}>
            A year
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.agreement.id} ${line.clause.id}`}>
            <th scope="row">
              {line.product.name}
              <br />
              <span className="dimmed small">{line.clause.plain}</span>
            </th>
            <td className={numberCell} data-label="Allowed">
              {showNumber(line.limit)}
            </td>
            <td className={numberCell} data-label="At most">
              {line.peak ? showNumber(line.peak.value) : '–'}
            </td>
            <td className={numberCell} data-label="Typical">
              {line.typical === null ? '–' : showNumber(line.typical)}
            </td>
            <td className={numberCell} data-label="Never used">
              {line.unused === null ? '–' : showNumber(line.unused)}
            </td>
            <td data-label="Suggestion">
              <strong>
                {words[line.suggestion]}
                {line.to !== line.limit && `: ${showNumber(line.to)} ${unitWord(line.to, line.unit)}`}
              </strong>{' '}
              <span className="dimmed">({whys[line.why]})</span>
            </td>
            <td className={numberCell} data-label="A year">
              {line.perYear ? priceOf(line.perYear) : '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}

function priceOf({ total, currency }: { readonly total: string; readonly currency: string }): string {
  return new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(total as `${number}`);
}
