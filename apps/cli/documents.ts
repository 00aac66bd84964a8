import type { Problem } from '#platform/problem.ts';
import type { UsageFormat } from './usageFormat.ts';

/*
 * What `--json` prints, and what the text is written from. Every number is a decimal string; one that does not end
 * within ten decimals is rounded there. Every moment is in RFC 3339, UTC; spans are half-open. What is absent is null.
 */

export type Result = 'within' | 'beyond' | 'cannot-tell';

/** One usage file: what became of its entries, `entries = accepted + rejected + blank + other`. */
export type UsageDocument = {
  readonly file: string;
  readonly format: UsageFormat;
  readonly entries: string;
  readonly accepted: string;
  readonly rejected: string;
  readonly blank: string;
  readonly other: string;
  /** Per feature and moment what a license server issued and states; `agrees` compares it with its own lines. */
  readonly totals: readonly TotalDocument[];
  readonly notes: readonly {
    readonly kind: 'note' | 'gap';
    readonly code: string;
    readonly line: string | null;
    readonly at: string | null;
    readonly feature: string | null;
    readonly detail: string;
  }[];
  /** The first thousand. */
  readonly rejections: readonly {
    readonly line: string | null;
    readonly pointer: string | null;
    readonly code: string;
    readonly detail: string;
    readonly todo: string;
  }[];
};

export type TotalDocument = {
  readonly source: string;
  readonly feature: string;
  readonly at: string | null;
  readonly issued: string | null;
  readonly inUse: string | null;
  readonly lines: string;
  readonly reservations: string;
  readonly queued: string;
  readonly agrees: boolean | null;
};

/** What is allowed at a moment; `limit` for a capacity, `values` for a restriction. */
export type AllowedDocument = {
  readonly from: string;
  readonly until: string | null;
  readonly limit: string | null;
  readonly values: readonly string[] | null;
  /** In one line that adds up. */
  readonly words: string;
  readonly parts: readonly {
    readonly kind: string;
    readonly of: string;
    readonly value: string;
    readonly from: string;
    readonly until: string;
    readonly counts: boolean;
  }[];
  readonly pauses: readonly {
    readonly of: string;
    readonly pauses: readonly string[];
    readonly until: string;
  }[];
};

export type WindowDocument = {
  readonly group: Readonly<Record<string, string>>;
  readonly from: string;
  readonly until: string;
  readonly value: string;
  readonly limit: string;
  readonly excess: string;
  readonly open: boolean;
};

export type PricedDocument = {
  readonly currency: string;
  readonly lines: readonly { readonly kind: string; readonly label: string; readonly amount: string }[];
  readonly total: string;
};

export type FindingDocument = {
  readonly group: Readonly<Record<string, string>>;
  readonly from: string;
  readonly until: string;
  /** Whether its last window is still open. */
  readonly ongoing: boolean;
  readonly windows: string;
  readonly peak: WindowDocument;
  readonly limitWords: string;
  readonly verification: {
    readonly passed: boolean;
    readonly counts: 'agree' | 'differ';
    readonly reconciliation: string;
  };
  readonly questions: readonly {
    readonly code: string;
    readonly count: string;
    readonly units: string | null;
    readonly words: string;
  }[];
  /** The counted units of the peak: how many, and the first thousand. */
  readonly evidence: {
    readonly total: string;
    readonly rows: readonly {
      readonly source: string;
      readonly id: string;
      readonly kind: string;
      readonly feature: string;
      readonly who: string | null;
      readonly from: string;
      readonly until: string | null;
      readonly contributes: string;
      /** Where quantities are rated: how it came to count as it does. */
      readonly because?: string;
    }[];
  };
  readonly trueUp: PricedDocument | null;
  /** Why there is no true-up. */
  readonly notPriced: string | null;
};

export type ClauseDocument = {
  readonly id: string;
  readonly kind: 'capacity' | 'restriction';
  readonly product: string;
  readonly plain: string;
  readonly unit: { readonly one: string; readonly many: string };
  readonly result: Result;
  /** Why it cannot be told. */
  readonly why: string | null;
  /** At the moment judged at, or the last of the term. */
  readonly allowed: AllowedDocument;
  readonly countedAs: string;
  /** The window in which the value stands highest above its limit, or least below; none where nothing was reported. */
  readonly worst: WindowDocument | null;
  readonly counts: 'agree' | 'differ';
  readonly firstDifference: string | null;
  readonly reconciliation: 'agrees' | 'differs' | 'nothing to compare';
  readonly findings: readonly FindingDocument[];
};

export type AgreementDocument = {
  readonly id: string;
  readonly title: string;
  readonly customer: string;
  readonly from: string;
  readonly until: string;
  readonly zone: string;
  readonly currency: string;
  readonly asOf: string;
  readonly notes: readonly Pick<Problem, 'code' | 'detail' | 'todo'>[];
};

/** All usage together; it belongs to every agreement of the file. */
export type AllUsage = {
  readonly usage: readonly UsageDocument[];
  /** Records that came more than once with the same content, and those whose versions contradict each other. */
  readonly duplicates: string;
  readonly conflicts: string;
  /** Use that counts for no clause. */
  readonly unmatched: readonly {
    readonly source: string;
    readonly feature: string;
    readonly records: string;
  }[];
};

export type CheckDocument = AllUsage & {
  readonly goodterms: 'check/1';
  readonly result: Result;
  readonly agreements: readonly (AgreementDocument & { readonly clauses: readonly ClauseDocument[] })[];
};

/** One clause of `measure`: `value` is the first count's, `secondValue` the second's. */
export type MeasuredClause = Pick<
  ClauseDocument,
  'id' | 'unit' | 'countedAs' | 'result' | 'why' | 'counts' | 'firstDifference'
> & { readonly windows: readonly (WindowDocument & { readonly secondValue: string | null })[] };

export type MeasureDocument = AllUsage & {
  readonly goodterms: 'measure/1';
  readonly result: Result;
  readonly agreements: readonly (AgreementDocument & { readonly clauses: readonly MeasuredClause[] })[];
};

export type PriceDocument = PricedDocument & {
  readonly goodterms: 'price/1';
  readonly component: string;
  /** The component before, where a change from it is priced. */
  readonly insteadOf: string | null;
  readonly priceBook: string;
  readonly quantity: string;
  /** The units there were already, those given back, and the most so far; `null` where it was not asked. */
  readonly held: string | null;
  readonly givenBack: string | null;
  readonly reached: string | null;
  readonly per: string;
  readonly from: string;
  readonly until: string;
  readonly anchor: string;
};

export type CommitmentDocument = PricedDocument & {
  readonly goodterms: 'commitment/1';
  readonly commitment: string;
  readonly priceBook: string;
  readonly uses: readonly { readonly component: string; readonly quantity: string }[];
  readonly per: string;
  readonly from: string;
  readonly until: string;
  readonly anchor: string;
};

/** One clause of `explain`: `allowed` then, `changes` after it in order of time. */
export type ExplainedClause = Pick<
  ClauseDocument,
  'id' | 'kind' | 'product' | 'plain' | 'unit' | 'countedAs'
> & {
  readonly text: string;
  readonly allowed: AllowedDocument;
  /** Empty: those the catalog takes to the product. */
  readonly features: readonly string[];
  readonly rules: readonly string[];
  readonly changes: readonly AllowedDocument[];
};

export type ExplainDocument = {
  readonly goodterms: 'explain/1';
  readonly agreements: readonly (AgreementDocument & {
    readonly inForce: boolean;
    readonly clauses: readonly ExplainedClause[];
  })[];
};
