import { formatInstant, type Instant } from '#platform/instant.ts';

/** Returns one event: so many calls at a moment, under an id. */
export function event(
  id: string,
  at: Instant,
  quantity: number,
  data: Readonly<Record<string, unknown>> = {},
): string {
  const time = formatInstant(at);
  return JSON.stringify({
    specversion: '1.0',
    id,
    source: '/gateway',
    type: 'call',
    time,
    data: { quantity, ...data },
  });
}

/** Returns the event that takes back another. */
export function retraction(id: string, of: string, at: Instant): string {
  return event(id, at, 1, { kind: 'retraction', retracts: of });
}
