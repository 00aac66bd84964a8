import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Button } from '#platform/ui/Button.tsx';
import { Callout } from '#platform/ui/Callout.tsx';
import { Card } from '#platform/ui/Card.tsx';
import { TextArea } from '#platform/ui/fields.tsx';
import { Loaded, TroubleNote } from '../parts/Loaded.tsx';
import { PageFrame } from '../parts/Page.tsx';
import { addressOf, To, useCustomer } from '../parts/To.tsx';
import { useFormats, useWords } from '../words/Words.tsx';
import { type Thread, threadQuery, useMayAsk, useQuestionDeed } from './data.ts';
import { EntryItem } from './EntryItem.tsx';
import styles from './questions.module.css';
import { AnswerDay, State } from './State.tsx';
import { claimWord, useAboutText } from './useAboutText.ts';
import { questionWords } from './words.ts';

/** One question: what both sides said, where it stands, and the way to ask further or to close it. */
export function Page() {
  const say = useWords(questionWords);
  const customer = useCustomer();
  const { question = '' } = useParams({ strict: false }) as { question?: string };
  const query = useQuery({ ...threadQuery(customer, question), refetchInterval: 60_000 });
  return (
    <PageFrame title={say('question', { id: question })}>
      <p>
        <To address={addressOf(customer, 'questions')}>{say('all')}</To>
      </p>
      <Loaded query={query}>{(thread) => <Shown thread={thread} />}</Loaded>
    </PageFrame>
  );
}

function Shown({ thread }: { thread: Thread }) {
  const say = useWords(questionWords);
  const formats = useFormats();
  const customer = useCustomer();
  const mayAsk = useMayAsk();
  const { about, claim, holdsUntil } = thread;
  const aboutText = useAboutText()(about);
  return (
    <>
      <Card>
        <div className={styles.entry}>
          <div className={styles.head}>
            <h2>{claim ? say(claimWord(claim.kind)) : aboutText}</h2>
            <State question={thread} />
          </div>
          {claim && <p className="soft">{aboutText}</p>}
          {claim?.on && (
            <p>
              {say('leftOn')}: {formats.day(claim.on)}
            </p>
          )}
          <p>
            <AnswerDay question={thread} />
          </p>
          {about.agreement && about.clause && (
            <p>
              <To address={addressOf(customer, 'lines', about.agreement, about.clause)}>{say('openLine')}</To>
            </p>
          )}
        </div>
      </Card>
      {holdsUntil && (
        <Callout>
          <p>{say('holds', { day: formats.dayOf(holdsUntil) })}</p>
        </Callout>
      )}
      <ol className={styles.thread}>
        {thread.entries.map((entry) => (
          <EntryItem key={`${entry.at} ${entry.kind}`} entry={entry} />
        ))}
      </ol>
      {mayAsk && <Replies thread={thread} />}
    </>
  );
}

function Replies({ thread }: { thread: Thread }) {
  const say = useWords(questionWords);
  const customer = useCustomer();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const sent = useQuestionDeed(customer, () => setText(''));
  const may = (command: 'followUp' | 'close') =>
    thread.commands.some((one) => one.command === command && one.possible);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(text.trim() === '');
    if (text.trim() !== '') sent.mutate({ kind: 'followUp', question: thread.id, text });
  };
  return (
    <div className="noPrint">
      {may('followUp') && (
        <form className={styles.form} onSubmit={submit} noValidate>
          <TextArea
            label={say('followUpText')}
            error={missing && say('textNeeded')}
            value={text}
            maxLength={4000}
            onChange={(event) => setText(event.target.value)}
          />
          <div>
            <Button type="submit" weight="first" busy={sent.isPending}>
              {say('followUp')}
            </Button>
          </div>
        </form>
      )}
      <TroubleNote thrown={sent.error} />
      {may('close') && (
        <p>
          <Button
            weight="quiet"
            icon="check"
            busy={sent.isPending}
            onClick={() => sent.mutate({ kind: 'close', question: thread.id })}
          >
            {say('close')}
          </Button>{' '}
          <span className="small soft">{say('closeHint')}</span>
        </p>
      )}
    </div>
  );
}
