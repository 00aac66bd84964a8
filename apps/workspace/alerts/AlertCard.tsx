import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { showInstant, showLastDay } from '../format.ts';
import { Act } from '../parts/Act.tsx';
import { Icon, type IconName } from '../parts/Icon.tsx';
import parts from '../parts/parts.module.css';
import { UseBar } from '../parts/UseBar.tsx';
import type { Alert } from './alertData.ts';
import styles from './alerts.module.css';

const states: Record<Alert['status'], { words: string; tone: string; icon: IconName }> = {
  raised: { words: 'Close to the limit', tone: 'near', icon: 'near' },
  silenced: { words: 'Acknowledged', tone: 'covered', icon: 'within' },
  crossed: { words: 'Went above the limit', tone: 'beyond', icon: 'beyond' },
  cleared: { words: 'Over', tone: 'within', icon: 'within' },
};

/** One alert: where use stands, when the limit may be reached, why it was raised, and what can be done. */
export function AlertCard(props: { alert: Alert; onAcknowledge: () => void; onWishes: () => void }) {
  const { alert } = props;
  const { words, tone, icon } = states[alert.status];
  return (
    <article className={styles.card} aria-label={`${alert.customer.name}: ${alert.product}`}>
      <div className={styles.cardHead}>
        <h3>
          <Link to="/customers/$customer" params={{ customer: alert.customer.id }}>
            {alert.customer.name}
          </Link>
          <span className="dimmed"> · {alert.product}</span>
        </h3>
        <span className={parts.badge} data-tone={tone}>
          <Icon name={icon} size={14} />
          {words}
        </span>
      </div>
      <p className="dimmed small">{alert.plain}</p>
      <div className={styles.use}>
        <p>
          <strong>
            {alert.used} of {alert.limit} {alert.unit.many}
          </strong>{' '}
          ({alert.percent} %), {alert.left} left
        </p>
        <UseBar used={alert.used} entitled={alert.limit} beyond={alert.status === 'crossed'} />
      </div>
      <Why alert={alert} />
      <div className={`${styles.actions} noPrint`}>
        {alert.status !== 'cleared' && alert.status !== 'crossed' && (
          <Act needs="alerts.acknowledge" size="compact-sm" onClick={props.onAcknowledge}>
            {alert.status === 'silenced' ? 'Acknowledge anew' : 'Acknowledge'}
            <span className="hiddenVisually">: {alert.customer.name}</span>
          </Act>
        )}
        <Button size="compact-sm" variant="default" onClick={props.onWishes}>
          Who is told<span className="hiddenVisually">: {alert.customer.name}</span>
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          component={Link}
          to="/alerts/rules"
          search={{ customer: alert.customer.id, agreement: alert.agreement, clause: alert.clause } as never}
        >
          Rules of this clause<span className="hiddenVisually">: {alert.customer.name}</span>
        </Button>
      </div>
    </article>
  );
}

function Why({ alert }: { alert: Alert }) {
  const { silence } = alert;
  return (
    <ul className={styles.why}>
      {alert.forecast && alert.status !== 'crossed' && (
        <li>The limit: {alert.forecast}. This is an estimate from past use.</li>
      )}
      {alert.rules.length > 0 && <li>Due because {alert.rules.join('; and because ')}.</li>}
      {alert.status === 'crossed' && (
        <li>
          Use went above the limit: finding {alert.finding} on{' '}
          <Link to="/customers/$customer" params={{ customer: alert.customer.id }}>
            the page of the customer
          </Link>{' '}
          has the proof.
        </li>
      )}
      {silence && (
        <li>
          Acknowledged by {silence.by}
          {silence.until
            ? `, nobody is told again through ${showLastDay(silence.until, 'UTC')}`
            : ', until it is over'}
          : {silence.reason ?? 'the reason was erased'}
        </li>
      )}
      <li className="dimmed">
        Since {showInstant(alert.raisedAt, 'UTC')}, {alert.agreement}
      </li>
    </ul>
  );
}
