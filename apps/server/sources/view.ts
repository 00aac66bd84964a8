import type { z } from '@hono/zod-openapi';
import { type RejectionCode, todos } from '#business/usage/import/rejections.ts';
import { barsOf, firstDayShown } from '#business/usage/sources/bars.ts';
import { usualPace } from '#business/usage/sources/silence.ts';
import { listSources, readDays, type SourceRow } from '#business/usage/sources/sourceList.store.ts';
import {
  readDisagreements,
  readSourceGaps,
  readSourceRejections,
} from '#business/usage/sources/sourceTrouble.store.ts';
import { readUnmatched } from '#business/usage/unmatched.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { dateIn, day, formatInstant, hour, type Instant, minute } from '#platform/instant.ts';
import type { SourceItem, SourcePage } from './schemas.ts';

const instantText = (instant: Instant | null) => (instant === null ? null : formatInstant(instant));

/** Returns a source as the list shows it, at `now`. */
export function sourceItem(row: SourceRow, now: Instant): z.infer<typeof SourceItem> {
  const { customer, customerName, source, records, days, first, last } = row;
  const heard = first !== null && last !== null ? { days, first, last } : null;
  const pace = heard && usualPace(heard);
  return {
    customer: { id: customer, name: customerName },
    source,
    records,
    lastRecord: instantText(last),
    lastImport: instantText(row.lastImport),
    silent: row.silentFrom !== null && now > row.silentFrom,
    pace: pace === null ? null : paceWords(pace),
    gaps: row.gaps,
    conflicts: row.conflicts,
    unmatched: row.unmatched,
    disagreeing: row.disagreeing,
  };
}

/** Returns the mean gap between days in words, as rough as people speak of it. */
export function paceWords(microseconds: number): string {
  const units = [
    [day, 'day'],
    [hour, 'hour'],
    [minute, 'minute'],
  ] as const;
  for (const [unit, word] of units) {
    const many = Math.round(microseconds / unit);
    if (microseconds >= unit)
      return many === 1 ? `a record about every ${word}` : `a record about every ${many} ${word}s`;
  }
  return 'several records a minute';
}

/** Returns the whole page of a source at `now`; `undefined` when there is no such source. */
export async function sourcePage(
  tx: Tx,
  customer: string,
  source: string,
  now: Instant,
): Promise<z.infer<typeof SourcePage> | undefined> {
  const [row] = await listSources(tx, { customer, source, now }, { after: null, limit: 1 });
  if (!row) return undefined;
  const today = dateIn(now, 'UTC');
  const days = await readDays(tx, customer, source, firstDayShown(today));
  const rejections = await readSourceRejections(tx, customer, source);
  const unmatched = await readUnmatched(tx, customer);
  const gaps = await readSourceGaps(tx, customer, source);
  const totals = await readDisagreements(tx, customer, source);
  return {
    ...sourceItem(row, now),
    firstRecord: instantText(row.first),
    silentFrom: instantText(row.silentFrom),
    bars: barsOf(days, today),
    grades: gradeViews(row.grades),
    gapList: gaps.map((gap) => ({ ...gap, at: instantText(gap.at) })),
    totals: totals.map((total) => ({ ...total, at: instantText(total.at) })),
    unmatchedList: unmatched
      .filter((one) => one.source === source)
      .map(({ feature, records }) => ({ feature, records })),
    rejections: {
      total: rejections.total,
      items: rejections.items.map(({ code, receivedAt, ...one }) => ({
        ...one,
        receivedAt: formatInstant(receivedAt),
        todo: todos[code as RejectionCode] ?? '',
      })),
    },
  };
}

function gradeViews(grades: Readonly<Record<string, number>>): z.infer<typeof SourcePage>['grades'] {
  return Object.entries(grades)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([grade, records]) => ({
      grade,
      records,
      words: gradeWords[grade] ?? `Graded “${grade}” by whoever sent it.`,
    }));
}

const gradeWords: Readonly<Record<string, string>> = {
  '': 'Reports of use: full evidence.',
  'debug-log': 'A debug log, which its vendor calls no record of use: weaker evidence.',
  declared: 'What the customer declared: as good as the declaration.',
};
