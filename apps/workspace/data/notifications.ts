import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useChange } from './change.ts';
import { client, dataOf } from './client.ts';
import type { components } from './v1.d.ts';

export type Notification = components['schemas']['Notification'];
export type Task = components['schemas']['Task'];

const key = 'notifications';

/**
 * The latest notifications, and how many are not seen: asked once a minute while the page can be seen, and when the window
 * is looked at again. What waits for me is read again when something new was told.
 */
export function useLatest() {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: [key, 'latest'],
    queryFn: () => dataOf(client.GET('/v1/notifications', { params: { query: { limit: 10 } } })),
    refetchInterval: 60_000,
    refetchIntervalInBackground: false,
    refetchOnWindowFocus: 'always',
    retry: false,
  });
  const newest = query.data?.items[0]?.id;
  useEffect(() => {
    if (newest !== undefined) void queries.invalidateQueries({ queryKey: ['tasks'] });
  }, [newest, queries]);
  return query;
}

/** All notifications, page by page, the newest first. */
export function useNotifications() {
  return useInfiniteQuery({
    queryKey: [key, 'all'],
    queryFn: ({ pageParam }) =>
      dataOf(client.GET('/v1/notifications', { params: { query: pageParam ? { cursor: pageParam } : {} } })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

/** Puts down what was seen: some, or all up to one. */
export function useSeen() {
  return useChange(
    (order: { ids: string[] } | { through: string }) =>
      client.POST('/v1/notifications/seen', { body: order }),
    [key],
  );
}

/** What waits for me or for my role. */
export function useTasks() {
  return useQuery({
    queryKey: ['tasks'],
    queryFn: () => dataOf(client.GET('/v1/tasks')),
    staleTime: 60_000,
    retry: false,
  });
}
