import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { Button } from '#platform/ui/Button.tsx';
import { TextField } from '#platform/ui/fields.tsx';
import { Icon } from '#platform/ui/Icon.tsx';
import { EmptyState, Loading } from '#platform/ui/states.tsx';
import { entriesQuery } from '../data/portal.ts';
import { TroubleNote } from '../parts/Loaded.tsx';
import { PageFrame } from '../parts/Page.tsx';
import { addressOf, To } from '../parts/To.tsx';
import { Mark } from '../shell/Mark.tsx';
import { Settings } from '../shell/Settings.tsx';
import shell from '../shell/shell.module.css';
import { shellWords } from '../shell/words.ts';
import { useWords } from '../words/Words.tsx';
import styles from './entries.module.css';
import { entriesWords } from './words.ts';

/** How many customers it takes for a search to help. */
const many = 8;

/** The customers that the reader may open; who has one only goes straight there. */
export function Page() {
  const say = useWords(entriesWords);
  const common = useWords(shellWords);
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim());
  const query = useInfiniteQuery({ ...entriesQuery(wanted), placeholderData: keepPreviousData });
  const first = query.data?.pages[0];
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const [only] = items;
  if (first?.as === 'customer' && only && items.length === 1 && wanted === '')
    return <Navigate to={addressOf(only.id) as never} replace />;
  const lead =
    first && say(first.as === 'staff' ? 'leadStaff' : first.as === 'partner' ? 'leadPartner' : 'lead');
  return (
    <main id="main" tabIndex={-1} className={shell.alone}>
      <PageFrame title={say('title')} lead={lead} before={<Mark />}>
        {((first?.total ?? 0) > many || search !== '') && (
          <TextField
            label={say('search')}
            type="search"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        )}
        {query.error && <TroubleNote thrown={query.error} onRetry={() => void query.refetch()} />}
        {query.isPending && <Loading label={common('loading')} rows={2} />}
        {first && items.length === 0 && (
          <EmptyState icon="people" title={wanted ? say('none') : say('empty')}>
            <p>{wanted ? say('noneTodo') : say('emptyTodo')}</p>
          </EmptyState>
        )}
        {items.length > 0 && (
          <ul className={styles.entries}>
            {items.map(({ id, name }) => (
              <li key={id}>
                <To address={addressOf(id)} className={styles.entry}>
                  <span>{name}</span>
                  <Icon name="chevron" />
                </To>
              </li>
            ))}
          </ul>
        )}
        {query.hasNextPage && (
          <div>
            <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {say('more')}
            </Button>
          </div>
        )}
        {first?.as === 'staff' && <a href="/">{say('workspace')}</a>}
        <Settings />
      </PageFrame>
    </main>
  );
}
