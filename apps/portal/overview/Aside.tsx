import { useQuery } from '@tanstack/react-query';
import { nextDates } from '#business/portal/nextDates.ts';
import { Card } from '#platform/ui/Card.tsx';
import { Icon } from '#platform/ui/Icon.tsx';
import { changesQuery, type Overview } from '../data/portal.ts';
import { useDateText } from '../dates/useDateText.ts';
import { addressOf, To, useCustomer } from '../parts/To.tsx';
import { useFormats, useWords } from '../words/Words.tsx';
import styles from './overview.module.css';
import { overviewWords } from './words.ts';

const shownDates = 3;

/** What stands beside the numbers: news, the next dates, whom to write to, and where the numbers come from. */
export function Aside({ overview }: { overview: Overview }) {
  const say = useWords(overviewWords);
  return (
    <div className={styles.aside}>
      <News />
      <NextDates overview={overview} />
      <Card>
        <h2>{say('contact')}</h2>
        <div>
          <p className={styles.strong}>{overview.contact.name}</p>
          <p className="small soft">{overview.contact.role}</p>
        </div>
        {overview.contact.email && (
          <a className={styles.mail} href={`mailto:${overview.contact.email}`}>
            <Icon name="mail" />
            <span>{say('write', { name: overview.contact.name })}</span>
          </a>
        )}
      </Card>
      <Sources overview={overview} />
    </div>
  );
}

function News() {
  const say = useWords(overviewWords);
  const customer = useCustomer();
  const { data } = useQuery(changesQuery(customer));
  if (!data || data.since === null || data.items.length === 0) return null;
  return (
    <To address={addressOf(customer, 'changes')} className={`${styles.news} noPrint`}>
      <Icon name="history" />
      <span>{say('changed')}</span>
      <Icon name="chevron" size={14} />
    </To>
  );
}

function NextDates({ overview }: { overview: Overview }) {
  const say = useWords(overviewWords);
  const formats = useFormats();
  const customer = useCustomer();
  const dateText = useDateText(overview.asOf);
  if (overview.dates.length === 0) return null;
  const running = overview.agreements.flatMap(({ id, state }) => (state === 'running' ? [id] : []));
  return (
    <Card>
      <h2>{say('nextDates')}</h2>
      <ol className={styles.dates}>
        {nextDates(overview.dates, running, shownDates).map((date) => (
          <li key={date.id}>
            <span className={styles.strong}>{formats.day(date.on, true)}</span>
            <span className="small soft">
              {formats.away(date.on, formats.dateOf(overview.asOf, date.zone))}
            </span>
            <span className={styles.what}>{dateText(date).title}</span>
          </li>
        ))}
      </ol>
      <To address={addressOf(customer, 'dates')} className="noPrint">
        {say('allDates')}
      </To>
    </Card>
  );
}

function Sources({ overview }: { overview: Overview }) {
  const say = useWords(overviewWords);
  const formats = useFormats();
  if (overview.sources.length === 0) return null;
  return (
    <Card>
      <h2>{say('sources')}</h2>
      <ul className={styles.sources}>
        {overview.sources.map((source) => (
          <li key={source.name}>
            <p className={styles.strong}>{source.name}</p>
            <p className="small soft">
              {source.silent ? `${say('quiet')} · ` : ''}
              {source.last && `${say('last')}: ${formats.moment(source.last)}`}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
