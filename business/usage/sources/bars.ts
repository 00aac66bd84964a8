import { addDays, type CalendarDate, daysBetween } from '#platform/instant.ts';

/** How many records of a source began on a UTC day; how many imports spoke for it that came on one. */
export type SourceDay = { readonly day: string; readonly records: number; readonly imports: number };

/** Records and imports of one day or week, which begins on `from`. */
export type Bar = { readonly from: CalendarDate; readonly records: number; readonly imports: number };

const [daysShown, weeksShown] = [42, 53];

/** From which day on bars may need what happened. */
export function firstDayShown(today: CalendarDate): CalendarDate {
  return addDays(today, -7 * weeksShown);
}

/**
 * Returns the bars of a source up to today: one a day for the last six weeks where nothing is older, else one a week for
 * a year. Days and weeks without anything are bars of zero; what lies in the future is left out.
 */
export function barsOf(
  days: readonly SourceDay[],
  today: CalendarDate,
): { unit: 'day' | 'week'; bars: Bar[] } {
  const past = days.filter(({ day }) => day <= today);
  const first = past[0]?.day as CalendarDate | undefined;
  const unit = first && daysBetween(first, today) >= daysShown ? 'week' : 'day';
  const [length, most] = unit === 'week' ? [7, weeksShown] : [1, daysShown];
  const bars = Array.from({ length: most }, (_, i) => {
    const from = addDays(today, 1 - length * (most - i));
    return { from, records: 0, imports: 0 };
  });
  for (const { day, records, imports } of past) {
    const bar = bars[most - 1 - Math.floor(daysBetween(day as CalendarDate, today) / length)];
    if (!bar) continue;
    bar.records += records;
    bar.imports += imports;
  }
  return { unit, bars };
}
