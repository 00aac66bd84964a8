import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Clause } from '#business/agreements/agreement.ts';
import { tzdataVersion } from '#platform/calendar.ts';
import type { Tx } from '#platform/database/scope.ts';
import { exact } from '#platform/exact.ts';
import { dateIn, type Instant, overlap } from '#platform/instant.ts';
import type { Examined, ProvenRun } from './examine.ts';
import { type By, commandFinding, type StoredFinding, saveReading } from './finding.store.ts';
import type { EvidenceRow, FindingKey, JudgedWindow, Run, Verification } from './finding.ts';
import { withTolerance } from './judge.ts';
import type { FindingCommand, ReadingSummary, VerificationSummary } from './lifecycle.ts';
import { type Match, matchRuns } from './matchRuns.ts';

/** What detection found out about one clause, and the customer's findings as they stand. */
export type Detected = {
  readonly agreement: string;
  readonly clause: Clause;
  readonly examined: Examined;
  readonly stored: readonly StoredFinding[];
};

/**
 * Brings the findings of one clause to what was found: new runs are detected, known ones recounted and verified again,
 * vanished ones cleared, joined ones merged. A second round over the same facts writes nothing. Returns whether the
 * customer's findings have changed.
 */
export async function detectClause(
  tx: Tx,
  { agreement, clause, examined, stored }: Detected,
  by: By,
): Promise<boolean> {
  let changed = false;
  const findings = stored
    .map(({ finding }) => finding)
    .filter((finding) => finding.agreement === agreement && finding.clause === clause.id);
  const proofOf = new Map(examined.runs.map((proven) => [proven.run, proven]));
  const match = matchRuns([...proofOf.keys()], findings);
  const give = async (id: string, command: FindingCommand): Promise<void> => {
    changed = true;
    const done = await commandFinding(tx, id, command, by);
    // Detection asks only for what is possible: a finding must not get lost without a word.
    if (done.kind !== 'done')
      throw new Error(
        `${id} refused to ${command.kind}: ${done.kind === 'refused' ? done.refusal.words : ''}`,
      );
  };

  for (const { key, into } of match.merge) await give(key, { kind: 'merge', at: by.now, into });
  for (const key of match.clear) {
    const finding = findings.find((one) => one.key === key)!;
    if (!inDoubt(finding, clause, examined)) await give(key, { kind: 'clear', at: by.now });
    else if (finding.verification?.passed)
      await give(key, { kind: 'verify', at: by.now, verification: unsettled });
  }
  for (const { key, run } of match.recount) {
    const finding = findings.find((one) => one.key === key)!;
    const proof = proofOf.get(run)!;
    const reading = summaryOf(proof, clause, by.now);
    const { customer, group } = finding;
    const place = { key, customer, agreement, clause: clause.id, group };
    if (finding.status === 'cleared') await give(key, { kind: 'detect', at: by.now, place, reading });
    else if (finding.reading.digest !== reading.digest)
      await give(key, { kind: 'recount', at: by.now, reading });
    // What somebody confirmed stays as it was then, with what was in question.
    if (finding.status !== 'confirmed' || finding.confirmed.digest !== reading.digest)
      await keep(tx, key, proof, reading, by);
    const verification = withoutWords(proof.verification);
    if (!isDeepStrictEqual(verification, finding.verification) || finding.status === 'cleared')
      await give(key, { kind: 'verify', at: by.now, verification });
  }
  const holders = new Map(stored.map(({ finding }) => [finding.key, finding]));
  const found = new Set<FindingKey>();
  for (const run of match.detect) {
    const proof = proofOf.get(run)!;
    const reading = summaryOf(proof, clause, by.now);
    const key = keyOf(by.customer, clause, run, (candidate) => {
      const holder = holders.get(candidate);
      return found.has(candidate) || (holder !== undefined && !isFor(run, holder, match));
    });
    found.add(key);
    const place = { key, customer: by.customer as never, agreement, clause: clause.id, group: run.group };
    await give(key, { kind: 'detect', at: by.now, place, reading });
    await keep(tx, key, proof, reading, by);
    await give(key, { kind: 'verify', at: by.now, verification: withoutWords(proof.verification) });
  }
  return changed;
}

/** Records in conflict count for nothing until somebody settles them: what they could still prove is not cleared. */
function inDoubt(
  { group, reading }: StoredFinding['finding'],
  clause: Clause,
  { judged }: Examined,
): boolean {
  const meeting = (judged.get(group) ?? []).filter((window) => overlap(window, reading));
  return meeting.some(({ range, limit }) => exact(range.high).gt(withTolerance(clause, exact(limit))));
}

const unsettled: VerificationSummary = {
  passed: false,
  counts: 'agree',
  reconciliation: 'nothing to compare',
  questions: [{ code: 'conflict', count: 1, units: null }],
};

function keep(
  tx: Tx,
  key: FindingKey,
  { run, evidence, verification, outside, notCounted }: ProvenRun,
  reading: ReadingSummary,
  by: By,
): Promise<void> {
  return saveReading(tx, key, reading.digest, { run, evidence, verification, outside, notCounted }, by);
}

/** Whether a new run takes up the key of an earlier finding: of the same place, over by now, and nobody else's. */
function isFor(run: Run, { key, status, agreement, clause, group }: StoredFinding['finding'], match: Match) {
  const over = status === 'cleared' || status === 'merged' || match.clear.includes(key);
  const ofThisRound = [...match.recount, ...match.merge].some((one) => one.key === key);
  const here = agreement === run.agreement && clause === run.clause && group === run.group;
  return over && here && !ofThisRound;
}

/**
 * `F-northwind-seats-2026-03-01-1a2b`: readable, and one of its own. What is found again at the same place from the same
 * instant has the same key, unless `taken`: by a finding that began there and has moved on to other windows.
 */
function keyOf(customer: string, clause: Clause, run: Run, taken: (key: FindingKey) => boolean): FindingKey {
  const place = [run.agreement, clause.id, run.group, run.from];
  const date = dateIn(run.from, clause.measure.zone);
  for (let tries = 0; ; tries += 1) {
    const tail = sha256(JSON.stringify(tries === 0 ? place : [...place, tries])).slice(0, 4);
    const key = `F-${customer}-${clause.id}-${date}-${tail}` as FindingKey;
    if (!taken(key)) return key;
  }
}

function summaryOf(proof: ProvenRun, clause: Clause, now: Instant): ReadingSummary {
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
    open: run.windows.at(-1)!.open,
  };
  const windows = run.windows.map((window) => settled(window, now));
  const digest = sha256(JSON.stringify([clause.id, windows, evidence.map(counted)]));
  return { ...numbers, tzdata: tzdataVersion(), digest };
}

/** A window that still goes on ends with the moment of reading: that it went on is no other reading. */
function settled({ from, until, value, limit, excess, open }: JudgedWindow, now: Instant) {
  return [from, open || until >= now ? null : until, value, limit, excess];
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
