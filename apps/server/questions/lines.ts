import { evidenceFor } from '#business/findings/examine.ts';
import type { JudgedWindow } from '#business/findings/finding.ts';
import { type Judged, type JudgeInput, judge, requestsFor } from '#business/findings/judge.ts';
import { judgeInput } from '#business/findings/judgeInput.ts';
import type { Counted, Line } from '#business/questions/question.ts';
import { countByASweep } from '#business/usage/counts/one/sweep.ts';
import { holds } from '#platform/instant.ts';
import type { World } from '../world.ts';

/** A line as it is counted now: what its window came to, and whether the contested row is in it (`null`: none was named). */
export type LineNow = { readonly counted: Counted | null; readonly rowCounts: boolean | null };

type Place = Omit<Line, 'until'>;

/** Returns how a line counts in what was judged: the window that holds its beginning, as windows may be cut anew. */
export function lineIn(input: JudgeInput, judged: Judged, { group, from, row }: Place): LineNow {
  const window = (judged.get(group) ?? []).find((one) => holds(one, from));
  if (!window) return { counted: null, rowCounts: row === null ? null : false };
  return {
    counted: { value: window.value, limit: window.limit },
    rowCounts: row === null ? null : hasRow(input, window, group, row),
  };
}

function hasRow(
  input: JudgeInput,
  window: JudgedWindow,
  group: string,
  row: NonNullable<Line['row']>,
): boolean {
  const rows = evidenceFor(requestsFor(input), window, group);
  return rows.some(({ source, id }) => source === row.source && id === row.id);
}

/** Returns the window of a line and how it counts at the moment of the world; `undefined` where there is no such clause or window. */
export function lineNow(
  world: World,
  place: Place,
): (LineNow & { readonly counted: Counted; readonly window: JudgedWindow }) | undefined {
  const known = world.agreements.find(({ signed }) => signed.id === place.agreement);
  const clause = known?.signed.clauses.find(({ id }) => id === place.clause);
  if (!known || !clause) return undefined;
  const input = judgeInput(world, known, clause);
  const judged = judge(input, countByASweep);
  const window = (judged.get(place.group) ?? []).find((one) => holds(one, place.from));
  const { counted, rowCounts } = lineIn(input, judged, place);
  return window && counted ? { counted, rowCounts, window } : undefined;
}
