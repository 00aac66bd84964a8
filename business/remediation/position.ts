import type { Agreement, Clause, SignedAgreement } from '#business/agreements/agreement.ts';
import { effectiveTerms, termsTimeline } from '#business/agreements/effectiveTerms.ts';
import type { ClauseTerms } from '#business/agreements/terms.ts';
import type { Catalog } from '#business/catalog/priceBook.ts';
import type { JudgedWindow } from '#business/findings/finding.ts';
import { withTolerance } from '#business/findings/judge.ts';
import type { Finding, ReadingSummary } from '#business/findings/lifecycle.ts';
import { type Exact, exact, greater, stored, zero } from '#platform/exact.ts';
import { dateIn, type Instant, type Interval, overlap } from '#platform/instant.ts';
import { spanToPay } from './spanToPay.ts';
import { type TrueUp, trueUp } from './trueUp.ts';

/**
 * Where a customer stands on a clause: `covered` is within thanks to a permit alone, or beyond by what somebody dismissed
 * with a reason; `near` from nine tenths on; `cannot-tell` without data, while records in conflict could be beyond, and
 * while a running window is beyond with a value that may still fall.
 */
export type Status = 'beyond' | 'near' | 'within' | 'covered' | 'cannot-tell';

/** One line of the positions page. Exact numbers in stored form; `entitled` is `null` for a restriction. */
export type Standing = {
  readonly group: string;
  readonly entitled: string;
  readonly used: string;
  readonly balance: string;
  readonly status: Status;
  readonly atStake: TrueUp | null;
  readonly finding: string | null;
  /** Which window the numbers are of: still running (`open`), the worst of a finding (`peak`); `null` without any. */
  readonly period: (Interval & { readonly open: boolean; readonly peak: boolean }) | null;
};

/** What a standing is drawn from: the newest judged windows of one group, and the findings still alive there. */
export type StandingInput = {
  readonly agreement: Agreement;
  readonly signed: SignedAgreement;
  readonly clause: Clause;
  readonly group: string;
  readonly windows: readonly JudgedWindow[];
  readonly findings: readonly Exclude<Finding, { status: 'none' }>[];
  readonly noData: boolean;
  readonly catalog: Catalog;
  readonly now: Instant;
  /** Keys of findings whose true-up both sides have agreed: what they cost is owed, and no longer at stake. */
  readonly agreed?: ReadonlySet<string>;
};

/**
 * Returns where a group stands now. With a live finding the numbers are those of its peak (a confirmed one: as
 * confirmed), else those of the newest telling window (see `fuller`). At stake is the price of the missing units (see `spanToPay`).
 */
export function standingOf(input: StandingInput): Standing {
  const live = input.findings.filter(
    ({ status }) => status === 'detected' || status === 'verified' || status === 'confirmed',
  );
  const open = live.filter((finding) => !onlyCouldBe(finding, input.windows));
  const worst = open.sort((a, b) => exact(b.reading.excess).compare(exact(a.reading.excess)))[0];
  if (worst) {
    const reading = worst.status === 'confirmed' ? worst.confirmed : worst.reading;
    const isOwed = isOurs(worst) || input.agreed?.has(worst.key);
    const priced = isOwed ? null : priceOfExcess(input, reading);
    return {
      ...numbers(input.group, exact(reading.limit), exact(reading.value)),
      status: 'beyond',
      atStake: priced,
      finding: worst.key,
      period: {
        from: reading.peakFrom,
        until: reading.peakUntil,
        open: reading.open === true && reading.peakUntil === reading.until,
        peak: true,
      },
    };
  }
  const inDoubt = live[0];
  const last = inDoubt
    ? input.windows.find((window) => overlap(window, inDoubt.reading))
    : fuller(input.clause, input.windows);
  const limit = last ? exact(last.limit) : limitNow(input);
  const used = last ? exact(last.value) : zero;
  return {
    ...numbers(input.group, limit, used),
    status: inDoubt ? 'cannot-tell' : quietStatus(input, limit, used, last),
    atStake: null,
    finding: inDoubt?.key ?? null,
    period: last ? { from: last.from, until: last.until, open: last.open, peak: false } : null,
  };
}

/** What was found beyond and is not now: records in conflict could still prove it, and count for nothing until somebody settles them. */
function onlyCouldBe(finding: Exclude<Finding, { status: 'none' }>, windows: readonly JudgedWindow[]) {
  const inConflict =
    finding.status === 'detected' &&
    (finding.verification?.questions.some(({ code }) => code === 'conflict') ?? false);
  return inConflict && !windows.some((window) => window.excess !== '0' && overlap(window, finding.reading));
}

/**
 * Of the newest window that is complete and the one still running, that which stands closer to its limit: a month that
 * has just begun says little about where a customer stands; but a limit that is another now says less.
 */
function fuller(clause: Clause, windows: readonly JudgedWindow[]): JudgedWindow | undefined {
  const [before, last] = [windows.at(-2), windows.at(-1)];
  if (!before || !last?.open) return last;
  const grows = clause.kind === 'capacity' && clause.allowance !== undefined;
  if (before.limit !== last.limit && !grows) return last;
  const [a, b] = [exact(before.value).mul(exact(last.limit)), exact(last.value).mul(exact(before.limit))];
  return a.gt(b) ? before : last;
}

function numbers(group: string, limit: Exact, used: Exact) {
  return { group, entitled: stored(limit), used: stored(used), balance: stored(limit.sub(used)) };
}

/** Nobody owes for a mistake of ours: not where somebody named it as the cause, nor while it is in question. */
function isOurs(finding: Exclude<Finding, { status: 'none' }>): boolean {
  if (finding.status === 'confirmed') return finding.cause === 'vendor-mistake';
  return finding.verification?.questions.some(({ code }) => code === 'vendor-mistake') ?? false;
}

/** Returns the price of what a reading shows beyond its limit, or `null` where no price is agreed or the term is over. */
export function priceOfExcess(given: Priceable, reading: Beyond): TrueUp | null {
  const result = trueUpOfExcess(given, reading);
  return result.ok ? result.value : null;
}

type Priceable = Pick<StandingInput, 'signed' | 'clause' | 'catalog'>;
type Beyond = Pick<ReadingSummary, 'limit' | 'excess' | 'peakFrom' | 'until' | 'open'>;

/** As `priceOfExcess`, with the problems that prevent a price (see `trueUp`). */
export function trueUpOfExcess(
  { signed, clause, catalog }: Priceable,
  reading: Beyond,
): ReturnType<typeof trueUp> {
  const span = spanToPay(signed, reading);
  return trueUp({
    clause,
    agreement: { ...signed, until: span.until },
    entitled: exact(reading.limit),
    excess: exact(reading.excess),
    from: dateIn(span.from, signed.zone),
    catalog,
  });
}

function quietStatus(
  input: StandingInput,
  limit: Exact,
  used: Exact,
  window: JudgedWindow | undefined,
): Status {
  if (input.noData) return 'cannot-tell';
  const highest = window ? exact(window.range.high) : used;
  const settled = input.findings.some(({ status }) => status === 'dismissed');
  if (used.gt(limit) && !tolerated(input.clause, limit, used)) return settled ? 'covered' : 'cannot-tell';
  if (highest.gt(limit) && !tolerated(input.clause, limit, highest)) return 'cannot-tell';
  if (input.clause.kind === 'capacity' && used.gt(signedLimit(input, window)) && used.lte(limit))
    return 'covered';
  return used.gt(zero) && used.mul(10).gte(limit.mul(9)) ? 'near' : 'within';
}

/** What was signed and amended allowed, without any permit: the most of it in the window, where there is one. */
function signedLimit(input: StandingInput, window: JudgedWindow | undefined): Exact {
  const agreement = { ...input.agreement, variations: [] };
  if (!window) return limitNow({ ...input, agreement });
  const pieces = termsTimeline(agreement, input.clause.id, window, input.now);
  return pieces.reduce((most, { terms }) => greater(most, limitOf(terms)), zero);
}

function limitNow({ agreement, clause, now }: Pick<StandingInput, 'agreement' | 'clause' | 'now'>): Exact {
  return limitOf(effectiveTerms(agreement, { at: now, knownAt: now }).clauses.get(clause.id));
}

function limitOf(terms: ClauseTerms | undefined): Exact {
  return terms?.kind === 'capacity' ? exact(terms.limit) : zero;
}

function tolerated(clause: Clause, limit: Exact, used: Exact): boolean {
  return used.lte(withTolerance(clause, limit));
}
