import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { asFailure } from '../data/failure.ts';
import { Icon } from '../parts/Icon.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { NotFound } from '../shell/NotFound.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import type { Asked } from './asked.ts';
import { Decisions } from './Decisions.tsx';
import { useDecisions } from './data.ts';
import { PeopleDialog } from './PeopleDialog.tsx';
import { PeopleList } from './PeopleList.tsx';
import styles from './people.module.css';
import { Suggestions } from './Suggestions.tsx';

/** People and machines of one customer: suggestions, decisions, and everybody who was named. */
export function PeopleRoute({ customer }: { customer: string }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [done, setDone] = useState('');
  const { error, data, refetch } = useDecisions(customer);
  const onAsk = (next: Asked) => {
    setDone('');
    setAsked(next);
  };
  if (error && !data)
    return asFailure(error).status === 404 ? (
      <NotFound what="customer" />
    ) : (
      <FailureNotice thrown={error} onRetry={() => refetch()} />
    );
  return (
    <div className={styles.page}>
      <PageTitle>People and machines</PageTitle>
      <Link to="/customers/$customer" params={{ customer }} className={`${styles.back} noPrint`}>
        <Icon name="back" size={14} />
        Back to the customer
      </Link>
      <header>
        <h1>People and machines</h1>
        <p className="dimmed">
          Sources name people as they please: one person may stand under two names, and a machine may look
          like a person. What you decide here counts for every clause of this customer, and can be taken back.
        </p>
      </header>
      <p role="status" className={styles.done}>
        {done}
      </p>
      <Suggestions customer={customer} onAsk={onAsk} />
      <Decisions customer={customer} onAsk={onAsk} />
      <PeopleList customer={customer} onAsk={onAsk} />
      {asked && (
        <PeopleDialog
          customer={customer}
          asked={asked}
          onClose={() => setAsked(null)}
          onDone={(words) => {
            setAsked(null);
            setDone(words);
          }}
        />
      )}
    </div>
  );
}
