import type { z } from '@hono/zod-openapi';
import { type ControlResult, controls, type Subject, scoreOf } from '#business/assurance/control.ts';
import type { StoredAudit } from '#business/assurance/controlAudit.store.ts';
import type { ControlTask } from '#business/assurance/controlAudit.ts';
import { readStaff } from '#business/identity/staff.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { fixed } from '#platform/exact.ts';
import { formatInstant } from '#platform/instant.ts';
import { readDocument } from '#platform/journal/documents.ts';
import type { AuditSummary, AuditView, ControlView } from './schemas.ts';

/** Returns an audit in short. */
export function summaryOf({ audit }: StoredAudit): z.infer<typeof AuditSummary> {
  const score = scoreOf(audit.results);
  return {
    quarter: audit.quarter,
    status: audit.status,
    ranAt: formatInstant(audit.ranAt),
    closedAt: audit.closedAt === null ? null : formatInstant(audit.closedAt),
    runs: audit.runs,
    score: score && fixed(score, 1),
    open: audit.tasks.filter(({ status }) => status === 'open').length,
  };
}

/** Returns an audit with every control, in the order of the checklist. */
export async function auditView(tx: Tx, stored: StoredAudit): Promise<z.infer<typeof AuditView>> {
  const { audit, version } = stored;
  const staff = new Map((await readStaff(tx)).map(({ id, name }) => [id, name]));
  const names = await customerNames(tx);
  const views = audit.results.map((result) =>
    controlView(
      tx,
      result,
      audit.tasks.find(({ control }) => control === result.code),
      { staff, names },
    ),
  );
  return { ...summaryOf(stored), version, controls: await Promise.all(views) };
}

type Known = { readonly staff: ReadonlyMap<string, string>; readonly names: ReadonlyMap<string, string> };

async function controlView(
  tx: Tx,
  { code, good, of, gaps }: ControlResult,
  task: ControlTask | undefined,
  { staff, names }: Known,
): Promise<z.infer<typeof ControlView>> {
  return {
    code,
    ...controls[code],
    good,
    of,
    outcome: of === 0 ? 'nothing-to-check' : good === of ? 'good' : 'missing',
    gaps: gaps.map((subject) => ({
      customer: subject.customer,
      name: names.get(subject.customer) ?? subject.customer,
      words: wordsOf(subject),
    })),
    task: task
      ? {
          status: task.status,
          since: formatInstant(task.since),
          staff:
            task.staff === null
              ? null
              : { id: task.staff, name: staff.get(task.staff) ?? 'somebody who left' },
          dueOn: task.dueOn,
          reason: task.reason && ((await readDocument(tx, task.reason.document)) ?? null),
        }
      : null,
  };
}

function wordsOf({ agreement, clause, thing }: Subject): string {
  return [agreement, clause, thing].filter((part) => part !== undefined).join(', ');
}

async function customerNames(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.selectFrom('customer').select(['customer_id', 'body']).execute();
  return new Map(rows.map(({ customer_id, body }) => [customer_id, body.name]));
}
