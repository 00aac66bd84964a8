import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Button } from '#platform/ui/Button.tsx';
import { Card } from '#platform/ui/Card.tsx';
import { Select, TextArea } from '#platform/ui/fields.tsx';
import { overviewQuery } from '../data/portal.ts';
import { TroubleNote } from '../parts/Loaded.tsx';
import { PageFrame } from '../parts/Page.tsx';
import { addressOf, To, useCustomer } from '../parts/To.tsx';
import { useWords } from '../words/Words.tsx';
import { type AboutForm, useMayAsk, useQuestionDeed } from './data.ts';
import styles from './questions.module.css';
import { questionWords } from './words.ts';

/** A new question; the address may say what it is about (`?agreement=…&clause=…`, `?quote=…`, `?agreement=…&date=…`). */
export function Page() {
  const say = useWords(questionWords);
  const customer = useCustomer();
  const navigate = useNavigate();
  const mayAsk = useMayAsk();
  const [named] = useState(aboutOfAddress);
  const [about, setAbout] = useState(() => JSON.stringify(named));
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const overview = useQuery(overviewQuery(customer));
  const sent = useQuestionDeed(customer, ({ id }) => {
    void navigate({ to: addressOf(customer, 'questions', id) as never });
  });
  const options = [
    { value: JSON.stringify({ kind: 'general' }), label: say('aboutGeneral') },
    ...(overview.data?.agreements ?? []).flatMap((agreement) =>
      agreement.clauses.map((clause) => ({
        value: JSON.stringify({ kind: 'clause', agreement: agreement.id, clause: clause.id }),
        label: say('aboutClause', { product: clause.product.name, plain: clause.plain }),
      })),
    ),
    ...(named.kind === 'quote'
      ? [{ value: JSON.stringify(named), label: say('aboutQuote', { quote: named.quote }) }]
      : []),
    ...(named.kind === 'date'
      ? [
          {
            value: JSON.stringify(named),
            label: say('aboutDate', { day: named.date, agreement: named.agreement }),
          },
        ]
      : []),
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(text.trim() === '');
    if (text.trim() !== '') sent.mutate({ kind: 'ask', about: JSON.parse(about) as AboutForm, text });
  };
  return (
    <PageFrame title={say('ask')} lead={say('lead')}>
      <p>
        <To address={addressOf(customer, 'questions')}>{say('all')}</To>
      </p>
      {mayAsk && (
        <Card>
          <form className={styles.form} onSubmit={submit} noValidate>
            <Select
              label={say('sending')}
              value={about}
              options={options}
              onChange={(event) => setAbout(event.target.value)}
            />
            <TextArea
              label={say('text')}
              hint={say('textHint')}
              error={missing && say('textNeeded')}
              value={text}
              maxLength={4000}
              rows={7}
              onChange={(event) => setText(event.target.value)}
            />
            <TroubleNote thrown={sent.error} />
            <div>
              <Button type="submit" weight="first" icon="mail" busy={sent.isPending}>
                {say('send')}
              </Button>
            </div>
          </form>
        </Card>
      )}
    </PageFrame>
  );
}

function aboutOfAddress(): AboutForm {
  const asked = new URLSearchParams(location.search);
  const [agreement, clause] = [asked.get('agreement'), asked.get('clause')];
  const [quote, date] = [asked.get('quote'), asked.get('date')];
  if (quote) return { kind: 'quote', quote };
  if (agreement && date) return { kind: 'date', agreement, date };
  return agreement && clause ? { kind: 'clause', agreement, clause } : { kind: 'general' };
}
