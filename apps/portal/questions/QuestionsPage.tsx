import { useState } from 'react';
import { Button } from '#platform/ui/Button.tsx';
import { Card } from '#platform/ui/Card.tsx';
import { Select } from '#platform/ui/fields.tsx';
import { EmptyState, Loading } from '#platform/ui/states.tsx';
import { TroubleNote } from '../parts/Loaded.tsx';
import { PageFrame } from '../parts/Page.tsx';
import { addressOf, To, ToButton, useCustomer } from '../parts/To.tsx';
import { shellWords } from '../shell/words.ts';
import { useFormats, useWords } from '../words/Words.tsx';
import { type Show, type Summary, useMayAsk, useQuestions } from './data.ts';
import styles from './questions.module.css';
import { AnswerDay, State } from './State.tsx';
import { useAboutText } from './useAboutText.ts';
import { questionWords } from './words.ts';

/** All questions of the customer, and the way to a new one. */
export function Page() {
  const say = useWords(questionWords);
  const shell = useWords(shellWords);
  const customer = useCustomer();
  const mayAsk = useMayAsk();
  const [show, setShow] = useState<Show>('all');
  const query = useQuestions(customer, show);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const shows: readonly (readonly [Show, string])[] = [
    ['all', say('showAll')],
    ['open', say('showOpen')],
    ['answered', say('showAnswered')],
    ['closed', say('showClosed')],
  ];
  const askButton = mayAsk && (
    <ToButton address={addressOf(customer, 'questions', 'new')} weight="first" icon="plus">
      {say('ask')}
    </ToButton>
  );
  return (
    <PageFrame title={say('title')} lead={say('lead')} actions={items.length > 0 && askButton}>
      {query.error && items.length === 0 ? (
        <TroubleNote thrown={query.error} onRetry={() => void query.refetch()} />
      ) : query.isPending ? (
        <Loading label={shell('loading')} />
      ) : items.length === 0 && show === 'all' ? (
        <Card>
          <EmptyState icon="help" title={say('none')}>
            <p>{say('noneTodo')}</p>
            {askButton}
          </EmptyState>
        </Card>
      ) : (
        <>
          <div className={styles.filter}>
            <Select
              label={say('show')}
              value={show}
              options={shows.map(([value, label]) => ({ value, label }))}
              onChange={(event) => setShow(event.target.value as Show)}
            />
          </div>
          {items.length === 0 && <p className="soft">{say('noneThere')}</p>}
          <ul className={styles.list}>
            {items.map((question) => (
              <QuestionCard key={question.id} question={question} />
            ))}
          </ul>
          {query.hasNextPage && (
            <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {say('more')}
            </Button>
          )}
        </>
      )}
    </PageFrame>
  );
}

function QuestionCard({ question }: { question: Summary }) {
  const say = useWords(questionWords);
  const formats = useFormats();
  const customer = useCustomer();
  const about = useAboutText()(question.about);
  return (
    <Card as="li">
      <div className={styles.entry}>
        <div className={styles.head}>
          <h2>
            <To address={addressOf(customer, 'questions', question.id)}>
              {question.claim ? say('contest') : about}
            </To>
          </h2>
          <State question={question} />
        </div>
        {question.claim && <p className="soft">{about}</p>}
        {question.begins && <p className={styles.begins}>{question.begins}</p>}
        <p className="small soft">
          {formats.dayOf(question.askedAt)} · {question.askedBy.name} · <AnswerDay question={question} />
        </p>
      </div>
    </Card>
  );
}
