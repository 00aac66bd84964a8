import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#platform/ui/Button.tsx';
import { addressOf, To, useCustomer } from '../parts/To.tsx';
import { useFormats, useWords } from '../words/Words.tsx';
import { ContestDialog, type ContestedLine } from './ContestDialog.tsx';
import { contestsQuery, type Thread, useMayAsk } from './data.ts';
import { Outcome, RecountWords } from './EntryItem.tsx';
import styles from './questions.module.css';
import { claimWord } from './useAboutText.ts';
import { questionWords } from './words.ts';

/**
 * What stands beside a line of a count: what was contested about it and answered, or the way to say that it looks wrong.
 * `line.row: null` for the number itself. All marks of a page share one reading.
 */
export function ContestMark({ line }: { line: ContestedLine }) {
  const say = useWords(questionWords);
  const customer = useCustomer();
  const mayAsk = useMayAsk();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery(contestsQuery(customer, line.agreement, line.clause));
  const own = (data?.items ?? []).filter((thread) => isOf(thread, line));
  return (
    <>
      <div className={styles.mark}>
        {own.slice(0, 3).map((thread) => (
          <Told key={thread.id} thread={thread} />
        ))}
        {mayAsk && !own.some(({ open, about }) => open && !about.row === !line.row) && (
          <div className="noPrint">
            <Button
              weight="quiet"
              icon="help"
              {...(line.label ? { 'aria-label': `${say('looksWrong')}: ${line.label}` } : {})}
              onClick={() => setOpen(true)}
            >
              {say('looksWrong')}
            </Button>
          </div>
        )}
      </div>
      {isOpen && <ContestDialog line={line} onClose={() => setOpen(false)} />}
    </>
  );
}

/** A row that counts no more is not in the list of rows either: its answer stands beside the number. */
function isOf({ about, recount }: Thread, line: ContestedLine): boolean {
  const { group, from, row } = about;
  const sameWindow =
    group === (line.group ?? '[]') && from !== null && Date.parse(from) === Date.parse(line.from);
  if (!line.row) return sameWindow && (row === null || recount?.rowCounts === false);
  return sameWindow && row?.source === line.row.source && row.id === line.row.id;
}

function Told({ thread }: { thread: Thread }) {
  const say = useWords(questionWords);
  const formats = useFormats();
  const customer = useCustomer();
  const claim = thread.claim ? say(claimWord(thread.claim.kind)) : '';
  return (
    <div>
      <p>
        {thread.recount?.rowCounts === false && thread.about.row?.who && (
          <strong>{thread.about.row.who}: </strong>
        )}
        {thread.open
          ? say('contestOpen', { claim, day: formats.day(thread.promisedOn) })
          : say('contestAnswered', { claim })}
      </p>
      {thread.outcome && !thread.open && <Outcome outcome={thread.outcome} />}
      {thread.recount && <RecountWords recount={thread.recount} />}
      <p>
        <To address={addressOf(customer, 'questions', thread.id)}>
          {thread.open ? say('question', { id: thread.id }) : say('readAnswer')}
        </To>
      </p>
    </div>
  );
}
