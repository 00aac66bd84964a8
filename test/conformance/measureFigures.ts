import { bindsAt } from '#business/findings/binding.ts';
import { evidenceFor, judgeInput, requestsFor } from '#business/findings/index.ts';
import { exact } from '#platform/exact.ts';
import { momentIn } from '#platform/fields.ts';
import { holds, type Instant } from '#platform/instant.ts';
import type { Example } from './example.ts';
import type { Figures } from './figures.ts';
import type { Question } from './form.ts';
import { clauseOf, examined, windowAt } from './reading.ts';

type Asked = Extract<Question, { ask: 'groups' | 'evidence' | 'binds' }>;

/**
 * Returns what a clause's measure is made of.
 *
 * - `groups`: those above zero in the window that holds `at`, in order, each by its one value.
 * - `evidence`: `from`, when each counted unit of that window begins, as a day of the week and a time of the
 *   agreement's zone.
 * - `binds`: whether the clause binds at `at`: true, false or unknown.
 */
export function measureFigures(example: Example, question: Asked): Figures {
  const { agreement, signed, catalog, records } = example;
  const clause = clauseOf(example, question.clause);
  const seen = examined(example, clause.id);
  const known = { agreement, signed };
  const input = judgeInput(
    { catalog, agreements: [known], records, chosen: new Map(), now: signed.until },
    known,
    clause,
  );
  const at = momentIn(question.at, signed.zone);
  switch (question.ask) {
    case 'groups': {
      const above = [...seen.judged].filter(([, windows]) =>
        windows.some((window) => holds(window, at) && exact(window.value).compare(0) > 0),
      );
      return { groups: above.map(([group]) => (JSON.parse(group) as string[]).join(', ')).sort() };
    }
    case 'evidence': {
      const rows = evidenceFor(
        requestsFor(input),
        windowAt(seen, question, signed),
        JSON.stringify(question.group ?? []),
      );
      return { from: rows.map(({ from }) => onTheClock(from, signed.zone)) };
    }
    case 'binds': {
      const binds = bindsAt(input.binding ?? [], at);
      return { binds: { yes: 'true', no: 'false', unknown: 'unknown' }[binds] };
    }
  }
}

function onTheClock(instant: Instant, timeZone: string): string {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return clock.format(instant / 1000).replace(',', '');
}
