import { Button, NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { AcknowledgeDialog } from './AcknowledgeDialog.tsx';
import { AlertCard } from './AlertCard.tsx';
import { type Alert, type Show, useAlerts } from './alertData.ts';
import styles from './alerts.module.css';
import { Deliveries } from './Deliveries.tsx';
import { WishesDialog } from './WishesDialog.tsx';

const choices: readonly { readonly value: Show; readonly label: string }[] = [
  { value: 'open', label: 'Open' },
  { value: 'silenced', label: 'Acknowledged' },
  { value: 'over', label: 'Over' },
  { value: 'all', label: 'All' },
];

type Asked = { readonly kind: 'acknowledge' | 'wishes'; readonly alert: Alert };

/** Who is coming close to a limit, what was done about it, and what became of the messages. */
export function AlertsPage() {
  const [show, setShow] = useState<Show>('open');
  const [asked, setAsked] = useState<Asked | null>(null);
  const [done, setDone] = useState('');
  const alerts = useAlerts(show);
  const pages = alerts.data?.pages ?? [];
  if (alerts.error && pages.length === 0)
    return <FailureNotice thrown={alerts.error} onRetry={() => void alerts.refetch()} />;
  const close = (words = '') => {
    setAsked(null);
    setDone(words);
  };
  return (
    <div className={styles.page}>
      <PageTitle>Alerts</PageTitle>
      <header className={styles.head}>
        <div>
          <h1>Alerts</h1>
          <p className="dimmed">
            Customers who are coming close to a limit. They are told in good time, kindly and once; when use
            goes beyond, a finding takes over.
          </p>
        </div>
        <Button component={Link} to="/alerts/rules" variant="default" className="noPrint">
          When alerts are due
        </Button>
      </header>
      <div className={styles.listHead}>
        <h2>{pages.length > 0 ? `${pages[0]!.total ?? ''} in the list` : 'The list'}</h2>
        <NativeSelect
          aria-label="Which alerts"
          size="xs"
          value={show}
          data={choices}
          onChange={(event) => setShow(event.currentTarget.value as Show)}
        />
      </div>
      <p role="status" className={styles.done}>
        {done}
      </p>
      {alerts.isPending ? (
        <p aria-busy="true" className="dimmed">
          Reading the list…
        </p>
      ) : (
        <List alerts={pages.flatMap(({ items }) => items)} show={show} onAsk={setAsked} />
      )}
      {alerts.hasNextPage && (
        <Button
          variant="default"
          loading={alerts.isFetchingNextPage}
          onClick={() => void alerts.fetchNextPage()}
        >
          Show more
        </Button>
      )}
      <Deliveries />
      {asked?.kind === 'acknowledge' && (
        <AcknowledgeDialog alert={asked.alert} onClose={() => close()} onDone={close} />
      )}
      {asked?.kind === 'wishes' && <WishesDialog customer={asked.alert.customer} onClose={() => close()} />}
    </div>
  );
}

function List(props: { alerts: readonly Alert[]; show: Show; onAsk: (asked: Asked) => void }) {
  if (props.alerts.length === 0)
    return (
      <div className={styles.empty}>
        <p>{props.show === 'open' ? 'Nobody is close to a limit.' : 'There is no such alert.'}</p>
        <p className="dimmed">
          An alert appears here by itself when one of the <Link to="/alerts/rules">rules</Link> is met: by
          share of the limit, by what is left, or by when the limit is likely to be reached.
        </p>
      </div>
    );
  return (
    <ul className={styles.list} aria-label="Alerts">
      {props.alerts.map((alert) => (
        <li key={alert.id}>
          <AlertCard
            alert={alert}
            onAcknowledge={() => props.onAsk({ kind: 'acknowledge', alert })}
            onWishes={() => props.onAsk({ kind: 'wishes', alert })}
          />
        </li>
      ))}
    </ul>
  );
}
