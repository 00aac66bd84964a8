import { after, formatInstant } from '#platform/instant.ts';
import type { UsageRecord } from '../record.ts';
import { type Content, derivedId, sealed } from './content.ts';
import type { Rejection } from './decoded.ts';
import { checkAttribute, checkText, refusal } from './limits.ts';
import type { LmstatLine } from './lmstatLine.ts';
import { type StatusTime, startTime } from './lmstatTime.ts';
import { quoted, rejection } from './rejections.ts';

type Line<Is extends LmstatLine['is']> = Extract<LmstatLine, { is: Is }>;

/** Where a line stands. `nth` says the how manieth equal line of the status it is: equal lines are different licenses. */
export type Place = {
  readonly source: string;
  readonly feature: string;
  readonly status: StatusTime;
  readonly line: number;
  readonly nth: (parts: readonly (string | number)[]) => number;
  readonly digest: (text: string) => string;
};

type Said = Pick<Content, 'kind' | 'at' | 'who' | 'series' | 'attributes'> & { readonly id: string };

/** Returns the record a line stands for, with the keys published at `lmstat`, or why it stands for none. */
export function lmstatRecord(
  line: Line<'checkout' | 'queued' | 'reservation'>,
  place: Place,
): UsageRecord | Rejection {
  const said =
    line.is === 'checkout'
      ? checkout(line, place)
      : line.is === 'queued'
        ? queued(line, place)
        : reservation(line, place);
  if ('todo' in said) return said;
  const { id, ...content } = said;
  const checks = Object.entries(content.attributes).map(([name, value]) => checkAttribute(name, value));
  if (content.who !== null) checks.push(checkText('The user', content.who));
  for (const checked of checks) if ('code' in checked) return refusal(checked, place.line);
  const { feature, source, status, digest } = place;
  const until = after(status.instant, 1);
  return sealed(source, id, { ...content, feature, until, quantity: String(line.count) }, digest);
}

function checkout(
  line: Line<'checkout'>,
  { feature, status, line: number, nth, digest }: Place,
): Said | Rejection {
  const at = startTime(line.start, status);
  const time = formatInstant(status.instant);
  if (at === undefined) {
    const { weekday, month, day } = line.start;
    const detail = `The start is ${quoted(`${weekday} ${month}/${day}`)}, the status ${time}.`;
    return rejection('start-impossible', detail, number);
  }
  const { user, host, display, version, server, handle, count } = line;
  const parts = [feature, user, host, display, version, server, handle, formatInstant(at), count];
  const series = derivedId('checkout', [...parts, nth(['checkout', ...parts])], digest);
  const id = derivedId('sighting', [series, time], digest);
  return { id, kind: 'sighting', at, who: user, series, attributes: described(line) };
}

function queued(line: Line<'queued'>, { feature, status, nth, digest }: Place): Said {
  const { user, host, display, version, server, handle, count } = line;
  const parts = [feature, user, host, display, version, server, handle, count];
  const id = derivedId(
    'queued',
    [...parts, nth(['queued', ...parts]), formatInstant(status.instant)],
    digest,
  );
  return { id, kind: 'queued', at: status.instant, who: user, series: null, attributes: described(line) };
}

function reservation(line: Line<'reservation'>, { feature, status, nth, digest }: Place): Said {
  const { type, name, server, count } = line;
  const parts = [feature, type, name, server, count];
  const time = formatInstant(status.instant);
  const id = derivedId('reservation', [...parts, nth(['reservation', ...parts]), time], digest);
  const attributes = { server, reservedFor: type, reservedName: name };
  return { id, kind: 'reservation', at: status.instant, who: null, series: null, attributes };
}

function described(line: Line<'checkout' | 'queued'>): Record<string, string> {
  const { host, display, version, server, handle, requested } = line;
  const linger = line.is === 'checkout' ? line.linger : null;
  const named = { host, display, version, server, handle, requested, linger };
  return Object.fromEntries(Object.entries(named).filter((pair): pair is [string, string] => !!pair[1]));
}
