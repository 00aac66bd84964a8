import { Button } from '@mantine/core';
import type { FindingView } from '#apps/server/pages.ts';
import { asFailure } from '../data/failure.ts';
import styles from './findings.module.css';
import { whatChanged } from './whatChanged.ts';

const statusesOfChange = [409, 412];

/** Why a command was refused and, where the finding has moved on meanwhile, what changed since the reader read it. */
export function Refusal(props: {
  thrown: unknown;
  read: FindingView;
  now: FindingView;
  onReadAgain: () => void;
}) {
  const failure = asFailure(props.thrown);
  const moved = statusesOfChange.includes(failure.status) && props.now.version !== props.read.version;
  const changes = moved ? whatChanged(props.read, props.now) : [];
  return (
    <div role="alert" className={styles.refusal}>
      <p>
        <strong>{failure.title}.</strong> {failure.detail}
      </p>
      <p>{failure.todo}</p>
      {moved && (
        <>
          <p>
            {changes.length > 0
              ? 'What changed since you opened it:'
              : 'Nothing that this page shows changed.'}
          </p>
          <ul>
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
          <Button size="xs" variant="default" onClick={props.onReadAgain}>
            I have read it
          </Button>
        </>
      )}
    </div>
  );
}
