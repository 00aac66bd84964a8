import { describe, expect, test } from 'vitest';
import type { JudgedWindow } from '#business/findings/finding.ts';
import { aClause, aMeasure, anAgreement, at } from '#test/given.ts';
import { sightOf } from './sightOf.ts';

const now = at('2026-03-20');
const window = (from: string, until: string, used: [value: string, limit: string]): JudgedWindow => {
  const [value, limit] = used;
  const range = { low: value, high: value };
  const open = at(until) >= now;
  return { from: at(from), until: at(until), value, limit, excess: '0', provenance: [], open, range };
};
const seats = aClause({ measure: aMeasure({ aggregate: { kind: 'peakConcurrency' } }) });
const stands = (february: [string, string], march: [string, string], clause = seats) => {
  const windows = [window('2026-02-01', '2026-03-01', february), window('2026-03-01', '2026-03-20', march)];
  return sightOf({ ...anAgreement(), from: at('2026-01-01'), until: at('2027-01-01') }, clause, windows, now);
};

describe('where use stands', () => {
  test('is told by the month before while that was fuller than the one that has just begun', () => {
    expect(stands(['95', '100'], ['60', '100'])).toMatchObject({ used: '95', limit: '100' });
    expect(stands(['50', '100'], ['60', '100'])).toMatchObject({ used: '60', limit: '100' });
  });

  test('is told by the running month where the limit is another now: no use of then beside a limit of now', () => {
    expect(stands(['130', '200'], ['60', '100'])).toMatchObject({ used: '60', limit: '100' });
    expect(stands(['95', '100'], ['60', '200'])).toMatchObject({ used: '60', limit: '200' });
  });

  test('has use and limit of one month where the limit grows with use', () => {
    const grown = { ...seats, allowance: { each: '2', of: 'users' } };
    expect(stands(['95', '110'], ['3', '102'], grown)).toMatchObject({ used: '95', limit: '110' });
  });

  test('is told by the running month alone for what adds up', () => {
    expect(stands(['95', '100'], ['60', '100'], aClause())).toMatchObject({ used: '60' });
  });
});
