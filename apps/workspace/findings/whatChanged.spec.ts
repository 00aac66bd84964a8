import { describe, expect, it } from 'vitest';
import type { FindingView } from '#apps/server/pages.ts';
import { whatChanged } from './whatChanged.ts';

const read = {
  limit: '120',
  measured: '131',
  excess: '11',
  state: 'verified',
  cause: null,
  windowsBeyond: 3,
  verification: { counts: 'agree' },
  questions: [],
  timeline: [{ at: '2026-03-01T00:00:00Z', words: 'Detected' }],
  revisions: [],
} as unknown as FindingView;

describe('what changed while somebody decided', () => {
  it('is nothing between a finding and itself', () => {
    expect(whatChanged(read, read)).toEqual([]);
  });

  it('names each value before and after, then what was added', () => {
    const now: FindingView = {
      ...read,
      measured: '128',
      excess: '8',
      state: 'confirmed',
      timeline: [...read.timeline, { at: '2026-03-02T00:00:00Z', words: 'Confirmed by Sam Ortiz' }],
    };
    expect(whatChanged(read, now)).toEqual([
      'Measured: 131 → 128',
      'Excess: 11 → 8',
      'State: Verified, awaits a decision → Confirmed',
      'Confirmed by Sam Ortiz',
    ]);
  });
});
