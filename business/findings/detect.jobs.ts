import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Clause } from '#business/agreements/agreement.ts';
import { tzdataVersion } from '#platform/calendar.ts';
import type { Tx } from '#platform/database/scope.ts';
import { dateIn } from '#platform/instant.ts';
import type { Examined, ProvenRun } from './examine.ts';
import { type By, commandFinding, findingsOf, saveReading } from './finding.store.ts';
import type { EvidenceRow, FindingKey, JudgedWindow, Verification } from './finding.ts';
import type { FindingCommand, ReadingSummary, VerificationSummary } from './lifecycle.ts';
import { matchRuns } from './matchRuns.ts';

/** What detection found out about one clause. */
export type Detected = { readonly agreement: string; readonly clause: Clause; readonly examined: Examined };

/**
 * Brings the findings of one clause to what was found: new runs are detected, known ones recounted and verified again,
 * vanished ones cleared, joined ones merged. A second round over the same facts writes nothing.
 */
export async function detectClause(tx: Tx, { agreement, clause, examined }: Detected, by: By): Promise<void> {
  const stored = await findingsOf(tx, by.customer);
  const findings = stored
    .map(({ finding }) => finding)
    .filter((finding) => finding.agreement === agreement && finding.clause === clause.id);
  const proofOf = new Map(examined.runs.map((proven) => [proven.run, proven]));
  const match = matchRuns([...proofOf.keys()], findings);
  const give = (id: string, command: FindingCommand) => commandFinding(tx, id, command, by);

  for (const { key, into } of match.merge) await give(key, { kind: 'merge', at: by.now, into });
  for (const key of match.clear) await give(key, { kind: 'clear', at: by.now });
  for (const { key, run } of match.recount) {
    const finding = findings.find((one) => one.key === key)!;
    const proof = proofOf.get(run)!;
    const reading = summaryOf(proof, clause);
    const { customer, group } = finding;
    const place = { key, customer, agreement, clause: clause.id, group };
    if (finding.status === 'cleared') await give(key, { kind: 'detect', at: by.now, place, reading });
    else if (finding.reading.digest !== reading.digest)
      await give(key, { kind: 'recount', at: by.now, reading });
    await keep(tx, key, proof, reading, by);
    const verification = withoutWords(proof.verification);
    if (!isDeepStrictEqual(verification, finding.verification) || finding.status === 'cleared')
      await give(key, { kind: 'verify', at: by.now, verification });
  }
  for (const run of match.detect) {
    const proof = proofOf.get(run)!;
    const reading = summaryOf(proof, clause);
    const key = keyOf(by.customer, clause, proof);
    const place = { key, customer: by.customer as never, agreement, clause: clause.id, group: run.group };
    await give(key, { kind: 'detect', at: by.now, place, reading });
    await keep(tx, key, proof, reading, by);
    await give(key, { kind: 'verify', at: by.now, verification: withoutWords(proof.verification) });
  }
}

function keep(
  tx: Tx,
  key: FindingKey,
  { run, evidence, verification, outside }: ProvenRun,
  reading: ReadingSummary,
  by: By,
): Promise<void> {
  return saveReading(tx, key, reading.digest, { run, evidence, verification, outside }, by);
}

/** `F-northwind-seats-2026-03-01-1a2b`: readable, and unique by agreement, clause, group and first beginning. */
function keyOf(customer: string, clause: Clause, { run }: ProvenRun): FindingKey {
  const tail = sha256(JSON.stringify([run.agreement, clause.id, run.group, run.from])).slice(0, 4);
  return `F-${customer}-${clause.id}-${dateIn(run.from, clause.measure.zone)}-${tail}` as FindingKey;
}

function summaryOf(proof: ProvenRun, clause: Clause): ReadingSummary {
  const { run, evidence } = proof;
  const numbers = {
    from: run.from,
    until: run.until,
    peakFrom: run.peak.from,
    peakUntil: run.peak.until,
    value: run.peak.value,
    limit: run.peak.limit,
    excess: run.peak.excess,
    windows: run.windows.length,
  };
  const digest = sha256(JSON.stringify([clause.id, run.windows.map(settled), evidence.map(counted)]));
  return { ...numbers, tzdata: tzdataVersion(), digest };
}

/** A window that is still open ends with the moment of reading: that it went on is no other reading. */
function settled({ from, until, value, limit, excess, open }: JudgedWindow) {
  return [from, open ? null : until, value, limit, excess];
}

function counted({ source, id, contributes }: EvidenceRow) {
  return [source, id, contributes];
}

function withoutWords({ passed, counts, reconciliation, questions }: Verification): VerificationSummary {
  return {
    passed,
    counts,
    reconciliation,
    questions: questions.map(({ code, count, units }) => ({ code, count, units })),
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
