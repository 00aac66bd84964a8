import { overlap } from '#platform/instant.ts';
import type { FindingKey, Run } from './finding.ts';
import type { Finding } from './lifecycle.ts';

type Known = Exclude<Finding, { status: 'none' }>;

/** What detection has to do so that findings are again what the runs say. */
export type Match = {
  readonly detect: readonly Run[];
  readonly recount: readonly { readonly key: FindingKey; readonly run: Run }[];
  readonly clear: readonly FindingKey[];
  readonly merge: readonly { readonly key: FindingKey; readonly into: FindingKey }[];
};

/**
 * Joins the runs of one clause to its known findings. A run belongs to a finding of its group that shares time with it,
 * so a key survives recounts that lengthen, shorten or split the run: to the earliest that is open, else the earliest
 * dismissed, else the earliest cleared, which is then beyond again. Where a run has grown over several findings that
 * one takes over the others: all but those confirmed, which keep their own reading, and those cleared, which are past.
 * A run nobody owns is new; a finding without a run is cleared.
 */
export function matchRuns(runs: readonly Run[], findings: readonly Known[]): Match {
  const live = findings
    .filter((finding) => finding.status !== 'merged')
    .sort((a, b) => rank(a) - rank(b) || a.reading.from - b.reading.from || (a.key < b.key ? -1 : 1));
  const taken = new Map<FindingKey, Run>();
  const detect: Run[] = [];
  const merge: { key: FindingKey; into: FindingKey }[] = [];
  for (const run of [...runs].sort((a, b) => a.from - b.from)) {
    const owners = live.filter(
      (finding) => finding.group === run.group && !taken.has(finding.key) && overlap(finding.reading, run),
    );
    const [first, ...others] = owners;
    if (!first) {
      detect.push(run);
      continue;
    }
    taken.set(first.key, run);
    for (const other of others) {
      if (other.status === 'cleared') continue;
      taken.set(other.key, run);
      if (other.status !== 'confirmed') merge.push({ key: other.key, into: first.key });
    }
  }
  const recount = live.flatMap((finding) => {
    const run = taken.get(finding.key);
    return run && !merge.some(({ key }) => key === finding.key) ? [{ key: finding.key, run }] : [];
  });
  const clear = live
    .filter((finding) => !taken.has(finding.key) && finding.status !== 'cleared')
    .map((finding) => finding.key);
  return { detect, recount, clear, merge };
}

/** What was dismissed never takes over what still has to be decided. */
function rank({ status }: Known): number {
  return status === 'cleared' ? 2 : status === 'dismissed' ? 1 : 0;
}
