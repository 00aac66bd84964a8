import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '#platform/ui/Button.tsx';
import { ErrorCallout } from '#platform/ui/Callout.tsx';
import { Loading } from '#platform/ui/states.tsx';
import { Failure, troubleOf } from '../data/client.ts';
import { type ShellWord, shellWords } from '../shell/words.ts';
import { type Say, useWords } from '../words/Words.tsx';

/** What was read, or that it is being read, or why it could not be and the way to try again. */
export function Loaded<T>({
  query,
  children,
}: {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
}) {
  const say = useWords(shellWords);
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <TroubleNote thrown={query.error} onRetry={() => void query.refetch()} />;
  return <Loading label={say('loading')} />;
}

/** What went wrong while reading or sending, in the reader's language. Nothing where nothing was thrown. */
export function TroubleNote({ thrown, onRetry }: { thrown: unknown; onRetry?: () => void }) {
  const say = useWords(shellWords);
  if (!thrown) return null;
  const { title, todo } = troubleWords(thrown, say);
  return (
    <ErrorCallout title={title} todo={todo}>
      {onRetry && (
        <Button icon="retry" onClick={onRetry}>
          {say('retry')}
        </Button>
      )}
    </ErrorCallout>
  );
}

/** Returns the words for what was thrown. What the server refused is told in its own words, which are English. */
export function troubleWords(thrown: unknown, say: Say<ShellWord>): { title: string; todo: string } {
  switch (troubleOf(thrown)) {
    case 'offline':
      return { title: say('offlineTitle'), todo: say('offlineTodo') };
    case 'missing':
      return { title: say('missingTitle'), todo: say('missingTodo') };
    case 'forbidden':
      return { title: say('forbiddenTitle'), todo: say('forbiddenTodo') };
    case 'sign-in':
    case 'refused': {
      const words = thrown instanceof Failure ? `${thrown.detail} ${thrown.todo}` : '';
      return { title: say('refusedTitle'), todo: words };
    }
    case 'ours': {
      const request = thrown instanceof Failure ? thrown.request : null;
      return {
        title: say('oursTitle'),
        todo: request ? say('oursTodo', { request }) : say('oursTodoBare'),
      };
    }
  }
}
