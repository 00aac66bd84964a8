import { queryOptions, useQuery } from '@tanstack/react-query';
import { client, dataOf } from './client.ts';

/** Who reads: in which role, by which account and name, and what they chose. */
export type Viewer = {
  readonly account: string | null;
  readonly as: 'customer-administrator' | 'customer-member' | 'partner' | 'staff';
  readonly name: string | null;
  readonly language: string | null;
  readonly zone: string | null;
};

type Session = Partial<{
  account: string | null;
  kind: string | null;
  role: string | null;
  name: string | null;
  language: string | null;
  zone: string | null;
}>;

/** Who reads, asked once; `null` for nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 5 * 60_000,
  retry: false,
  queryFn: () => dataOf(client.GET('/v1/session' as never) as Promise<{ data?: Session }>).then(viewerOf),
});

function viewerOf({ account, kind, role, name, language, zone }: Session): Viewer | null {
  if (!kind) return null;
  const as = kind === 'customer' ? role : kind;
  return {
    account: account ?? null,
    as: as === 'partner' || as === 'staff' || as === 'customer-administrator' ? as : 'customer-member',
    name: name || null,
    language: language ?? null,
    zone: zone ?? null,
  };
}

/** Returns who reads, once it is known. */
export function useViewer(): Viewer | undefined {
  return useQuery(sessionQuery).data ?? undefined;
}

/** Keeps a chosen language with the account, so that mail is written in it too. Nobody has to wait for it. */
export function keepLanguage(language: string): void {
  const put = client.PUT('/v1/session' as never, { body: { language } } as never) as Promise<unknown>;
  put.catch(() => undefined);
}

/** Ends the session here, and shows the page to sign in on. */
export async function signOut(): Promise<void> {
  await (client.DELETE('/v1/session' as never, {} as never) as Promise<unknown>).catch(() => undefined);
  location.assign('/sign-in');
}
