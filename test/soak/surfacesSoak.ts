import fc from 'fast-check';
import { defects } from '../surfaces/defects.ts';
import { differences } from '../surfaces/differences.ts';
import { surfaceCase } from '../surfaces/surfaceCase.ts';
import { surfacesOf } from '../surfaces/surfaces.ts';

/** How many cases are made at once: all of them would fill the memory. */
const atOnce = 200;
/** In so many of the first cases every planted defect is looked for too. */
const planted = 400;

/**
 * `npm run soak -- surfaces [CASES] [SEED]`: so many random cases in process (an agreement, use, a moment); in each the
 * portal, detection, the API's pages and the command line are asked, and have to say the same. Then every planted
 * defect has to be seen. The last line is "N passed, N failed": cases, and planted defects. Returns whether all did.
 */
export function surfacesSoak(cases: number, seed: number): boolean {
  const begun = performance.now();
  const statuses = new Map<string, number>();
  const seen = new Set<string>();
  let failed = 0;
  for (let done = 0; done < cases; done += atOnce) {
    const numRuns = Math.min(atOnce, cases - done);
    for (const [n, given] of fc.sample(surfaceCase, { numRuns, seed: seed + done }).entries()) {
      const surfaces = surfacesOf(given);
      for (const { status } of surfaces.portal.figures) statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const found = differences(surfaces, given.clause, given.asOf);
      if (found.length > 0) failed += 1;
      for (const what of found.slice(0, 3)) console.log(`FAIL case ${n} of seed ${seed + done}: ${what}`);
      if (done + n >= planted) continue;
      for (const { name, plant } of defects.filter((defect) => !seen.has(defect.name))) {
        const wrong = { ...surfaces, portal: plant(surfaces.portal) };
        if (differences(wrong, given.clause, given.asOf).length > found.length) seen.add(name);
      }
    }
  }
  const unseen = defects.filter(({ name }) => !seen.has(name));
  for (const { name } of unseen) console.log(`FAIL a planted defect was not seen: ${name}`);
  const seconds = (performance.now() - begun) / 1000;
  const counts = [...statuses].sort().map(([status, times]) => `${status}: ${times}`);
  console.log(`     ${cases} cases in ${seconds.toFixed(0)} s, seed ${seed}; ${counts.join(', ')}`);
  console.log(`     ${seen.size} of ${defects.length} planted defects seen`);
  console.log(`\n${cases - failed + seen.size} passed, ${failed + unseen.length} failed`);
  return failed + unseen.length === 0;
}
