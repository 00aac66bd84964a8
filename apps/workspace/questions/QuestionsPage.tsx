import { Button, NativeSelect, Switch } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { showDate } from '../format.ts';
import { dateCell, TableBox } from '../parts/TableBox.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { QuestionState } from './QuestionState.tsx';
import { type Show, type Summary, shows, useQuestions } from './questionData.ts';
import styles from './questions.module.css';
import { aboutText, claimText, showWords } from './questionWords.ts';

/** What customers and their partners ask, the answer that is due first at the top. */
export function QuestionsPage() {
  const [show, setShow] = useState<Show>('open');
  const [mine, setMine] = useState(false);
  const query = useQuestions({ show, mine });
  const pages = query.data?.pages ?? [];
  if (query.error && pages.length === 0)
    return <FailureNotice thrown={query.error} onRetry={() => void query.refetch()} />;
  const items = pages.flatMap((page) => page.items);
  return (
    <div className={styles.page}>
      <PageTitle>Questions</PageTitle>
      <header>
        <h1>Questions</h1>
        <p className="dimmed">
          What customers ask in their own room, and lines of a count that they say are wrong. Each was
          promised an answer for a day. <Link to="/questions/policy">By when we answer</Link>
        </p>
      </header>
      <div className={styles.listHead}>
        <h2>{pages[0] ? `${pages[0].total ?? ''} in the list` : 'The list'}</h2>
        <div className={styles.filters}>
          <Switch label="Mine" checked={mine} onChange={(event) => setMine(event.currentTarget.checked)} />
          <NativeSelect
            aria-label="Which questions"
            size="xs"
            value={show}
            data={shows.map((one) => ({ value: one, label: showWords[one] }))}
            onChange={(event) => setShow(event.currentTarget.value as Show)}
          />
        </div>
      </div>
      {query.isPending ? (
        <p role="status" aria-busy="true">
          Reading the questions…
        </p>
      ) : items.length === 0 ? (
        <p className="dimmed">
          {show === 'all' && !mine
            ? 'No customer has asked anything yet. They do so in their own room, at any line of it.'
            : 'No question stands there.'}
        </p>
      ) : (
        <List items={items} />
      )}
      {query.hasNextPage && (
        <Button
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </div>
  );
}

function List({ items }: { items: readonly Summary[] }) {
  return (
    <TableBox label="Questions" cards>
      <thead>
        <tr>
          <th scope="col">Question</th>
          <th scope="col">Customer</th>
          <th scope="col">About</th>
          <th scope="col">State</th>
          <th scope="col">Answers</th>
          <th scope="col">Promised for</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <Link to="/questions/$question" params={{ question: one.id }}>
                {one.id}
              </Link>
              {one.begins && <p className="small dimmed">{one.begins}</p>}
            </th>
            <td data-label="Customer">{one.customer.name}</td>
            <td data-label="About">
              {one.claim && <strong>{claimText(one.claim)}: </strong>}
              {aboutText(one.about)}
            </td>
            <td data-label="State">
              <QuestionState question={one} />
            </td>
            <td data-label="Answers">{one.answers.name}</td>
            <td data-label="Promised for" className={dateCell}>
              {one.open ? showDate(one.promisedOn) : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}
