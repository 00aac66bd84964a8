import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { asFailure } from '../data/failure.ts';
import { Allowed } from '../parts/Act.tsx';
import { Icon } from '../parts/Icon.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { NotFound } from '../shell/NotFound.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { type Place, useRules } from './alertData.ts';
import styles from './alerts.module.css';
import { RulesEditor } from './RulesEditor.tsx';

/** When alerts are due: for one clause, or for every clause without rules of its own. */
export function RulesPage({ place }: { place: Place | null }) {
  const { data, error, isPending, refetch } = useRules(place);
  const [saved, setSaved] = useState('');
  if (error && !data)
    return asFailure(error).status === 404 ? (
      <NotFound what="clause" />
    ) : (
      <FailureNotice thrown={error} onRetry={() => void refetch()} />
    );
  return (
    <div className={styles.page}>
      <PageTitle>When alerts are due</PageTitle>
      <Link to="/alerts" className={`${styles.back} noPrint`}>
        <Icon name="back" size={14} />
        Back to the alerts
      </Link>
      <header>
        <h1>When alerts are due</h1>
        <p className="dimmed">
          {place
            ? `For the clause ${place.clause} of ${place.agreement} alone.`
            : 'For every clause that has no rules of its own.'}{' '}
          A rule that was met is over only when use has gone back a little further, by 5 in a hundred of the
          limit: so use that goes up and down is told once.
        </p>
      </header>
      {isPending ? (
        <p aria-busy="true" className="dimmed">
          Reading the rules…
        </p>
      ) : (
        <Allowed needs="alerts.rules">
          <RulesEditor key={`${data!.version} ${data!.own}`} place={place} read={data!} onSaved={setSaved} />
        </Allowed>
      )}
      <p role="status" className={styles.done}>
        {saved}
      </p>
    </div>
  );
}
