import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Badge } from '#platform/ui/Badge.tsx';
import { Button } from '#platform/ui/Button.tsx';
import { Card } from '#platform/ui/Card.tsx';
import { EmptyState } from '#platform/ui/states.tsx';
import { unitName } from '../clauses/tongue.ts';
import { useTongue } from '../clauses/useTongue.ts';
import { Loaded, TroubleNote } from '../parts/Loaded.tsx';
import { PageFrame } from '../parts/Page.tsx';
import { addressOf, To, useCustomer } from '../parts/To.tsx';
import { useFormats, useWords } from '../words/Words.tsx';
import { AlertDialog } from './AlertDialog.tsx';
import styles from './alerts.module.css';
import { alertsQuery, type Line, type OwnAlert, type OwnAlerts, useAlertDeed, useMaySet } from './data.ts';
import { useThresholdText } from './useThresholdText.ts';
import { WishCard } from './WishCard.tsx';
import { alertWords } from './words.ts';

/** The alerts that the customer set for itself, and what whoever reads wishes to hear. */
export function Page() {
  const say = useWords(alertWords);
  const customer = useCustomer();
  const maySet = useMaySet();
  const query = useQuery(alertsQuery(customer));
  const [isOpen, setOpen] = useState(false);
  const canSet = maySet && (query.data?.lines.length ?? 0) > 0;
  const add = canSet && (
    <Button weight="first" icon="plus" onClick={() => setOpen(true)}>
      {say('add')}
    </Button>
  );
  return (
    <PageFrame title={say('title')} lead={say('lead')} actions={(query.data?.items.length ?? 0) > 0 && add}>
      <Loaded query={query}>
        {(alerts) => (
          <>
            {alerts.items.length === 0 ? (
              <Card>
                <EmptyState icon="bell" title={say(alerts.lines.length === 0 ? 'nothing' : 'none')}>
                  <p>{say(alerts.lines.length === 0 ? 'nothingTodo' : 'noneTodo')}</p>
                  {add}
                </EmptyState>
              </Card>
            ) : (
              <ul className={styles.list}>
                {alerts.items.map((alert) => (
                  <AlertCard key={alert.id} alert={alert} alerts={alerts} maySet={maySet} />
                ))}
              </ul>
            )}
            {isOpen && <AlertDialog alerts={alerts} onClose={() => setOpen(false)} />}
          </>
        )}
      </Loaded>
      {maySet && <WishCard />}
    </PageFrame>
  );
}

function AlertCard({ alert, alerts, maySet }: { alert: OwnAlert; alerts: OwnAlerts; maySet: boolean }) {
  const say = useWords(alertWords);
  const formats = useFormats();
  const customer = useCustomer();
  const [isOpen, setOpen] = useState(false);
  const removed = useAlertDeed(customer);
  const { line, met, hears, setBy, setAt, toldAt } = alert;
  const when = useThresholdText()(alert.threshold);
  return (
    <Card as="li">
      <div className={styles.alert}>
        <div className={styles.head}>
          <h2>
            <To address={addressOf(customer, 'lines', line.agreement, line.clause)}>{line.product}</To>
          </h2>
          <Badge tone={met ? 'near' : 'plain'} icon={met ? 'bell' : 'clock'}>
            {say(met ? 'met' : 'watching')}
          </Badge>
        </div>
        <p>
          <strong>{when}</strong>
        </p>
        <Now line={line} />
        <p>{say('hearsOne', { names: formats.list(hears.map(({ name }) => name)) })}</p>
        <p className="small soft">
          {say('setBy', { name: setBy, day: formats.dayOf(setAt) })}
          {toldAt && ` · ${say('told', { day: formats.dayOf(toldAt) })}`}
        </p>
        <TroubleNote thrown={removed.error} />
        {maySet && (
          <div className={`${styles.actions} noPrint`}>
            <Button onClick={() => setOpen(true)}>{say('change')}</Button>
            <Button
              weight="quiet"
              busy={removed.isPending}
              onClick={() => removed.mutate({ kind: 'remove', alert })}
            >
              {say('remove')}
            </Button>
          </div>
        )}
      </div>
      {isOpen && <AlertDialog alerts={alerts} alert={alert} onClose={() => setOpen(false)} />}
    </Card>
  );
}

/** Where use stands now, and when the limit would be reached. */
export function Now({ line }: { line: Line }) {
  const say = useWords(alertWords);
  const formats = useFormats();
  const tongue = useTongue();
  const { now, unit } = line;
  if (!now) return <p className="soft">{say('notNow')}</p>;
  const { used, limit, percent, likely } = now;
  return (
    <>
      <p>
        {say('now', {
          ...{
            used: formats.number(used),
            limit: formats.number(limit),
            unit: unitName(tongue, unit, limit),
          },
          percent: formats.percent(percent),
        })}
      </p>
      {likely && <p className="small soft">{say('likely', { day: formats.dayOf(likely) })}</p>}
    </>
  );
}
