import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Button } from '#platform/ui/Button.tsx';
import { Card } from '#platform/ui/Card.tsx';
import { EmptyState } from '#platform/ui/states.tsx';
import { type Changes, changesQuery, markSeen } from '../data/portal.ts';
import { useViewer } from '../data/session.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { PageFrame } from '../parts/Page.tsx';
import { PrintButton } from '../parts/PrintButton.tsx';
import { addressOf, To, useCustomer } from '../parts/To.tsx';
import { useFormats, useWords } from '../words/Words.tsx';
import styles from './changes.module.css';
import { changeTextOf } from './changeText.ts';
import { changesWords } from './words.ts';

/** Before everything that was ever recorded. */
const beginning = '1970-01-01T00:00:00Z';

/** What has changed since the reader last looked; from then on it counts as seen. */
export function Page() {
  const say = useWords(changesWords);
  const formats = useFormats();
  const customer = useCustomer();
  const viewer = useViewer();
  const cache = useQueryClient();
  const [isAll, setAll] = useState(false);
  const latest = useQuery({ ...changesQuery(customer), staleTime: Number.POSITIVE_INFINITY });
  // Whoever was never here has nothing to compare with: they read all there is.
  const showsAll = isAll || latest.data?.since === null;
  const earlier = useQuery({ ...changesQuery(customer, beginning), enabled: showsAll });
  const until = latest.data?.asOf;

  // Seen once it was shown; what a preview shows nobody has seen. It stays on this page until the next visit.
  useEffect(() => {
    if (until === undefined || viewer === undefined || viewer.as === 'staff') return undefined;
    void markSeen(customer, until).catch(() => undefined);
    return () => void cache.invalidateQueries({ queryKey: ['portal', customer, 'changes'] });
  }, [until, viewer, customer, cache]);

  const since = showsAll ? null : (latest.data?.since ?? null);
  return (
    <PageFrame
      title={say('title')}
      lead={since === null ? say('always') : say('sinceLast', { day: formats.dayOf(since) })}
      actions={<PrintButton />}
    >
      <Loaded query={showsAll ? earlier : latest}>{(changes) => <ChangeEntries changes={changes} />}</Loaded>
      {!showsAll && latest.data && (
        <div>
          <Button icon="history" onClick={() => setAll(true)}>
            {say('all')}
          </Button>
        </div>
      )}
    </PageFrame>
  );
}

function ChangeEntries({ changes }: { changes: Changes }) {
  const say = useWords(changesWords);
  const formats = useFormats();
  const customer = useCustomer();
  if (changes.items.length === 0)
    return (
      <Card>
        <EmptyState icon="check" title={say('none')}>
          <p>{say('noneTodo')}</p>
        </EmptyState>
      </Card>
    );
  return (
    <ol className={styles.changes}>
      {changes.items.map((change) => {
        const { title, about, before, after } = changeTextOf(say, formats, change);
        return (
          <li key={change.id} className={styles.change}>
            <p className="small soft">{formats.dayOf(change.at)}</p>
            <h2>{title}</h2>
            {about && about !== after && <p>{about}</p>}
            {(before !== null || after !== null) && (
              <dl className={styles.pair}>
                <div>
                  <dt>{say('before')}</dt>
                  <dd>{before ?? say('nothing')}</dd>
                </div>
                <div>
                  <dt>{say('now')}</dt>
                  <dd>{after ?? say('nothing')}</dd>
                </div>
              </dl>
            )}
            {change.agreement && change.clause && (
              <To address={addressOf(customer, 'lines', change.agreement, change.clause)} className="noPrint">
                {say('seeLine')}
              </To>
            )}
          </li>
        );
      })}
    </ol>
  );
}
