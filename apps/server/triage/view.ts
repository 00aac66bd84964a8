import type { z } from '@hono/zod-openapi';
import { coverageOf } from '#business/policy/coverage.ts';
import type { Input, Inputs } from '#business/policy/decisionTable.ts';
import { readTriage } from '#business/policy/triageTable.store.ts';
import { type TriageTable, triageColumns } from '#business/policy/triageTable.ts';
import { openFindings } from '#business/remediation/triage.store.ts';
import { triageOf } from '#business/remediation/triage.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';
import type { TriagePage, TriagePreview } from './schemas.ts';

type Page = z.infer<typeof TriagePage>;
const mostShown = 500;

/** Returns the table in force, its columns, and what it leaves open. */
export async function triagePage(tx: Tx): Promise<Page> {
  const { table, version } = await readTriage(tx);
  const columns = triageColumns.map((column) => ({
    id: column.id,
    type: column.type,
    optional: column.optional ?? false,
    values: 'values' in column ? [...column.values] : [],
  }));
  return { version, columns, rows: table.rows as Page['rows'], coverage: coverageView(table) };
}

function coverageView(table: TriageTable): Page['coverage'] {
  if (table.rows.length === 0) return { gaps: [], unreached: [], complete: true };
  const { gaps, unreached, complete } = coverageOf(table, triageColumns);
  return { gaps: gaps.map(gapWords), unreached: [...unreached], complete };
}

const names: Readonly<Record<string, string>> = {
  stake: 'at stake',
  percent: 'excess in percent',
  days: 'days since it began',
  size: 'size',
  segment: 'segment',
  flags: 'flags',
  evidence: 'evidence',
};

/** Numbers stand for all from there up to the next border of the table. */
function gapWords(gap: Inputs): string {
  const parts = Object.entries(gap).map(([id, input]) => `${names[id] ?? id} ${inputWords(input)}`);
  return parts.length === 0 ? 'every finding' : parts.join(', ');
}

function inputWords(input: Input): string {
  if (input === null) return 'not known';
  if (typeof input === 'string') return /^\d/.test(input) ? `from ${input}` : input;
  if (isList(input)) return input.length === 0 ? 'none' : input.join(' and ');
  return `from ${input.amount} ${input.currency}`;
}

function isList(input: Exclude<Input, null | string>): input is readonly string[] {
  return Array.isArray(input);
}

/** Returns what each open finding would become under another table, beside what it is under the one in force. */
export async function triagePreview(
  tx: Tx,
  table: TriageTable,
  now: Instant,
): Promise<z.infer<typeof TriagePreview>> {
  const { table: before, version } = await readTriage(tx);
  const open = await openFindings(tx, now);
  const nothing = {
    severity: null,
    sequence: null,
    owner: null,
    dueOn: null,
    row: null,
    problem: 'no table yet',
  };
  const findings = open.map((one) => {
    const was = version === 0 ? nothing : triageOf(before, one);
    const will = triageOf(table, one);
    const changes = (['severity', 'sequence', 'owner', 'dueOn'] as const).some(
      (key) => was[key] !== will[key],
    );
    const customer = { id: one.finding.customer, name: one.name };
    return { finding: one.finding.key, customer, before: was, after: will, changes };
  });
  findings.sort((a, b) => Number(b.changes) - Number(a.changes));
  return {
    coverage: coverageView(table),
    total: findings.length,
    changed: findings.filter(({ changes }) => changes).length,
    findings: findings.slice(0, mostShown),
  };
}
