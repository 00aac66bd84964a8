import { z } from '@hono/zod-openapi';
import { paperKinds } from '#business/papers/paper.ts';
import { delimiters } from '#platform/table/table.ts';
import { pageOf, pageQuery } from '../http/cursor.ts';
import { ProblemView } from '../pages.ts';

export const KindName = z.enum(paperKinds).openapi('PaperKind');
const outcome = z.enum(['new', 'changed', 'unchanged', 'refused']);

const ColumnMapView = z
  .object({
    columns: z.array(z.string().nullable()).max(200),
    numbers: z.enum(['point', 'comma']).nullable(),
    dates: z.enum(['dmy', 'mdy']).nullable(),
    values: z.record(z.string(), z.record(z.string(), z.string())),
  })
  .openapi('PaperColumnMap');

const ColumnView = z.object({
  key: z.string(),
  title: z.string(),
  explain: z.string(),
  example: z.string(),
  need: z.enum(['key', 'new', 'optional']),
  kind: z.enum(['text', 'lines', 'number', 'date', 'choice', 'list']),
  choices: z.array(z.string()),
});

/** What can be brought in. */
export const KindsView = z
  .object({
    kinds: z.array(
      z.object({
        kind: KindName,
        title: z.string(),
        explain: z.string(),
        needs: z.string(),
        columns: z.array(ColumnView),
      }),
    ),
  })
  .openapi('PaperKinds');

const CountsView = z.object({
  new: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  unknown: z.record(z.string(), z.array(z.string())),
});

/** An import in a list. */
export const ImportLine = z
  .object({
    id: z.number().int(),
    kind: KindName,
    fileName: z.string(),
    status: z.enum(['read', 'previewed', 'applied', 'undone']),
    counts: CountsView.nullable(),
    digest: z.string().nullable(),
    receivedAt: z.string(),
    appliedAt: z.string().nullable(),
    undoneAt: z.string().nullable(),
  })
  .openapi('PaperImportLine');
export type ImportLine = z.infer<typeof ImportLine>;

const TableView = z.object({
  format: z.enum(['csv', 'xlsx']),
  encoding: z.enum(['utf-8', 'windows-1252']),
  delimiter: z.enum(delimiters).nullable(),
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
  sheet: z.string().nullable(),
  headerLine: z.number().int(),
  header: z.array(z.string()),
  top: z.array(z.object({ line: z.number().int(), cells: z.array(z.string()) })),
  rows: z.number().int(),
});

/** An import with the table of its file (until it is applied) and how it is read. */
export const ImportView = ImportLine.extend({
  table: TableView.nullable(),
  map: ColumnMapView,
  /** Whether the map is that of an earlier file with the same header. */
  remembered: z.boolean(),
  /** The keys of columns that are needed, at least for new things, and that no column of the file is mapped to. */
  missing: z.array(z.string()),
  progress: z
    .object({
      phase: z.enum(['reading', 'comparing', 'saving', 'undoing']),
      done: z.number().int(),
      total: z.number().int(),
    })
    .nullable(),
}).openapi('PaperImport');
export type ImportView = z.infer<typeof ImportView>;

export const ImportsPage = pageOf(ImportLine).openapi('PaperImports');

const ChangeView = z.object({ key: z.string(), title: z.string(), before: z.string(), after: z.string() });

/** A row of the preview: what it is about and, field by field, what it changes. */
export const RowView = z
  .object({
    line: z.number().int(),
    name: z.string(),
    outcome,
    changes: z.array(ChangeView),
    problems: z.array(
      z.object({ code: z.string(), detail: z.string(), todo: z.string(), column: z.string().nullable() }),
    ),
    undone: z.string().nullable(),
  })
  .openapi('PaperImportRow');
export type RowView = z.infer<typeof RowView>;

export const RowsPage = pageOf(RowView).openapi('PaperImportRows');
export const rowsQuery = pageQuery.extend({ outcome: outcome.optional() });
export const fileQuery = z.object({ kind: KindName, file: z.string().min(1).max(200).default('file') });

export const MapOrder = z
  .object({
    sheet: z.string().max(200).optional(),
    headerLine: z.number().int().min(1).optional(),
    encoding: z.enum(['utf-8', 'windows-1252']).optional(),
    delimiter: z.enum(delimiters).optional(),
    /** Left out: guessed anew, for another sheet or header. */
    map: ColumnMapView.optional(),
  })
  .openapi('PaperMapOrder');

export const ApplyOrder = z
  .object({
    /** Of the preview that was seen: nothing else is applied. */
    digest: z.string().min(1).max(100),
    /** `all`: nothing at all where a row is refused. `good`: the rows that are not. */
    rows: z.enum(['all', 'good']),
  })
  .openapi('PaperApplyOrder');

export const UndoOrder = z
  .object({
    /** Whether to undo the others where some rows were changed since, or nothing at all. */
    leaveChanged: z.boolean(),
  })
  .openapi('PaperUndoOrder');

/** What an undo came to: the rows that are left as they are, each with its reason. */
export const UndoneView = z
  .object({
    undone: z.number().int(),
    left: z.array(z.object({ line: z.number().int(), name: z.string(), reason: z.string() })),
  })
  .openapi('PaperUndone');

export const problems = {
  description: 'What was wrong',
  content: { 'application/problem+json': { schema: ProblemView } },
};
