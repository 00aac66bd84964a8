import type { Clause } from '#business/agreements/agreement.ts';
import type { CustomerId, Relationship } from '#business/customers/customer.ts';
import type { FeatureRule } from '#business/usage/measure.ts';
import { likeness, machineWord } from '#business/usage/people/likeness.ts';
import { recordKey, type UsageRecord } from '#business/usage/record.ts';
import type { AsideCause } from '#business/usage/ruled.ts';
import { type Exact, exact, greater, grouped, stored, sum, zero } from '#platform/exact.ts';
import { formatInstant, holds, type Instant, type Interval, overlap } from '#platform/instant.ts';
import { unsettled } from './conflictRanges.ts';
import { type Contest, contestQuestions } from './contests.ts';
import type { EvidenceRow, NotCounted, OpenQuestion, Run } from './finding.ts';
import { weakEvidence } from './weakEvidence.ts';

/** A stretch for which a source has told us that it has nothing to tell. */
export type Gap = Interval & { readonly source: string };

/** A source's own total beside the sum of its lines. */
export type SourceTotal = {
  readonly source: string;
  readonly feature: string;
  readonly at: Instant;
  readonly stated: string;
  readonly lines: string;
};

/** What the questions are drawn from. */
export type Doubts = {
  readonly customer: CustomerId;
  readonly clause: Clause;
  readonly run: Run;
  readonly evidence: readonly EvidenceRow[];
  readonly records: readonly UsageRecord[];
  readonly chosen: ReadonlyMap<string, string>;
  readonly features: readonly FeatureRule[];
  readonly relationship: Relationship;
  readonly gaps: readonly Gap[];
  readonly totals: readonly SourceTotal[];
  readonly notCounted: readonly NotCounted[];
  readonly contests?: readonly Contest[];
  readonly asOf?: Instant;
  /** How a person's key in a source reads, for the search for doubles; `who` itself may be a pseudonym. */
  readonly nameOf: (who: string) => string;
};

/** Returns everything that might still change the number, each once, in a fixed order. */
export function openQuestions(doubts: Doubts): readonly OpenQuestion[] {
  return [
    ...contestQuestions(doubts),
    ...mistakes(doubts),
    ...orders(doubts),
    ...doubles(doubts),
    ...serviceAccounts(doubts),
    ...conflicts(doubts),
    ...totalsThatDisagree(doubts),
    ...gapsIn(doubts),
    ...nobodyNamed(doubts),
    ...notReturned(doubts),
    ...missingAttributes(doubts),
    ...weakEvidence(doubts),
    ...notJudged(doubts),
    ...openWindow(doubts),
  ];
}

/** How many units the questions that name a number could take off the excess together. */
export function unitsInQuestion(questions: readonly OpenQuestion[]): ReturnType<typeof exact> {
  return sum(
    questions.filter((question) => question.units !== null).map((question) => exact(question.units!)),
  );
}

function mistakes({ relationship, clause, run }: Doubts): OpenQuestion[] {
  return relationship.vendorMistakes
    .filter((mistake) => mistake.clause === clause.id && overlap(mistake, run.peak))
    .map((mistake) => ({
      code: 'vendor-mistake',
      count: 1,
      units: mistake.units,
      words: `We made a mistake of our own here: ${mistake.what}`,
    }));
}

function orders({ relationship, clause, run }: Doubts): OpenQuestion[] {
  return relationship.openOrders
    .filter((order) => order.clause === clause.id && order.since < run.until)
    .map((order) => ({
      code: 'order-in-progress',
      count: 1,
      units: order.units,
      words: `Order ${order.id} for ${grouped(exact(order.units))} more is on its way and not yet in the agreement.`,
    }));
}

/**
 * Two keys that read alike once order, punctuation and the mail domain are left out are possibly one person; what all
 * but the greatest of them contribute is in question.
 */
function doubles({ evidence, nameOf }: Doubts): OpenQuestion[] {
  const alike = new Map<string, Map<string, Exact>>();
  for (const [who, units] of unitsByPerson(evidence)) {
    const key = likeness(nameOf(who));
    if (key !== '') alike.set(key, (alike.get(key) ?? new Map<string, Exact>()).set(who, units));
  }
  return [...alike.values()]
    .filter((people) => people.size > 1)
    .map((people) => ({
      code: 'possible-double',
      count: people.size,
      units: stored(sum(people.values()).sub([...people.values()].reduce(greater))),
      words: `${[...people.keys()].sort().map(person).join(' and ')} may be one person counted ${people.size === 2 ? 'twice' : `${people.size} times`}.`,
    }));
}

function serviceAccounts({ evidence, nameOf }: Doubts): OpenQuestion[] {
  const accounts = [...unitsByPerson(evidence)].filter(([who]) => machineWord(nameOf(who)) !== undefined);
  if (accounts.length === 0) return [];
  const names = accounts.map(([who]) => person(who)).sort();
  const words = `${names.slice(0, 5).join(', ')}${names.length > 5 ? ' and others' : ''} look${names.length === 1 ? 's' : ''} like an account of a machine, not a person.`;
  return [
    {
      code: 'service-account',
      count: names.length,
      units: stored(sum(accounts.map(([, units]) => units))),
      words,
    },
  ];
}

function unitsByPerson(evidence: readonly EvidenceRow[]): Map<string, Exact> {
  const units = new Map<string, Exact>();
  for (const { who, contributes } of evidence) {
    if (who !== null) units.set(who, (units.get(who) ?? zero).add(exact(contributes)));
  }
  return units;
}

/** How a person stands in stored words: by id, so that erasing the name erases it here too. */
function person(who: string): string {
  return `{person:${who}}`;
}

/** Returns the ids of the people that stored words speak of, in their order. */
export function peopleIn(words: string): readonly string[] {
  return [...words.matchAll(/\{person:([^}]*)\}/g)].map(([, who]) => who!);
}

/** Returns the words with each person's name put in; `nameOf` says what to write for a person whose name is erased. */
export function withNames(words: string, nameOf: (who: string) => string): string {
  return words.replace(/\{person:([^}]*)\}/g, (_, who: string) => nameOf(who));
}

function conflicts(doubts: Doubts): OpenQuestion[] {
  const count = unsettled(doubts).size;
  const { low, high } = doubts.run.peak.range;
  if (count === 0 || low === high) return [];
  const words = `${count} record${count === 1 ? ' came' : 's came'} in with differing content and do not count until settled: the value lies between ${grouped(exact(low))} and ${grouped(exact(high))}.`;
  return [{ code: 'conflict', count, units: null, words }];
}

function totalsThatDisagree({ totals, run, features }: Doubts): OpenQuestion[] {
  const counted = new Set(features.map((rule) => rule.feature));
  return totals
    .filter(
      (total) =>
        counted.has(total.feature) && holds(run, total.at) && !exact(total.stated).equals(exact(total.lines)),
    )
    .map((total) => ({
      code: 'totals-disagree',
      count: 1,
      units: null,
      words: `At ${formatInstant(total.at)} ${total.source} states ${grouped(exact(total.stated))} for ${total.feature}, while its own lines add up to ${grouped(exact(total.lines))}.`,
    }));
}

function gapsIn({ gaps, run }: Doubts): OpenQuestion[] {
  const met = gaps.filter((gap) => overlap(gap, run));
  if (met.length === 0) return [];
  const first = met[0]!;
  const words = `${first.source} could not be read ${met.length === 1 ? 'once' : `${met.length} times`} in this time, first at ${formatInstant(first.from)}: no data is not the same as no use.`;
  return [{ code: 'gap', count: met.length, units: null, words }];
}

function nobodyNamed({ clause, records, run }: Doubts): OpenQuestion[] {
  const { aggregate } = clause.measure;
  if (aggregate.kind !== 'unique' || aggregate.by !== 'who') return [];
  const count = identities(
    records.filter((record) => record.who === null && holds(run, record.at) && isUse(record)),
  );
  return count === 0
    ? []
    : [
        {
          code: 'nobody-named',
          count,
          units: null,
          words: `${count} records name nobody and were not counted.`,
        },
      ];
}

function notReturned({ records, evidence }: Doubts): OpenQuestion[] {
  const open = new Set(
    records
      .filter((record) => record.kind === 'held' && record.until === null)
      .map((record) => `${record.source}\n${record.id}`),
  );
  const count = evidence.filter((row) => open.has(`${row.source}\n${row.id}`)).length;
  if (count === 0) return [];
  return [
    {
      code: 'not-returned',
      count,
      units: String(count),
      words: `${count} of the counted checkouts have no return on record; they count as held until one comes in.`,
    },
  ];
}

function missingAttributes({ clause, records, run }: Doubts): OpenQuestion[] {
  if (clause.kind !== 'restriction') return [];
  const count = identities(
    records.filter(
      (record) => isUse(record) && holds(run, record.at) && record.attributes[clause.attribute] === undefined,
    ),
  );
  return count === 0
    ? []
    : [
        {
          code: 'attribute-missing',
          count,
          units: null,
          words: `${count} records do not say their ${clause.attribute} and were not judged.`,
        },
      ];
}

/** What was set aside without being free: use that another clause, or nobody, looks at. */
function notJudged({ notCounted }: Doubts): OpenQuestion[] {
  const count = (cause: AsideCause) =>
    notCounted.filter((one) => one.cause === cause).reduce((sum, { records }) => sum + records, 0);
  const outside = count('outside-pool');
  const unknown = count('release-unknown');
  const are = (number: number) => (number === 1 ? '1 record is' : `${number} records are`);
  return [
    ...(outside === 0
      ? []
      : [
          {
            code: 'outside-pool' as const,
            count: outside,
            units: null,
            words: `${are(outside)} of affiliates that may not draw on this quantity, and not counted here.`,
          },
        ]),
    ...(unknown === 0
      ? []
      : [
          {
            code: 'release-unknown' as const,
            count: unknown,
            units: null,
            words: `${are(unknown)} of versions whose release date nobody knows, and not judged.`,
          },
        ]),
  ];
}

function openWindow({ run }: Doubts): OpenQuestion[] {
  const open = run.windows.filter((window) => window.open).length;
  if (open === 0) return [];
  return [
    {
      code: 'window-open',
      count: open,
      units: null,
      words:
        'The last period is still running, or records for it may still come in; what is counted so far cannot become less by that.',
    },
  ];
}

/** How many different records there are, however often each came in. */
function identities(records: readonly UsageRecord[]): number {
  return new Set(records.map(recordKey)).size;
}

function isUse(record: UsageRecord): boolean {
  return (
    record.kind !== 'return' &&
    record.kind !== 'snapshot' &&
    record.kind !== 'retraction' &&
    record.kind !== 'queued' &&
    record.kind !== 'reservation'
  );
}
