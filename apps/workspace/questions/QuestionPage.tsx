import { Link } from '@tanstack/react-router';
import { showDate, showInstant } from '../format.ts';
import { Facts } from '../parts/Facts.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { Deeds } from './Deeds.tsx';
import { QuestionState } from './QuestionState.tsx';
import { type Entry, type Thread, useThread } from './questionData.ts';
import styles from './questions.module.css';
import { aboutText, claimText, entryText, outcomeWords, remedyText } from './questionWords.ts';

/** One question: what it is about, what was said, and what can be done. */
export function QuestionPage({ id }: { id: string }) {
  const { data, error, refetch } = useThread(id);
  if (error && !data) return <FailureNotice thrown={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <p role="status" aria-busy="true">
        Reading the question…
      </p>
    );
  return <Shown thread={data} />;
}

function Shown({ thread }: { thread: Thread }) {
  const { id, customer, about, claim, counted, recount, answers } = thread;
  const numbers = (one: { value: string; limit: string } | null | undefined) =>
    one ? `${one.value} of ${one.limit}` : null;
  return (
    <div className={styles.page}>
      <PageTitle>{`Question ${id}`}</PageTitle>
      <p>
        <Link to="/questions">All questions</Link>
      </p>
      <header className={styles.head}>
        <h1>Question {id}</h1>
        <QuestionState question={thread} />
      </header>
      <Facts
        entries={[
          [
            'Customer',
            <Link key="customer" to="/customers/$customer" params={{ customer: customer.id }}>
              {customer.name}
            </Link>,
          ],
          ['About', aboutText(about)],
          ['Said to be wrong', claim && claimText(claim)],
          ['Counted then', numbers(counted)],
          ['Counted since', recount && (numbers(recount.now) ?? 'not counted any more')],
          ['Answers', `${answers.name}, ${answers.role}`],
          ['Promised for', showDate(thread.promisedOn)],
          [
            'Holds notices back',
            thread.holdsUntil && `at most until ${showInstant(thread.holdsUntil, 'UTC')}`,
          ],
        ]}
      />
      <Deeds thread={thread} />
      <section aria-labelledby="thread">
        <h2 id="thread">What was said</h2>
        <ol className={styles.thread}>
          {thread.entries.map((entry) => (
            <EntryItem key={`${entry.at} ${entry.kind}`} entry={entry} />
          ))}
        </ol>
      </section>
    </div>
  );
}

function EntryItem({ entry }: { entry: Entry }) {
  const { kind, at, side, internal, text, outcome, remedies, recount } = entry;
  const isWritten = kind === 'answered' || kind === 'followedUp' || kind === 'promised' || kind === 'noted';
  return (
    <li className={styles.said} data-side={side} data-internal={internal}>
      <p className={styles.who}>
        <strong>{entryText(entry)}</strong> <time dateTime={at}>{showInstant(at, 'UTC')}</time>
      </p>
      {outcome && <p>{outcomeWords[outcome]}.</p>}
      {text !== null ? (
        <p className={styles.text}>{text}</p>
      ) : (
        isWritten && <p className="dimmed">The words were erased.</p>
      )}
      {remedies.map((remedy) => (
        <p key={JSON.stringify(remedy)}>{remedyText(remedy)}.</p>
      ))}
      {recount && (
        <p>
          {recount.before.value} before, {recount.now ? recount.now.value : 'not counted any more'} now.{' '}
          {recount.rowCounts === null
            ? ''
            : recount.rowCounts
              ? 'The line still counts.'
              : 'The line no longer counts.'}
        </p>
      )}
    </li>
  );
}
