import { useQuery } from '@tanstack/react-query';
import { LinkButton } from '#platform/ui/Button.tsx';
import { Card } from '#platform/ui/Card.tsx';
import { EmptyState } from '#platform/ui/states.tsx';
import { datesQuery, type PortalDate } from '../data/portal.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { PageFrame } from '../parts/Page.tsx';
import { PrintButton } from '../parts/PrintButton.tsx';
import { useCustomer } from '../parts/To.tsx';
import { useFormats, useWords } from '../words/Words.tsx';
import styles from './dates.module.css';
import { useDateText } from './useDateText.ts';
import { datesWords } from './words.ts';

/** All dates that lie ahead, and a file that puts them into the reader's own calendar. */
export function Page() {
  const say = useWords(datesWords);
  const customer = useCustomer();
  const query = useQuery(datesQuery(customer));
  const actions = (
    <>
      <LinkButton href={`/v1/portal/${encodeURIComponent(customer)}/dates.ics`} icon="calendar" download>
        {say('calendar')}
      </LinkButton>
      <PrintButton />
    </>
  );
  return (
    <PageFrame title={say('title')} lead={say('lead')} actions={actions}>
      <Loaded query={query}>
        {({ items, asOf }) =>
          items.length === 0 ? (
            <Card>
              <EmptyState icon="calendar" title={say('none')}>
                <p>{say('noneTodo')}</p>
              </EmptyState>
            </Card>
          ) : (
            <ol className={styles.dates}>
              {items.map((date) => (
                <DateEntry key={date.id} date={date} asOf={asOf} />
              ))}
            </ol>
          )
        }
      </Loaded>
    </PageFrame>
  );
}

function DateEntry({ date, asOf }: { date: PortalDate; asOf: string }) {
  const say = useWords(datesWords);
  const formats = useFormats();
  const { title, about, detail } = useDateText(asOf)(date);
  return (
    <li className={styles.entry}>
      <div className={styles.when}>
        <time dateTime={date.on} title={say('inZone', { zone: date.zone })}>
          {formats.day(date.on)}
        </time>
        <span className="small soft">{formats.away(date.on, formats.dateOf(asOf, date.zone))}</span>
      </div>
      <div>
        <h2>{title}</h2>
        <p className="soft">{about}</p>
        {detail && <p className="small soft">{detail}</p>}
      </div>
    </li>
  );
}
