import { Button, Skeleton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { countOf } from '../format.ts';
import { Icon } from '../parts/Icon.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import type { Ask } from './asked.ts';
import { usePeople } from './data.ts';
import { PeopleTable } from './PeopleTable.tsx';
import styles from './people.module.css';

/** Everybody the sources have named, by name, with a search. */
export function PeopleList({ customer, onAsk }: { customer: string; onAsk: Ask }) {
  const [search, setSearch] = useState('');
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch } = usePeople(customer, search.trim());
  const people = data?.pages.flatMap(({ items }) => items) ?? [];
  const total = data?.pages[0]?.total ?? people.length;
  return (
    <section className={styles.section} aria-labelledby="everybody" aria-busy={isFetching}>
      <h2 id="everybody">Everybody the sources have named</h2>
      <TextInput
        className={styles.search!}
        label="Search"
        placeholder="A part of the name"
        leftSection={<Icon name="search" />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {error && !data && <FailureNotice thrown={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton height={180} />}
      {data && (
        <p role="status" className="dimmed">
          {countOf(total, 'name', 'names')}
          {search.trim() !== '' && ` with “${search.trim()}”`}
          {people.length < total && `, the first ${people.length} of them`}
        </p>
      )}
      {data && people.length === 0 && (
        <p>
          {search.trim() === ''
            ? 'Nobody yet. Names come with usage: import a roster, a license server’s status, or events that name who did it.'
            : 'No name holds this. Try a shorter part of it.'}
        </p>
      )}
      {people.length > 0 && <PeopleTable people={people} onAsk={onAsk} />}
      {hasNextPage && (
        <div>
          <Button variant="default" size="xs" loading={isFetching} onClick={() => fetchNextPage()}>
            Show more names
          </Button>
        </div>
      )}
    </section>
  );
}
