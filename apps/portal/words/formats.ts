/** Numbers, days and moments as one person reads them: in their language, moments in their zone unless one is named. */
export type Formats = ReturnType<typeof formatsOf>;

const plainNumber = /^-?\d+(\.\d+)?$/;
const dayForm = /^\d{4}-\d\d-\d\d$/;
const second = 1000;

const cache = new Map<string, unknown>();

function once<T>(key: string, make: () => T): T {
  const known = cache.get(key) as T | undefined;
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

/** Returns how numbers, amounts, days and moments are written in a locale (`de`, `en-GB`), in a zone. */
export function formatsOf(locale: string, zone: string) {
  const dates = (kind: Intl.DateTimeFormatOptions, inZone = zone) =>
    once(
      `${locale} ${inZone} ${JSON.stringify(kind)}`,
      () => new Intl.DateTimeFormat(locale, { ...kind, timeZone: inZone }),
    );
  const numbers = (kind: Intl.NumberFormatOptions) =>
    once(`${locale} ${JSON.stringify(kind)}`, () => new Intl.NumberFormat(locale, kind));
  const longDay = { year: 'numeric', month: 'long', day: 'numeric' } as const;
  const shortDay = { year: 'numeric', month: 'short', day: 'numeric' } as const;
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  const atMidnight = (at: Date, inZone: string) =>
    once(
      `clock ${inZone}`,
      () =>
        new Intl.DateTimeFormat('en-GB', {
          timeZone: inZone,
          hour: '2-digit',
          minute: '2-digit',
          second: '2-digit',
          hourCycle: 'h23',
        }),
    ).format(at) === '00:00:00';
  /** An exact decimal, every digit kept; what is none (`67500/31`) as it is. */
  const number = (text: string | number) => {
    const given = String(text);
    if (!plainNumber.test(given)) return given;
    return numbers({ maximumFractionDigits: 20 }).format(given as `${number}`);
  };
  /** A calendar date: `2026-03-31` is `March 31, 2026`. */
  const day = (date: string, short = false) =>
    dayForm.test(date)
      ? dates(short ? shortDay : longDay, 'UTC').format(new Date(`${date}T00:00:00Z`))
      : date;
  /** A moment, as the clock of the zone shows it; at midnight the day alone. */
  const moment = (instant: string, inZone = zone) => {
    const at = new Date(instant);
    return dates(atMidnight(at, inZone) ? shortDay : { ...shortDay, ...time }, inZone).format(at);
  };
  return {
    locale,
    zone,
    number,
    day,
    moment,
    /** The day a moment falls on. */
    dayOf: (instant: string, inZone = zone) => dates(longDay, inZone).format(new Date(instant)),
    /** The last day before a half-open span ends; with its time where it ends within a day. */
    lastDay: (until: string, inZone = zone) => {
      const end = new Date(until);
      return atMidnight(end, inZone)
        ? dates(longDay, inZone).format(new Date(end.getTime() - second))
        : dates({ ...longDay, ...time }, inZone).format(end);
    },
    /** A half-open span, last day included: `Mar 1 – 31, 2026`. What begins with a day and lasts about one is told in days. */
    span: (from: string, until: string, inZone = zone) => {
      const [start, end] = [new Date(from), new Date(until)];
      const isLong = end.getTime() - start.getTime() > 20 * 3600 * second;
      const whole = atMidnight(start, inZone) && end > start && (isLong || atMidnight(end, inZone));
      const last = whole ? new Date(end.getTime() - second) : end;
      return dates(whole ? shortDay : { ...shortDay, ...time }, inZone)
        .formatRange(start, last)
        .replace(/[\u2009\u202f]/g, ' ');
    },
    /** An amount of money, exact: `€1,234.50`. */
    money: (amount: string, currency: string) =>
      numbers({ style: 'currency', currency }).format(amount as `${number}`),
    /** Whole percents. */
    percent: (whole: number) => numbers({ style: 'percent', maximumFractionDigits: 0 }).format(whole / 100),
    list: (items: readonly string[], kind: 'conjunction' | 'disjunction' = 'conjunction') =>
      once(`${locale} list ${kind}`, () => new Intl.ListFormat(locale, { type: kind })).format(items),
    /** A day seen from another: `in 12 days`, `tomorrow`. */
    away: (date: string, today: string) => {
      const days = Math.round((Date.parse(date) - Date.parse(today)) / (24 * 3600 * second));
      const words = once(`${locale} away`, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
      return Math.abs(days) < 60
        ? words.format(days, 'day')
        : words.format(Math.round(days / 30.44), 'month');
    },
    /** The calendar date of a moment, for reckoning: `2026-03-31`. */
    dateOf: (instant: string, inZone = zone) =>
      once(`date ${inZone}`, () => new Intl.DateTimeFormat('en-CA', { timeZone: inZone })).format(
        new Date(instant),
      ),
  };
}
