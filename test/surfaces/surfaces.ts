import type { z } from 'zod';
import { examineClause, windowDocument } from '#apps/cli/clauseDocument.ts';
import type { ClauseDocument, WindowDocument } from '#apps/cli/documents.ts';
import { clauseReading } from '#apps/server/clauseReading.ts';
import type { AgreementView } from '#apps/server/pages.ts';
import { type PortalFigure, portalFigures } from '#apps/server/portal/given/portalFigures.ts';
import { findLine, lineView } from '#apps/server/portal/line.ts';
import type { PortalLine } from '#apps/server/portal/lineSchemas.ts';
import { type PortalMatter, portalAgreementView, readingKey } from '#apps/server/portal/overview.ts';
import type { PortalAgreement, PortalClause } from '#apps/server/portal/overviewSchemas.ts';
import { agreementView } from '#apps/server/views/agreementView.ts';
import type { Catalog } from '#business/catalog/priceBook.ts';
import type { Customer, CustomerId } from '#business/customers/customer.ts';
import { type Examined, examine, type Surroundings } from '#business/findings/examine.ts';
import type { ClauseReading } from '#business/findings/finding.store.ts';
import type { Case } from '#business/findings/given/examined.ts';
import { judgeInput } from '#business/findings/judgeInput.ts';
import type { Standing } from '#business/remediation/position.ts';
import { standingOf } from '#business/remediation/position.ts';

/** What each surface says of one case: the portal, detection itself, the API's pages, and the command line. */
export type Surfaces = {
  readonly portal: {
    /** The agreement as the overview holds it, with its one clause. */
    readonly agreement: PortalAgreement;
    readonly clause: PortalClause;
    readonly figures: readonly PortalFigure[];
    /** By group. */
    readonly lines: ReadonlyMap<string, PortalLine>;
  };
  readonly detection: Examined;
  readonly api: {
    readonly clause: z.infer<typeof AgreementView>['clauses'][number];
    readonly standings: ReadonlyMap<string, Standing>;
  };
  readonly cli: {
    readonly document: ClauseDocument;
    readonly windows: ReadonlyMap<string, readonly WindowDocument[]>;
  };
};

const catalog: Catalog = { products: [], priceBooks: [], features: [] };
const person = { name: 'Sam', email: 'sam@vendor.example', role: 'License manager' };
const customer: Customer = {
  id: 'northwind' as CustomerId,
  name: 'Northwind',
  size: 'small',
  segment: 'labs',
  riskTolerance: 'low',
  contact: person,
  owner: person,
  relationship: { since: '2019', renewals: 6, goodExperiences: [], vendorMistakes: [], openOrders: [] },
};
const around: Surroundings = {
  customer: customer.id,
  relationship: customer.relationship,
  gaps: [],
  totals: [],
  nameOf: (who) => who,
};

/** Returns what each surface says of a case; what is kept in the database goes through its form there. */
export function surfacesOf({ agreement, records, chosen = new Map(), asOf }: Case): Surfaces {
  const signed = agreement.texts.at(-1)!.signed;
  const clause = signed.clauses[0]!;
  const here = { agreement, signed };
  const known = { catalog, agreements: [here], records, chosen, now: asOf };
  const input = judgeInput(known, here, clause);
  const detection = examine(input, around);
  const body = JSON.parse(JSON.stringify(clauseReading(input, detection))) as ClauseReading;
  const matter: PortalMatter = {
    papers: { customer, catalog, agreements: [here], now: asOf },
    readings: new Map([[readingKey(signed.id, clause.id), { body, countedAt: asOf }]]),
    sources: [],
    silent: new Set(),
    nameOf: (who) => who,
    catalog,
    now: asOf,
  };
  const place = { customer: customer.id, agreement: signed.id, clause: clause.id };
  const found = findLine(matter, place)!;
  const people = { merged: 0, leftOut: 0 };
  const shown = portalAgreementView(here, matter);
  const groups = Object.keys(body.groups);
  const lines = groups.map((group) => [group, lineView(found, matter, group, people)!] as const);
  const cli = examineClause(
    { here, known, around, notes: [], incomplete: [], clauses: [clause] },
    clause,
    null,
  );
  const view = agreementView(here, {
    catalog,
    readings: new Map([[clause.id, body]]),
    positions: [],
    now: asOf,
  });
  const standing = (group: string) =>
    standingOf({
      ...{ agreement, signed, clause, group, findings: [], catalog, now: asOf },
      windows: body.groups[group] ?? [],
      noData: body.noData,
    });
  return {
    portal: {
      agreement: shown,
      clause: shown.clauses[0]!,
      figures: portalFigures({ agreements: [shown] }),
      lines: new Map(lines),
    },
    detection,
    api: { clause: view.clauses[0]!, standings: new Map(groups.map((group) => [group, standing(group)])) },
    cli: {
      document: cli.document,
      windows: new Map(
        [...cli.examined.judged].map(([group, windows]) => [
          group,
          windows.map((window) => windowDocument(window, group, clause)),
        ]),
      ),
    },
  };
}
