import { Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FailureNotice } from '../shell/FailureNotice.tsx';

/** What was read, or that it is being read, or why it could not be. */
export function Loaded<T>(props: {
  title: string;
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
}) {
  const { data, error, refetch } = props.query;
  if (data !== undefined) return props.children(data);
  if (error) return <FailureNotice thrown={error} onRetry={() => refetch()} />;
  return (
    <div aria-busy="true">
      <h1>{props.title}</h1>
      <p className="hiddenVisually" role="status">
        Reading…
      </p>
      <Skeleton height={18} width="60%" mt="md" />
      <Skeleton height={120} mt="md" />
    </div>
  );
}
