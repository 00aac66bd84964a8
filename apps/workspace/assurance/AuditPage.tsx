import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { asFailure } from '../data/failure.ts';
import { showInstant } from '../format.ts';
import { Act } from '../parts/Act.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import styles from './assurance.module.css';
import { type Audit, type AuditSummary, useAudit, useAuditOrder, useAudits } from './auditData.ts';
import { ControlEntry } from './ControlEntry.tsx';
import { ScoreChart } from './ScoreChart.tsx';

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The quarterly audit of our own license controls: its score, what is missing, and who does something about it. */
export function AuditPage() {
  const { data, error, refetch } = useAudits();
  if (error && !data) return <FailureNotice thrown={error} onRetry={() => void refetch()} />;
  return (
    <div className={styles.page}>
      <PageTitle>Controls</PageTitle>
      <header>
        <h1>Controls</h1>
        <p className="dimmed">
          Once a quarter: are our own license controls in order? Findings are only as good as the sources,
          maps and rules behind them.
        </p>
      </header>
      {data ? (
        <Audits quarter={data.quarter} items={data.items} />
      ) : (
        <p role="status" aria-busy="true">
          Reading the audits…
        </p>
      )}
    </div>
  );
}

function Audits({ quarter, items }: { quarter: string; items: readonly AuditSummary[] }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = chosen ?? items[0]?.quarter ?? null;
  const order = useAuditOrder();
  const current = items.find((item) => item.quarter === quarter);
  return (
    <>
      <div className={styles.bar}>
        {current?.status !== 'closed' && (
          <Act
            needs="controls.run"
            loading={order.isPending}
            onClick={() => order.mutate({ kind: 'run' }, { onSuccess: () => setChosen(quarter) })}
          >
            {current ? 'Check again now' : `Run the checklist for ${quarter}`}
          </Act>
        )}
        {items.length > 1 && (
          <NativeSelect
            label="Quarter"
            value={shown ?? ''}
            data={items.map((item) => item.quarter)}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        )}
      </div>
      {order.error && <Trouble thrown={order.error} />}
      {items.length > 1 && <ScoreChart items={items} />}
      {shown === null ? (
        <p className="dimmed">
          No quarter has been checked yet. The first run takes a few seconds and changes nothing: it reads
          what is there and lists what is missing.
        </p>
      ) : (
        <Checklist key={shown} quarter={shown} />
      )}
    </>
  );
}

function Checklist({ quarter }: { quarter: string }) {
  const { data, error, refetch } = useAudit(quarter);
  if (error && !data)
    return (
      <p role="alert">
        {asFailure(error).title}. {asFailure(error).todo}{' '}
        <Button size="compact-sm" variant="default" onClick={() => refetch()}>
          Try again
        </Button>
      </p>
    );
  if (!data)
    return (
      <p role="status" aria-busy="true">
        Reading the checklist…
      </p>
    );
  return <Result audit={data as Audit} />;
}

function Result({ audit }: { audit: Audit }) {
  const order = useAuditOrder();
  const { quarter, score, open, status } = audit;
  return (
    <section aria-labelledby="quarter">
      <h2 id="quarter">{quarter}</h2>
      <p className={styles.score}>
        <strong>{score === null ? 'Nothing to check yet' : `${score} %`}</strong>
        <span className="dimmed">
          {' '}
          of what was checked is in order, weighed by what matters more; checked{' '}
          {showInstant(audit.ranAt, zone)}.{' '}
          {open === 0 ? 'No task is open.' : `${open} ${open === 1 ? 'task is' : 'tasks are'} open.`}
        </span>
      </p>
      <ul className={styles.controls}>
        {audit.controls.map((control) => (
          <ControlEntry key={control.code} quarter={quarter} control={control} closed={status === 'closed'} />
        ))}
      </ul>
      {status === 'open' ? (
        <Act
          needs="controls.run"
          variant="default"
          loading={order.isPending}
          onClick={() => order.mutate({ kind: 'close', quarter })}
        >
          Close the audit of {quarter}
        </Act>
      ) : (
        <p className="dimmed">Closed {audit.closedAt && showInstant(audit.closedAt, zone)}.</p>
      )}
      {order.error && <Trouble thrown={order.error} />}
    </section>
  );
}

function Trouble({ thrown }: { thrown: unknown }) {
  const { title, detail, todo } = asFailure(thrown);
  return (
    <p role="alert" className={styles.trouble}>
      <strong>{title}.</strong> {detail} {todo}
    </p>
  );
}
