import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceTotal } from '#business/usage/import/decoded.ts';
import { decode, type Example } from './example.ts';
import type { Figures } from './figures.ts';
import type { Question } from './form.ts';

/**
 * Returns what a license server's status says of a feature: `issued`, `inUse`, `queued`, `inUseAndQueued`, and whether
 * its lines add up to what it states (`agrees`: yes, no). Throws where the real file is there and says otherwise.
 */
export async function lmstatFigures(
  { signed, totals }: Example,
  { file, feature, real }: Extract<Question, { ask: 'lmstat' }>,
  shared: string | null,
): Promise<Figures> {
  const figures = figuresOf(totals.get(file) ?? [], feature);
  const path = shared !== null && real !== undefined ? join(shared, real) : null;
  if (path === null || !existsSync(path)) return figures;
  const read = { read: 'lmstat', file: path, source: path } as const;
  const others = figuresOf((await decode(path, read, signed)).totals, feature);
  if (JSON.stringify(others) === JSON.stringify(figures)) return figures;
  throw new Error(`the real file says ${JSON.stringify(others)}, ours ${JSON.stringify(figures)}`);
}

function figuresOf(totals: readonly SourceTotal[], feature: string): Figures {
  const [total, second] = totals.filter((one) => one.feature === feature);
  if (!total || second) throw new Error(`one status names ${feature} once`);
  const { issued, inUse, queued, agrees } = total;
  return {
    issued: String(issued),
    inUse: String(inUse),
    queued: String(queued),
    inUseAndQueued: String((inUse ?? 0) + queued),
    agrees: agrees ? 'yes' : 'no',
  };
}
