import { gradeAttribute } from '#business/usage/import/checkoutLog.ts';
import { recordKey, type UsageRecord } from '#business/usage/record.ts';
import type { EvidenceRow, OpenQuestion } from './finding.ts';

/** What evidence of a grade is, after "rest on". */
const restsOn: ReadonlyMap<string, string> = new Map([
  ['debug-log', 'a debug log, which its vendor calls no record of use'],
  ['declared', 'what the customer declared'],
]);

/**
 * Returns a question for each grade of evidence weaker than a report: how many of the counted units have no better. It
 * takes nothing off the excess: they were seen, by a witness that proves less.
 */
export function weakEvidence({
  evidence,
  records,
}: {
  readonly evidence: readonly EvidenceRow[];
  readonly records: readonly UsageRecord[];
}): OpenQuestion[] {
  const grades = new Map<string, string>();
  for (const record of records) {
    const grade = record.attributes[gradeAttribute];
    if (grade !== undefined) grades.set(recordKey(record), grade);
  }
  return [...restsOn].flatMap(([grade, on]) => {
    const count = evidence.filter((row) => grades.get(recordKey(row)) === grade).length;
    if (count === 0) return [];
    const words = `${count} of the counted units rest${count === 1 ? 's' : ''} on ${on}.`;
    return [{ code: 'weak-evidence' as const, count, units: null, words }];
  });
}
