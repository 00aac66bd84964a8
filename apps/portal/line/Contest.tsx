import { lazy, Suspense } from 'react';
import type { LinePlace } from '../data/portal.ts';

const Mark = lazy(() =>
  import('../questions/ContestMark.tsx').then((file) => ({ default: file.ContestMark })),
);

/** What was contested about a number, or one unit of it, and answered; and the way to say that it looks wrong. */
export function Contest(props: {
  place: LinePlace;
  group: string;
  window: string | null;
  unit?: { readonly key: string; readonly name: string };
}) {
  const { unit, window, group } = props;
  const { agreement, clause } = props.place;
  const [from] = (window ?? '').split('/');
  const row = unit ? rowOf(unit.key) : null;
  if (!from || (unit && !row)) return null;
  return (
    <Suspense>
      <Mark line={{ agreement, clause, group, from, row, label: unit?.name ?? null }} />
    </Suspense>
  );
}

/** A counted unit's key holds its source and its id there. */
function rowOf(key: string): { source: string; id: string } | null {
  try {
    const bytes = Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
      char.charCodeAt(0),
    );
    const [source, id] = JSON.parse(new TextDecoder().decode(bytes)) as [string, string];
    return { source, id };
  } catch {
    return null;
  }
}
