import { queryOptions, useQuery } from '@tanstack/react-query';
import { client, dataOf } from './client.ts';

/** Who reads: as whom, under which name, and what they chose. */
export type Viewer = {
  readonly as: 'customer-administrator' | 'customer-member' | 'partner' | 'staff';
  readonly name: string | null;
  readonly language: string | null;
  readonly zone: string | null;
};

/** Who reads, asked once. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 5 * 60_000,
  queryFn: () => dataOf(client.GET('/v1/session' as never) as Promise<{ data?: unknown }>).then(viewerOf),
});

function viewerOf(session: unknown): Viewer {
  const { name, language, zone, kind, role } = (session ?? {}) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  const as = kind === 'customer' ? role : kind;
  return {
    as: as === 'partner' || as === 'staff' || as === 'customer-member' ? as : 'customer-administrator',
    name: text(name),
    language: text(language),
    zone: text(zone),
  };
}

/** Returns who reads, once it is known. */
export function useViewer(): Viewer | undefined {
  return useQuery(sessionQuery).data;
}

/** Ends the session here, and shows the page to sign in on. */
export async function signOut(): Promise<void> {
  await client.POST('/v1/sign-out' as never, {} as never).catch(() => undefined);
  location.assign('/sign-in');
}
