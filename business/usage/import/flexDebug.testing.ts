import { Temporal } from 'temporal-polyfill';

/** One who had licenses: seconds from the start of the log; `until: null` never gave them back. */
export type Session = {
  readonly feature: string;
  readonly user: string;
  readonly host: string;
  readonly count: number;
  readonly from: number;
  readonly until: number | null;
};

type Shape = {
  /** When the log begins, RFC 3339. */
  readonly start: string;
  readonly zone: string;
  /** How many seconds the log goes on. */
  readonly length: number;
  readonly daemon?: string;
  readonly stampEvery?: number;
};

type Line = { readonly at: number; readonly order: number; readonly text: string };

/**
 * Returns a debug log of a license server by the grammar its vendor prints: `hh:mm:ss (daemon) OUT: "feature" user@host
 * (n licenses)`, with the start of `lmgrd`, a `TIMESTAMP m/d/yyyy` every few hours and only times of day in between.
 */
export function flexDebugLog(
  sessions: readonly Session[],
  { start, zone, length, daemon = 'acmed', stampEvery = 6 * 3600 }: Shape,
): string {
  const first = Temporal.Instant.from(start);
  const local = (at: number) => first.add({ seconds: at }).toZonedDateTimeISO(zone);
  const day = (at: number) => `${local(at).month}/${local(at).day}/${local(at).year}`;
  const said = ({ feature, user, host, count }: Session) =>
    `"${feature}" ${user}@${host}${count === 1 ? '' : `  (${count} licenses)`}`;
  const lines: Line[] = [
    { at: 0, order: 0, text: `(lmgrd) FlexNet Licensing (v11.16.2) started on lic1 (linux) (${day(0)})` },
    {
      at: 0,
      order: 1,
      text: `(${daemon}) Server started on lic1 for: ${[...new Set(sessions.map(({ feature }) => feature))].join(' ')}`,
    },
  ];
  for (let at = stampEvery; at <= length; at += stampEvery)
    lines.push({ at, order: 2, text: `(lmgrd) TIMESTAMP ${day(at)}` });
  for (const [i, session] of sessions.entries()) {
    lines.push({ at: session.from, order: 10 + 2 * i, text: `(${daemon}) OUT: ${said(session)}` });
    if (session.until !== null)
      lines.push({ at: session.until, order: 11 + 2 * i, text: `(${daemon}) IN: ${said(session)}` });
  }
  lines.sort((one, other) => one.at - other.at || one.order - other.order);
  return lines.map(({ at, text }) => `${clockText(local(at))} ${text}\n`).join('');
}

/** A clock as the daemons print it: the hour is not padded. */
function clockText({ hour, minute, second }: Temporal.ZonedDateTime): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${hour < 10 ? ' ' : ''}${hour}:${two(minute)}:${two(second)}`;
}
