import type { Agreement } from '#business/agreements/agreement.ts';
import type { CustomerId } from '#business/customers/customer.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import type { Instant } from '#platform/instant.ts';
import { type Examined, examine, type Surroundings } from '../examine.ts';
import type { Run } from '../finding.ts';
import type { JudgeInput } from '../judge.ts';
import { judgeInput } from '../judgeInput.ts';

/** What is examined: an agreement of one clause, what was used, and when we look. */
export type Case = {
  readonly agreement: Agreement;
  readonly records: readonly UsageRecord[];
  readonly chosen?: ReadonlyMap<string, string>;
  readonly asOf: Instant;
};

const around: Surroundings = {
  customer: 'northwind' as CustomerId,
  relationship: { since: '2019', renewals: 6, goodExperiences: [], vendorMistakes: [], openOrders: [] },
  gaps: [],
  totals: [],
  nameOf: (who) => who,
};

/** Returns what judging the one clause of a case needs: its real terms, as known when we look. */
export function inputOf({ agreement, records, chosen = new Map(), asOf }: Case): JudgeInput {
  const signed = agreement.texts.at(-1)!.signed;
  const known = {
    catalog: { features: [] },
    agreements: [{ agreement, signed }],
    records,
    chosen,
    now: asOf,
  };
  return judgeInput(known, { agreement, signed }, signed.clauses[0]!);
}

/** Returns what both counts find out about a case; throws where they differ, which they never do. */
export function examined(given: Case): Examined {
  const result = examine(inputOf(given), around);
  if (result.firstDifference !== null) throw new Error(`the two counts differ: ${result.firstDifference}`);
  return result;
}

/** Returns the runs that detection would make findings of. */
export function runsIn(given: Case): readonly Run[] {
  return examined(given).runs.map(({ run }) => run);
}
