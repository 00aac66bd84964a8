import { queryOptions } from '@tanstack/react-query';
import { client, dataOf } from '../../data/client.ts';

/** Who is signed in, anew: what may be set up depends on it. */
export const ownSessionQuery = queryOptions({
  queryKey: ['own', 'session'],
  retry: false,
  queryFn: () => dataOf(client.GET('/v1/session')),
});

export const passkeysQuery = queryOptions({
  queryKey: ['own', 'passkeys'],
  queryFn: () => dataOf(client.GET('/v1/account/passkeys')),
});

export const secondFactorQuery = queryOptions({
  queryKey: ['own', 'second-factor'],
  queryFn: () => dataOf(client.GET('/v1/account/second-factor')),
});

export const linksQuery = queryOptions({
  queryKey: ['own', 'single-sign-on'],
  queryFn: () => dataOf(client.GET('/v1/account/single-sign-on')),
});

export const sessionsQuery = queryOptions({
  queryKey: ['own', 'sessions'],
  queryFn: () => dataOf(client.GET('/v1/account/sessions')),
});
