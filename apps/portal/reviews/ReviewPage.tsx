import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Badge } from '#platform/ui/Badge.tsx';
import { Callout } from '#platform/ui/Callout.tsx';
import { Card } from '#platform/ui/Card.tsx';
import type { PortalDate } from '../data/portal.ts';
import { useDateText } from '../dates/useDateText.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { PageFrame } from '../parts/Page.tsx';
import { PrintButton } from '../parts/PrintButton.tsx';
import { addressOf, To, useCustomer } from '../parts/To.tsx';
import { useFormats, useWords } from '../words/Words.tsx';
import { Book } from './Book.tsx';
import { type PageData, type Review, reviewQuery } from './data.ts';
import { LineCard } from './LineCard.tsx';
import { dayBefore, Status } from './ReviewsPage.tsx';
import styles from './reviews.module.css';
import { reviewWords } from './words.ts';

/** One review: the meeting, what was used and what was not, the size that fits, dates, and what was agreed. */
export function Page() {
  const say = useWords(reviewWords);
  const customer = useCustomer();
  const { review = '' } = useParams({ strict: false }) as { review?: string };
  const query = useQuery(reviewQuery(customer, review));
  return (
    <PageFrame title={say('one')} actions={<PrintButton />}>
      <p>
        <To address={addressOf(customer, 'reviews')}>{say('all')}</To>
      </p>
      <Loaded query={query}>{(found) => <Shown review={found} />}</Loaded>
    </PageFrame>
  );
}

function Shown({ review }: { review: Review }) {
  const say = useWords(reviewWords);
  const formats = useFormats();
  const { page, frozen, asOf, held, dropped } = review;
  return (
    <div className="stackWide">
      <div className={styles.head}>
        <p className="soft">
          {say('period', { from: formats.day(review.from), until: formats.day(dayBefore(review.until)) })}
        </p>
        <Status review={review} />
      </div>
      {dropped && (
        <Callout title={say('status_dropped')}>{dropped.reason && <p>{dropped.reason}</p>}</Callout>
      )}
      {!held && !dropped && <Book review={review} />}
      {held && <Outcomes review={review} />}
      {page && (
        <>
          <p className="small soft">{say(frozen ? 'frozen' : 'live', { at: formats.moment(asOf) })}</p>
          <Numbers page={page} />
          <section className="stack" aria-labelledby="sizes">
            <h2 id="sizes">{say('sizes')}</h2>
            {page.lines.length === 0 && <p className="soft">{say('noLines')}</p>}
            {page.lines.map((line) => (
              <LineCard key={`${line.agreement.id} ${line.clause.id}`} line={line} />
            ))}
          </section>
          <Insights page={page} />
          <Dates dates={page.dates} asOf={asOf} />
        </>
      )}
    </div>
  );
}

function Numbers({ page }: { page: PageData }) {
  const say = useWords(reviewWords);
  const formats = useFormats();
  const { gains, questions, alerts, inAll } = page;
  const saves = inAll.filter(({ total }) => total.startsWith('-'));
  return (
    <dl className={styles.numbers}>
      <div>
        <dt>{say('withinLabel')}</dt>
        <dd>{say('withinValue', { within: gains.within, of: gains.of })}</dd>
      </div>
      <div>
        <dt>{say('questionsLabel')}</dt>
        <dd>{formats.number(questions.asked)}</dd>
      </div>
      <div>
        <dt>{say('alertsLabel')}</dt>
        <dd>{formats.number(alerts)}</dd>
      </div>
      {saves.map(({ currency, total }) => (
        <div key={currency}>
          <dt>{say('savesLabel')}</dt>
          <dd>{formats.money(total.slice(1), currency)}</dd>
        </div>
      ))}
      {gains.ordersAtOnce && (
        <div>
          <dt>{say('gainLabel')}</dt>
          <dd className={styles.words}>{say('gainAtOnce')}</dd>
        </div>
      )}
    </dl>
  );
}

function Outcomes({ review }: { review: Review }) {
  const say = useWords(reviewWords);
  const formats = useFormats();
  return (
    <section className="stack" aria-labelledby="outcomes">
      <h2 id="outcomes">{say('outcomes')}</h2>
      <p className={styles.text}>{review.held?.summary ?? say('erased')}</p>
      {review.agreed.length === 0 && <p className="soft">{say('noOutcomes')}</p>}
      <ul className={styles.list}>
        {review.agreed.map((outcome) => (
          <Card as="li" key={outcome.id}>
            <div className={styles.entry}>
              <div className={styles.head}>
                <h3>{outcome.what ?? say('erased')}</h3>
                <Badge tone={outcome.ended ? (outcome.ended.how === 'done' ? 'good' : 'plain') : 'near'}>
                  {say(outcome.ended ? (outcome.ended.how === 'done' ? 'done' : 'givenUp') : 'open')}
                </Badge>
              </div>
              <p className="soft">
                {say(outcome.side === 'vendor' ? 'byUs' : 'byYou')}
                {outcome.dueOn && `, ${say('dueOn', { day: formats.day(outcome.dueOn) })}`}
              </p>
              {outcome.ended?.why && <p>{outcome.ended.why}</p>}
            </div>
          </Card>
        ))}
      </ul>
    </section>
  );
}

function Insights({ page: { insights } }: { page: PageData }) {
  const say = useWords(reviewWords);
  const formats = useFormats();
  return (
    <section className="stack" aria-labelledby="similar">
      <h2 id="similar">{say('similar')}</h2>
      {insights.length === 0 ? (
        <p className="soft">{say('similarNone')}</p>
      ) : (
        <ul className="stack">
          {insights.map(({ product, own, ...one }) => (
            <li key={product.id}>
              {say('similarWords', {
                product: product.name,
                many: formats.number(one.atLeast),
                low: formats.percent(one.lowerQuarter),
                high: formats.percent(one.upperQuarter),
                own: formats.percent(own),
                quarter: one.quarter,
              })}
            </li>
          ))}
        </ul>
      )}
      <p className="small soft">{say('similarHow')}</p>
    </section>
  );
}

function Dates({ dates, asOf }: { dates: readonly PortalDate[]; asOf: string }) {
  const say = useWords(reviewWords);
  const formats = useFormats();
  const textOf = useDateText(asOf);
  return (
    <section className="stack" aria-labelledby="dates">
      <h2 id="dates">{say('dates')}</h2>
      {dates.length === 0 && <p className="soft">{say('noDates')}</p>}
      <ul className={styles.dates}>
        {dates.map((date) => (
          <li key={date.id}>
            <strong>{formats.day(date.on)}</strong>: {textOf(date).title}{' '}
            <span className="soft">({textOf(date).about})</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
