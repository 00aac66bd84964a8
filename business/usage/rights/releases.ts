import type { Release } from '#business/agreements/right.ts';

/**
 * Returns the release a version is of: the longest one that begins it, compared part by part between points, without
 * capitals (`12.3` begins `12.3.1` and is `12.3` itself, not `12.30`); `undefined` where nobody knows.
 */
export function releaseOf(version: string, releases: readonly Release[]): Release | undefined {
  const parts = partsOf(version);
  const own = releases.filter(({ version: release }) =>
    partsOf(release).every((part, i) => part === parts[i]),
  );
  return own.reduce<Release | undefined>(
    (best, one) => (best && partsOf(best.version).length >= partsOf(one.version).length ? best : one),
    undefined,
  );
}

function partsOf(version: string): readonly string[] {
  return version.toLowerCase().split('.');
}
