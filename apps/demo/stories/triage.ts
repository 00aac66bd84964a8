import type { DemoTeam } from './desk.ts';

/** The table by which Meridian Tools sorts its findings; its last row takes what no other row says anything about. */
export function triageTable({ manager, deals, legal }: DemoTeam): object[] {
  const row = (
    tests: object,
    severity: string,
    sequence: number,
    owner: string | null,
    dueDays: number | null,
  ) => ({
    tests,
    outcome: { severity, sequence, owner, dueDays },
  });
  return [
    row({ flags: { kind: 'hasAny', values: ['legal-hold', 'do-not-contact'] } }, 'low', 9, legal, null),
    row({ evidence: { kind: 'oneOf', values: ['open'] } }, 'normal', 5, manager, 14),
    row({ stake: { kind: 'between', atLeast: '1000', below: null, currency: 'EUR' } }, 'high', 1, deals, 7),
    row({ percent: { kind: 'between', atLeast: '20', below: null } }, 'high', 2, manager, 10),
    row({}, 'normal', 6, manager, 30),
  ];
}
