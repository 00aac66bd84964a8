import { Button } from '@mantine/core';
import { asFailure } from '../data/failure.ts';
import { Icon } from '../parts/Icon.tsx';
import { PageTitle } from './PageTitle.tsx';
import styles from './shell.module.css';

/** What went wrong, what to do about it, and the way to try again. */
export function FailureNotice({ thrown, onRetry }: { thrown: unknown; onRetry: () => void }) {
  const failure = asFailure(thrown);
  return (
    <div className={styles.notice} role="alert">
      <PageTitle>{failure.title}</PageTitle>
      <span className={styles.noticeIcon}>
        <Icon name="alert" size={28} />
      </span>
      <h1>{failure.title}</h1>
      <p>{failure.detail}</p>
      <p className="dimmed">{failure.todo}</p>
      {failure.request && <p className="dimmed small">Request {failure.request}</p>}
      <Button leftSection={<Icon name="retry" />} onClick={onRetry}>
        Try again
      </Button>
    </div>
  );
}
