import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { client, dataOf } from '../data/client.ts';
import { asFailure } from '../data/failure.ts';
import type { components } from '../data/v1.d.ts';
import { showInstant } from '../format.ts';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import styles from './mail.module.css';

type Mail = components['schemas']['Mail'];

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const statusWords: Readonly<Record<Mail['status'], string>> = {
  waiting: 'waits to be sent',
  sent: 'was sent',
  shown: 'is shown here in place of being sent',
  failed: 'could not be sent',
  outdated: 'was over before it could go out',
};

/** What went out by e-mail; there is something to read only where the demo runs. */
export function MailPage() {
  const query = useInfiniteQuery({
    queryKey: ['mail'],
    queryFn: ({ pageParam }) =>
      dataOf(client.GET('/v1/mail', { params: { query: pageParam ? { cursor: pageParam } : {} } })),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: 5_000,
    retry: false,
  });
  const isOwn = query.error !== null && asFailure(query.error).status === 404;
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={styles.page}>
      <PageTitle>Mail</PageTitle>
      <header>
        <h1>Mail</h1>
        <p className="dimmed">
          Links to sign in, invitations, answers: what goes out by e-mail. Nothing leaves this machine unless
          a mail server is set.
        </p>
      </header>
      {isOwn && (
        <p>
          Letters are shown in the demo only. Here each goes to the one it is meant for, and is emptied when
          it was sent.
        </p>
      )}
      {query.error !== null && !isOwn && (
        <FailureNotice thrown={query.error} onRetry={() => query.refetch()} />
      )}
      {query.isPending && <p role="status">Reading…</p>}
      {query.data && items.length === 0 && (
        <p>Nothing has been written yet. Invite somebody, or ask for a link to sign in.</p>
      )}
      <ul className={styles.list}>
        {items.map((mail) => (
          <li key={mail.id}>
            <Letter mail={mail} />
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </div>
  );
}

function Letter({ mail }: { mail: Mail }) {
  const { subject, to, text, status, detail, recordedAt } = mail;
  return (
    <details className={styles.letter}>
      <summary>
        <strong>{subject ?? 'A letter whose words were erased'}</strong>
        <span className="dimmed">
          {to ? `to ${to.name} <${to.address}>, ` : ''}
          {showInstant(recordedAt, zone)}, {statusWords[status]}
        </span>
      </summary>
      {text !== null && <pre className={styles.text}>{withLinks(text)}</pre>}
      {detail !== null && <p className="dimmed">{detail}</p>}
    </details>
  );
}

/** The text with its addresses as links; none stands there twice. */
function withLinks(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part) =>
    /^https?:/.test(part) ? (
      <a key={part} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
