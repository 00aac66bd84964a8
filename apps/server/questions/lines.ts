import { evidenceFor } from '#business/findings/examine.ts';
import type { EvidenceRow, JudgedWindow } from '#business/findings/finding.ts';
import { type Judged, type JudgeInput, judge, requestsFor } from '#business/findings/judge.ts';
import { judgeInput } from '#business/findings/judgeInput.ts';
import type { Counted, Line } from '#business/questions/question.ts';
import { countByASweep } from '#business/usage/counts/one/sweep.ts';
import { holds } from '#platform/instant.ts';
import type { World } from '../world.ts';

/** A line as it is counted now. `rowCounts`: whether the row is among what counts; `null` where none was named. */
export type LineNow = { readonly counted: Counted | null; readonly rowCounts: boolean | null };

/** Which line is meant. */
export type Place = Pick<Line, 'agreement' | 'clause' | 'group' | 'from'> & {
  readonly row: { readonly source: string; readonly id: string } | null;
};

/** Returns how a line counts in what was judged: the window that holds its beginning, as windows may be cut anew. */
export function lineIn(input: JudgeInput, judged: Judged, place: Place): LineNow {
  const window = windowOf(judged, place);
  const { row } = place;
  if (!window) return { counted: null, rowCounts: row === null ? null : false };
  const rowCounts = row === null ? null : rowOf(input, window, place) !== undefined;
  return { counted: { value: window.value, limit: window.limit }, rowCounts };
}

function windowOf(judged: Judged, { group, from }: Place): JudgedWindow | undefined {
  return (judged.get(group) ?? []).find((one) => holds(one, from));
}

function rowOf(input: JudgeInput, window: JudgedWindow, { group, row }: Place): EvidenceRow | undefined {
  const rows = evidenceFor(requestsFor(input), window, group);
  return rows.find(({ source, id }) => source === row?.source && id === row.id);
}

/** Returns a line with what is counted on it at the moment of the world; `undefined` where there is no such line. */
export function lineNow(
  world: World,
  place: Place,
): { readonly line: Line; readonly counted: Counted } | undefined {
  const known = world.agreements.find(({ signed }) => signed.id === place.agreement);
  const clause = known?.signed.clauses.find(({ id }) => id === place.clause);
  if (!known || !clause) return undefined;
  const input = judgeInput(world, known, clause);
  const window = windowOf(judge(input, countByASweep), place);
  if (!window) return undefined;
  const { agreement, group, row: named } = place;
  const found = named && rowOf(input, window, place);
  if (named && !found) return undefined;
  const row = named && { source: named.source, id: named.id, person: found?.who ?? null };
  const { from, until, value, limit } = window;
  return { line: { agreement, clause: clause.id, group, from, until, row }, counted: { value, limit } };
}
