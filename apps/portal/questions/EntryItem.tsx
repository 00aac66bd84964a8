import { Badge } from '#platform/ui/Badge.tsx';
import { useFormats, useWords } from '../words/Words.tsx';
import type { Entry } from './data.ts';
import styles from './questions.module.css';
import { type QuestionWord, questionWords } from './words.ts';

/** One thing that happened in a thread: words of a person in a box of their own, everything else as a line. */
export function EntryItem({ entry }: { entry: Entry }) {
  const formats = useFormats();
  const head = useHead()(entry);
  const when = <time dateTime={entry.at}>{formats.moment(entry.at)}</time>;
  const isSaid = entry.kind === 'asked' || entry.kind === 'answered' || entry.kind === 'followedUp';
  if (!isSaid && entry.kind !== 'promised' && entry.kind !== 'recounted')
    return (
      <li className={styles.event}>
        <p className={styles.who}>
          <span>{head}</span> {when}
        </p>
      </li>
    );
  return (
    <li className={styles.said} data-side={entry.side === 'customer' ? 'customer' : 'vendor'}>
      <p className={styles.who}>
        <strong>{head}</strong> {when}
      </p>
      {entry.outcome && <Outcome outcome={entry.outcome} />}
      <Words entry={entry} />
      {entry.recount && <RecountWords recount={entry.recount} />}
    </li>
  );
}

function useHead(): (entry: Entry) => string {
  const say = useWords(questionWords);
  const formats = useFormats();
  return ({ kind, by, to, on }) => {
    const name = by?.name ?? '';
    const day = on ? formats.day(on) : '';
    switch (kind) {
      case 'asked':
        return by?.partner ? say('askedPartner', { name, partner: by.partner }) : say('asked', { name });
      case 'followedUp':
        return say('followedUp', { name });
      case 'answered':
        return say('answeredEntry', { name });
      case 'handedOver':
        return say('handedOver', { name, to: to ?? '' });
      case 'promised':
        return say('promised', { name, day });
      case 'late':
        return say('lateEntry', { day });
      case 'recounted':
        return say('recounted');
      case 'closed':
        return by ? say('closedEntry', { name }) : say('closedByTime');
      case 'noted':
        return '';
    }
  };
}

const remedyWords: Record<string, QuestionWord> = {
  people: 'remedyPeople',
  conflict: 'remedyConflict',
  usage: 'remedyUsage',
  mistake: 'remedyMistake',
  terms: 'remedyTerms',
};

function Words({ entry }: { entry: Entry }) {
  const say = useWords(questionWords);
  const isWritten = entry.kind !== 'recounted' && !(entry.kind === 'asked' && entry.text === null);
  return (
    <>
      {isWritten && (
        <p className={entry.text === null ? 'soft' : styles.text}>{entry.text ?? say('erased')}</p>
      )}
      {entry.remedies.map((remedy) => {
        const kind = remedy.kind === 'correction' ? remedy.of : remedy.kind;
        return <p key={JSON.stringify(remedy)}>{say(remedyWords[kind]!)}</p>;
      })}
    </>
  );
}

/** What was found about a contested line. */
export function Outcome({ outcome }: { outcome: NonNullable<Entry['outcome']> }) {
  const say = useWords(questionWords);
  const words = { agreed: 'outcomeAgreed', partly: 'outcomePartly', explained: 'outcomeExplained' } as const;
  return (
    <p>
      <Badge
        tone={outcome === 'explained' ? 'calm' : 'good'}
        icon={outcome === 'explained' ? 'info' : 'check'}
      >
        {say(words[outcome])}
      </Badge>
    </p>
  );
}

/** What the number was when it was contested, and what it is since. */
export function RecountWords({ recount }: { recount: NonNullable<Entry['recount']> }) {
  const say = useWords(questionWords);
  const formats = useFormats();
  const { before, now, rowCounts } = recount;
  const values = { before: formats.number(before.value), limit: formats.number(before.limit) };
  return (
    <p>
      {rowCounts !== null && `${say(rowCounts ? 'rowStays' : 'rowGone')} `}
      {now
        ? say('recountWords', {
            ...values,
            now: formats.number(now.value),
            nowLimit: formats.number(now.limit),
          })
        : say('recountGone', values)}
    </p>
  );
}
