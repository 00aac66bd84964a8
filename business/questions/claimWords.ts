import type { Claim, ClaimKind } from './question.ts';

const words: Record<ClaimKind, string> = {
  'not-ours': 'not one of their people',
  left: 'left before',
  'counted-twice': 'counted twice',
  'test-machine': 'a machine for tests',
  'wrong-number': 'a wrong number',
  other: 'something else',
};

/** Returns what a customer says is wrong about a line, as we would say it: `left on 2026-03-01`. Names nobody. */
export function claimWords({ kind, on }: Claim): string {
  return kind === 'left' && on !== null ? `left on ${on}` : words[kind];
}
