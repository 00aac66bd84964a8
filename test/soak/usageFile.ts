import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const linesAtOnce = 5000;

/**
 * Writes so many events as NDJSON, a piece at a time; returns the file's size in bytes. They lie in the hour before
 * `now` (milliseconds since 1970), as far as it is of the same month in UTC.
 */
export async function writeUsageFile(path: string, rows: number, now: number): Promise<number> {
  await pipeline(Readable.from(pieces(rows, startOf(now), now)), createWriteStream(path));
  return (await stat(path)).size;
}

function startOf(now: number): number {
  const at = new Date(now);
  return Math.max(now - 3_600_000, Date.UTC(at.getUTCFullYear(), at.getUTCMonth()));
}

function* pieces(rows: number, start: number, end: number): Generator<string> {
  for (let from = 0; from < rows; from += linesAtOnce) {
    const count = Math.min(linesAtOnce, rows - from);
    yield `${Array.from({ length: count }, (_, i) => line(from + i, start + ((end - start) * (from + i)) / rows)).join('\n')}\n`;
  }
}

/** One call by one of ten thousand users. */
function line(number: number, at: number): string {
  const time = new Date(Math.floor(at)).toISOString();
  const data = { quantity: 1, user: `user-${number % 10_000}`, territory: number % 3 === 0 ? 'DE' : 'FR' };
  return JSON.stringify({
    specversion: '1.0',
    id: `call-${number}`,
    source: '/gateway',
    type: 'call',
    time,
    data,
  });
}
