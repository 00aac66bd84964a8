import { useNavigate } from '@tanstack/react-router';
import { Badge } from '#platform/ui/Badge.tsx';
import { Button } from '#platform/ui/Button.tsx';
import { Card } from '#platform/ui/Card.tsx';
import { EmptyState } from '#platform/ui/states.tsx';
import { useViewer } from '../data/session.ts';
import { Loaded, TroubleNote } from '../parts/Loaded.tsx';
import { PageFrame } from '../parts/Page.tsx';
import { addressOf, To, useCustomer } from '../parts/To.tsx';
import { useFormats, useWords } from '../words/Words.tsx';
import { type Summary, useReviewDeed, useReviews } from './data.ts';
import styles from './reviews.module.css';
import { reviewWords } from './words.ts';

/** The reviews of a customer: what is to be booked, what lies ahead, what was agreed. */
export function Page() {
  const say = useWords(reviewWords);
  const customer = useCustomer();
  const navigate = useNavigate();
  const viewer = useViewer();
  const query = useReviews(customer);
  const asked = useReviewDeed(customer, ({ id }) => {
    void navigate({ to: addressOf(customer, 'reviews', id) as never });
  });
  return (
    <PageFrame title={say('title')} lead={say('lead')}>
      <Loaded query={query as never}>
        {({ pages }: { pages: NonNullable<typeof query.data>['pages'] }) => {
          const items = pages.flatMap((page) => page.items);
          const hasOpen = items.some(({ status }) => ['due', 'offered', 'booked'].includes(status));
          const mayAsk = viewer !== undefined && viewer.as !== 'staff' && !hasOpen;
          return (
            <div className="stackWide">
              {items.length === 0 ? (
                <EmptyState icon="star" title={say('none')}>
                  <p>{say('noneTodo')}</p>
                </EmptyState>
              ) : (
                <ul className={styles.list}>
                  {items.map((review) => (
                    <Entry key={review.id} review={review} />
                  ))}
                </ul>
              )}
              {query.hasNextPage && (
                <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {say('more')}
                </Button>
              )}
              <TroubleNote thrown={asked.error} />
              {mayAsk && (
                <div>
                  <Button
                    icon="calendar"
                    busy={asked.isPending}
                    onClick={() => asked.mutate({ kind: 'open' })}
                  >
                    {say('ask')}
                  </Button>
                </div>
              )}
            </div>
          );
        }}
      </Loaded>
    </PageFrame>
  );
}

function Entry({ review }: { review: Summary }) {
  const say = useWords(reviewWords);
  const formats = useFormats();
  const customer = useCustomer();
  return (
    <Card as="li">
      <div className={styles.entry}>
        <div className={styles.head}>
          <h2>
            <To address={addressOf(customer, 'reviews', review.id)}>
              {say('period', { from: formats.day(review.from), until: formats.day(dayBefore(review.until)) })}
            </To>
          </h2>
          <Status review={review} />
        </div>
        {review.meeting && <p>{formats.moment(review.meeting.from)}</p>}
        {review.outcomes > 0 && (
          <p className="soft">{say('outcomesOpen', { all: review.outcomes, open: review.open })}</p>
        )}
      </div>
    </Card>
  );
}

/** Where a review stands, from the customer's side. */
export function Status({ review }: { review: Pick<Summary, 'status' | 'offeredBy'> }) {
  const say = useWords(reviewWords);
  const { status, offeredBy } = review;
  if (status === 'offered')
    return (
      <Badge tone="near">{say(offeredBy === 'vendor' ? 'status_offered' : 'status_offeredByYou')}</Badge>
    );
  return (
    <Badge tone={status === 'booked' ? 'calm' : status === 'held' ? 'good' : 'plain'}>
      {say(`status_${status}`)}
    </Badge>
  );
}

/** The last day of a period whose `until` is the day after it. */
export function dayBefore(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}
