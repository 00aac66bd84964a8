import { describe, expect, test } from 'vitest';
import type { CapacityClause, Clause } from '#business/agreements/agreement.ts';
import { describeLimit } from '#business/agreements/describeLimit.ts';
import { effectiveTerms } from '#business/agreements/effectiveTerms.ts';
import { grownTerms } from '#business/agreements/grownTerms.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import { latest } from '#platform/instant.ts';
import { aClause, aMeasure, anAgreement, aRecord, at, known } from '#test/given.ts';
import { type Case, examined, inputOf } from './given/examined.ts';
import { verdictOf } from './verdict.ts';

const everythingRead = { totals: [], gaps: [], rejected: 0 };
const calls = (day: string, quantity: string) => aRecord({ at: at(day), quantity });
const month = (clause: Partial<CapacityClause>, records: UsageRecord[], more: Clause[] = []): Case => ({
  agreement: known(anAgreement({ clauses: [aClause(clause), ...more] })),
  records,
  asOf: at('2026-07-01'),
});
const windowsIn = (given: Case) => examined(given).judged.get('[]') ?? [];
const tellingIn = (given: Case) =>
  windowsIn(given).map(({ from, value, limit, excess }) => [
    new Date(from / 1000).getUTCMonth() + 1,
    value,
    limit,
    excess,
  ]);

describe('a limit that grows with another clause', () => {
  const hosts = aClause({
    id: 'hosts',
    features: ['host'],
    baseLimit: '2',
    measure: aMeasure({ aggregate: { kind: 'unique', by: 'who' } }),
  });
  const host = (who: string, day: string) => aRecord({ at: at(day), feature: 'host', who });
  const grows = { baseLimit: '10', allowance: { each: '5', of: 'hosts' } };
  const use = [
    calls('2026-01-05', '21'),
    calls('2026-02-05', '26'),
    ...['a', 'b', 'c', 'c'].map((who, n) => host(who, `2026-02-1${n}`)),
  ];

  test('comes with what is committed or what is used, whichever is more', () => {
    expect(tellingIn(month(grows, use, [hosts])).slice(0, 3)).toEqual([
      [1, '21', '20', '1'],
      [2, '26', '25', '1'],
      [3, '0', '20', '0'],
    ]);
  });

  test('says where it comes from, in parts that add up', () => {
    const given = month(grows, use, [hosts]);
    const [, february] = windowsIn(given);
    expect(february!.provenance.map(({ kind, of, value }) => [kind, of, value])).toEqual([
      ['limit', 'calls', '10'],
      ['allowance', 'hosts', '15'],
    ]);
    const terms = effectiveTerms(given.agreement, { at: at('2026-02-01'), knownAt: latest }).clauses.get(
      'calls',
    )!;
    expect(describeLimit(grownTerms(terms, february!.limit, february!), 'UTC')).toBe(
      '25 = 10 signed + 15 that comes with hosts',
    );
    expect(describeLimit(terms, 'UTC')).toBe('10 = 10 signed, and 5 for each unit of hosts in its period');
  });

  test('an open month waits: hosts may still come, and bring more', () => {
    const open = { ...month(grows, use, [hosts]), asOf: at('2026-02-20') };
    const { runs, waiting } = examined(open);
    expect(runs.map(({ run }) => run.windows.length)).toEqual([1]);
    expect(waiting.map(({ value }) => value)).toEqual(['26']);
  });
});

describe('a clause that binds on a stated fact', () => {
  const fact = (day: string, employees: string, source = 'declaration') =>
    aRecord({
      kind: 'level',
      at: at(day),
      feature: 'employees',
      quantity: employees,
      series: 'employees',
      source,
    });
  const large = {
    baseLimit: '1',
    onlyIf: { kind: 'any' as const, of: [{ fact: 'employees', is: 'atLeast' as const, value: '250' }] },
  };
  const use = [calls('2026-01-05', '2'), calls('2026-02-05', '3'), calls('2026-02-25', '4')];

  test('is judged only while the fact holds, in windows cut where that changes', () => {
    const given = month(large, [...use, fact('2026-01-01', '249'), fact('2026-02-20', '250')]);
    expect(tellingIn(given).slice(0, 2)).toEqual([
      [2, '4', '1', '3'],
      [3, '0', '1', '0'],
    ]);
  });

  test('is kept where it never bound, whatever was used', () => {
    const given = month(large, [...use, fact('2025-06-01', '249')]);
    expect(verdictOf(inputOf(given), examined(given), everythingRead)).toEqual({
      result: 'within',
      why: null,
    });
  });

  test('cannot be told of where nothing was stated, or two sources disagree; nobody is accused', () => {
    for (const facts of [[], [fact('2026-01-01', '250'), fact('2026-01-01', '249', 'register')]]) {
      const given = month(large, [...use, ...facts]);
      const verdict = verdictOf(inputOf(given), examined(given), everythingRead);
      expect(examined(given).runs).toEqual([]);
      expect(examined(given).noData).toBe(true);
      expect(verdict.result).toBe('cannot-tell');
      expect(verdict.why).toContain('employees is at least 250');
    }
  });
});

describe('records in conflict', () => {
  const other = (record: UsageRecord, quantity: string): UsageRecord => ({
    ...record,
    quantity,
    digest: `other ${quantity}`,
  });

  test('about what a limit grows with leave a finding unproven: the limit could be higher', () => {
    const hosts = aClause({ id: 'hosts', features: ['host'], baseLimit: '2' });
    const host = aRecord({ at: at('2026-01-05'), feature: 'host', quantity: '3' });
    const use = [calls('2026-01-05', '16'), host, other(host, '4')];
    const grows = { baseLimit: '0', allowance: { each: '5', of: 'hosts' } };
    const { runs } = examined(month(grows, use, [hosts]));
    expect(
      runs.map(({ run, verification }) => [run.peak.limit, run.peak.range.low, verification.passed]),
    ).toEqual([['10', '6', false]]);
  });

  test('about a stated fact leave it open whether the clause binds, from then on', () => {
    const fact = (day: string, quantity: string) =>
      aRecord({ kind: 'level', at: at(day), feature: 'employees', quantity, series: 'e' });
    const later = fact('2026-02-10', '251');
    const onlyIf = { kind: 'all' as const, of: [{ fact: 'employees', is: 'above' as const, value: '250' }] };
    const given = (records: UsageRecord[]) =>
      inputOf(month({ onlyIf }, [fact('2026-01-01', '300'), ...records])).binding;
    expect(given([later, other(later, '249')])!.map(({ known }) => known)).toEqual(['yes', 'unknown']);
    expect(given([later, other(later, '252')])!.map(({ known }) => known)).toEqual(['yes']);
  });
});

describe('a ratchet', () => {
  test('keeps the highest month so far: the finding goes on, with the evidence of that month', () => {
    const given = month({ baseLimit: '5', measure: aMeasure({ ratchet: true }) }, [
      calls('2026-01-05', '4'),
      calls('2026-02-05', '9'),
      calls('2026-04-05', '7'),
    ]);
    const { runs } = examined(given);
    expect(tellingIn(given).map(([, value]) => value)).toEqual(['4', '9', '9', '9', '9', '9']);
    expect(runs.map(({ run }) => [run.windows.length, run.peak.excess])).toEqual([[5, '4']]);
    expect(runs[0]!.evidence.map(({ from, contributes }) => [from, contributes])).toEqual([
      [at('2026-02-05'), '9'],
    ]);
  });
});

describe('an open month that a late record could lower is not judged before it is closed', () => {
  const open = (clause: Partial<CapacityClause>, records: UsageRecord[]) => {
    const { runs, waiting } = examined({ ...month(clause, records), asOf: at('2026-03-05') });
    return [runs.length, waiting.map(({ value }) => value)];
  };

  test('where use is charged when it begins: what began before would have been charged then', () => {
    const lasts = 2 * 86_400_000_000;
    const measure = aMeasure({ firstUse: { each: ['who'], lasts } });
    const ann = (day: string) => aRecord({ at: at(day), who: 'ann' });
    expect(open({ baseLimit: '0', measure }, [ann('2026-03-01')])).toEqual([0, ['1']]);
  });

  test('where one source rules another', () => {
    const rule = { kind: 'rulingSource' as const, sources: ['sso', 'vpn'] };
    const rights = [{ id: 'R-1', from: at('2026-01-01'), until: at('2027-01-01'), rule }];
    const calls = (day: string, source: string, quantity: string) =>
      aRecord({ at: at(day), who: 'ann', source, quantity });
    const byVpn = calls('2026-03-02', 'vpn', '3');
    expect(open({ baseLimit: '2', rights }, [byVpn])).toEqual([0, ['3']]);
    expect(open({ baseLimit: '2', rights }, [byVpn, calls('2026-03-03', 'sso', '1')])).toEqual([0, []]);
  });
});

describe('the evidence of what is rated', () => {
  const core = (server: string, quantity: string) =>
    aRecord({
      kind: 'level',
      at: at('2026-01-02'),
      quantity,
      series: `${server}${quantity}`,
      attributes: { server, chip: 'x' },
    });

  test('says of each record how it came to count as it does', () => {
    const measure = aMeasure({
      aggregate: { kind: 'peakConcurrency' },
      rating: [
        { kind: 'factor', by: 'chip', table: { x: '0.5' }, otherwise: '1' },
        { kind: 'floor', each: ['server'], atLeast: '4' },
        { kind: 'packs', each: [], size: '2' },
        { kind: 'times', factor: '25' },
      ],
    });
    const given = month({ baseLimit: '10', measure }, [core('a', '2'), core('a', '3'), core('b', '9')]);
    const { evidence, run } = examined(given).runs[0]!;
    expect(run.peak.value).toBe('125');
    expect(evidence.map(({ contributes, because }) => [contributes, because])).toEqual([
      [
        '50',
        '2 × 0.5; at least 4 for each server, with 1 more; packs of 2, rounded up, with 2 more; all × 25',
      ],
      [
        '0',
        '3 × 0.5; at least 4 for each server, with 1 more; packs of 2, rounded up, with 2 more; all × 25',
      ],
      ['75', '9 × 0.5; at least 4 for each server; packs of 2, rounded up, with 2 more; all × 25'],
    ]);
  });
});
