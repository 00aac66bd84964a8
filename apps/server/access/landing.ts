import type { Principal } from '#business/identity/principal.ts';
import { ownPath } from '#platform/ownPath.ts';

/**
 * Returns where somebody goes who has just signed in: where they wanted to, if that is a path of ours in a room of
 * theirs, else their own room. Of people outside the vendor that is the portal.
 */
export function landing({ kind }: Pick<Principal, 'kind'>, wanted: unknown): string {
  const place = ownPath(wanted);
  if (kind === 'staff') return place ?? '/';
  return place !== null && /^\/(?:portal|sign-in\/(?:security|provider))(?:[/?#]|$)/.test(place)
    ? place
    : '/portal';
}
