/** The parts of the form `agreement/1` that the guided changes touch; everything else stays as it is. */
export type AgreementForm = {
  readonly [key: string]: unknown;
  readonly id: string;
  readonly title: string;
  readonly signedOn: string;
  readonly from: string;
  readonly until: string;
  readonly zone: string;
  readonly currency: string;
  readonly orderLines?: readonly LineForm[];
  readonly clauses: readonly ClauseForm[];
  readonly duties?: readonly { readonly id: string }[];
  readonly amendments?: readonly AmendmentForm[];
  readonly variations?: readonly { readonly id: string; readonly kind: string; readonly clause: string }[];
};

export type LineForm = {
  readonly [key: string]: unknown;
  readonly id: string;
  readonly clause: string;
  readonly quantity: string;
  readonly source: string;
};

export type ClauseForm = {
  readonly [key: string]: unknown;
  readonly id: string;
  readonly kind: string;
  readonly product: string;
  readonly limit?: string;
};

export type AmendmentForm = {
  readonly id: string;
  readonly signedOn: string;
  readonly from: string;
  readonly changes: readonly Readonly<Record<string, unknown>>[];
};

/** Returns all order lines, those of amendments too. */
export function linesOf({ orderLines = [], amendments = [] }: AgreementForm): LineForm[] {
  const added = amendments.flatMap(({ changes }) =>
    changes.flatMap(({ addOrderLine }) => (addOrderLine ? [addOrderLine as LineForm] : [])),
  );
  return [...orderLines, ...added];
}

/** Returns an id that none of `taken` is: the prefix and the next number. */
export function nextId(prefix: string, taken: readonly { readonly id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  let n = taken.length + 1;
  while (ids.has(`${prefix}-${n}`)) n += 1;
  return `${prefix}-${n}`;
}
