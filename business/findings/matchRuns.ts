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
 * Joins the runs of one clause to its known findings. A run belongs to the earliest finding of its group that shares
 * time with it, so a key survives recounts that lengthen, shorten or split the run; where a run has grown over several
 * findings the earliest takes over the others. A run nobody owns is new; a finding without a run is cleared.
 */
export function matchRuns(runs: readonly Run[], findings: readonly Known[]): Match {
  const live = findings
    .filter((finding) => finding.status !== 'merged')
    .sort((a, b) => a.reading.from - b.reading.from || (a.key < b.key ? -1 : 1));
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
      taken.set(other.key, run);
      if (other.status !== 'confirmed' && other.status !== 'cleared')
        merge.push({ key: other.key, into: first.key });
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
