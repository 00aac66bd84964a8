import type { PortalOverview, PortalUse } from '../overviewSchemas.ts';

/** What somebody who reads the overview should see of one group of one clause; numbers as exact decimals. */
export type PortalFigure = {
  readonly agreement: string;
  readonly clause: string;
  readonly group: string;
  readonly status: PortalUse['status'];
  /** What is allowed now: a limit, or the values of a set. */
  readonly allowed: string;
  /** Use and limit of the window that tells; `null` where nothing was counted. */
  readonly used: string | null;
  readonly limit: string | null;
  readonly left: string | null;
  readonly percent: number | null;
  /** The days between which the limit is likely to be reached. */
  readonly reached: { readonly early: string | null; readonly late: string | null } | null;
};

/** Returns what should be seen on the page of an overview, clause by clause and group by group, in its order. */
export function portalFigures({ agreements }: Pick<PortalOverview, 'agreements'>): PortalFigure[] {
  return agreements.flatMap(({ clauses }) =>
    clauses.flatMap(({ agreement, id, allowed, uses }) =>
      uses.map(({ group, status, window, left, percent, reach }) => ({
        agreement,
        clause: id,
        group,
        status,
        allowed: allowed.limit ?? (allowed.values ?? []).join(', '),
        used: window?.value ?? null,
        limit: window?.limit ?? null,
        left,
        percent,
        reached: reach.kind === 'reached' ? { early: reach.early, late: reach.late } : null,
      })),
    ),
  );
}
