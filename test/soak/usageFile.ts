import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const start = Date.UTC(2026, 10, 1);
const linesAtOnce = 5000;

/** Writes so many events of November 2026 as NDJSON, a piece at a time; returns the file's size in bytes. */
export async function writeUsageFile(path: string, rows: number): Promise<number> {
  await pipeline(Readable.from(pieces(rows)), createWriteStream(path));
  return (await stat(path)).size;
}

function* pieces(rows: number): Generator<string> {
  for (let from = 0; from < rows; from += linesAtOnce) {
    const count = Math.min(linesAtOnce, rows - from);
    yield `${Array.from({ length: count }, (_, i) => line(from + i)).join('\n')}\n`;
  }
}

/** Two seconds apart, so that a million of them lie within the month; the user is one of ten thousand. */
function line(number: number): string {
  const time = new Date(start + number * 2000).toISOString();
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
