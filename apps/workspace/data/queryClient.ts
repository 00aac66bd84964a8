import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { asFailure } from './failure.ts';
import { signInIfNeeded } from './signIn.ts';

/** Returns the cache of what was read. Only what may pass by itself is tried again, once; everything else is shown at once. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: signInIfNeeded }),
    mutationCache: new MutationCache({ onError: signInIfNeeded }),
    defaultOptions: {
      queries: {
        retry: (count, thrown) => count < 1 && [0, 502, 503, 504].includes(asFailure(thrown).status),
        retryDelay: 500,
        staleTime: 10_000,
      },
    },
  });
}
