import { QueryClient } from '@tanstack/react-query';
import { troubleOf } from './client.ts';

/** The cache of what was read. Only what may pass by itself is tried again, once; everything else is shown at once. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, thrown) => count < 1 && troubleOf(thrown) === 'offline',
      retryDelay: 500,
      staleTime: 30_000,
    },
  },
});
