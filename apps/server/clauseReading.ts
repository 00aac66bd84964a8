import type { Examined } from '#business/findings/examine.ts';
import type { ClauseReading } from '#business/findings/finding.store.ts';
import type { JudgeInput } from '#business/findings/judge.ts';
import { rulingOf } from '#business/usage/ruled.ts';
import type { Instant } from '#platform/instant.ts';
import { drawable } from './drawable.ts';

/** Returns what is kept of a clause as it was examined: enough to draw it and to say where use stands. */
export function clauseReading(input: JudgeInput, examined: Examined): ClauseReading {
  const { judged, noData, firstDifference } = examined;
  const groups = Object.fromEntries([...judged].map(([group, windows]) => [group, drawable(windows)]));
  const waiting = waitingIn(examined);
  return { groups, noData, firstDifference, heard: heardOf(input), ...(waiting ? { waiting } : {}) };
}

function waitingIn({ judged, waiting }: Examined): ClauseReading['waiting'] {
  if (waiting.length === 0) return undefined;
  const all = new Set(waiting);
  const byGroup = [...judged].map(([group, windows]) => {
    const own = windows.filter((window) => all.has(window));
    return [group, own.map(({ until }) => until)] as const;
  });
  return Object.fromEntries(byGroup.filter(([, ends]) => ends.length > 0));
}

/**
 * Returns up to when each source told of what counts for a clause: the latest moment its records speak of, and no later
 * than that of reading. What a decision or a right leaves out was heard all the same.
 */
function heardOf({ records, features, asOf }: JudgeInput): Readonly<Record<string, Instant>> {
  const rules = Map.groupBy(features, ({ feature }) => feature);
  const heard = new Map<string, Instant>();
  for (const record of records) {
    const { source, at, until } = record;
    if (at >= asOf || record.kind === 'retraction') continue;
    const own = rules.get(rulingOf(record)?.aside?.feature ?? record.feature);
    if (!own?.some((rule) => rule.source === null || rule.source === source)) continue;
    const told = Math.min(Math.max(at, until ?? at), asOf) as Instant;
    if (told > (heard.get(source) ?? -1)) heard.set(source, told);
  }
  return Object.fromEntries(heard);
}
