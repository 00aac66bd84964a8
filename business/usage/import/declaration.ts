import { z } from 'zod';
import { date, momentIn, quantity, words, zone as zoneField } from '#platform/fields.ts';
import { formatInstant, type Instant } from '#platform/instant.ts';
import type { Problem } from '#platform/problem.ts';
import { readYaml } from '#platform/yamlFile.ts';
import { gradeAttribute, saying } from './checkoutLog.ts';
import { type Collector, collector } from './collector.ts';
import { derivedId, sealed } from './content.ts';
import { csvRows } from './csvRows.ts';
import type { Bytes, Decoded, DecoderOptions } from './decoded.ts';
import { checkAttribute, checkBelievable, checkText } from './limits.ts';
import { quoted, type RejectionCode, rejection } from './rejections.ts';
import { textPieces } from './text.ts';

export type DeclarationOptions = DecoderOptions & {
  /** The source of what is declared; left out: `declaration`. */
  readonly source?: string;
  /** The zone in which days begin. */
  readonly zone: string;
};

/** A form is small: more characters than this are none. */
const longestForm = 1_000_000;
const columns = ['declared_by', 'declared_on', 'feature', 'from', 'until', 'quantity', 'evidence'] as const;

const line = z.strictObject({
  feature: words(200),
  from: date,
  /** The first day that is no longer declared. */
  until: date,
  quantity,
  /** What the number rests on: a ticket, a file, an export. */
  evidence: words(200).optional(),
  /** What tells several lines of one feature apart: a site, a team. */
  attributes: z.record(z.string().max(128), words(200)).optional(),
});

/** The form of a declaration. */
export const declarationForm = z.strictObject({
  goodterms: z.literal('declaration/1'),
  declaredBy: words(200),
  declaredOn: date,
  zone: zoneField.optional(),
  lines: z.array(line).min(1).max(1000),
});

type Declared = z.output<typeof line> & {
  readonly declaredBy: string;
  readonly declaredOn: string;
  readonly zone?: string | undefined;
  readonly row: number | null;
};

/**
 * Decodes what a customer declares of its own use: the form `declaration/1` in YAML or JSON, or a CSV file with the columns
 * `declared_by, declared_on, feature, from, until, quantity, evidence`, a row a line. It is taken whole or not at all.
 *
 * A line is a `level` of its quantity from `from` on, and one of 0 from `until` on, where the next line of the feature does
 * not go on. `who` is the person who declared: personal data, and never in an id. Attributes: `declaredOn`, `evidence`,
 * those of the line, and `evidenceGrade: declared`.
 *
 * Keys, by `derivedId`: a series is `declared` of `[feature, attributes of the line by name]`, ids are `level` of `[series, from]`
 * and `ended` of `[series, until]`. So another number for the same days is a conflict, which a person settles.
 */
export async function* declaration(bytes: Bytes, options: DeclarationOptions): Decoded {
  const found = collector();
  const source = options.source ?? 'declaration';
  const named = checkText('The option source', source);
  if ('code' in named) found.fault(rejection('option-unusable', named.detail, null));
  else {
    const text = await wholeText(bytes, options, found);
    const lines =
      text === undefined
        ? []
        : /^\s*(\{|goodterms\b|["']goodterms|#|---|%)/.test(text)
          ? formLines(text, found)
          : await tableLines(text, found);
    checkPeriods(lines, options, found);
    if (!found.failed) for (const one of lines) take(one, lines, source, options, found);
  }
  yield found.last();
}

async function wholeText(bytes: Bytes, { encoding }: DeclarationOptions, found: Collector) {
  let text = '';
  for await (const piece of textPieces(bytes, encoding)) {
    if ('fault' in piece) return void found.fault(piece.fault);
    text += piece.text;
    if (text.length > longestForm)
      return void found.fault(rejection('line-too-long', 'A declaration has at most 1 MB.', null));
  }
  return text;
}

function formLines(text: string, found: Collector): Declared[] {
  const read = readYaml(text, { 'declaration/1': declarationForm });
  if (!read.ok) {
    for (const problem of read.problems) refuse(problem, found);
    return [];
  }
  return read.value.flatMap(({ value: { lines, declaredBy, declaredOn, zone }, lineOf }) =>
    lines.map((one, i) => ({ ...one, declaredBy, declaredOn, zone, row: lineOf(`/lines/${i}`) ?? null })),
  );
}

function refuse({ line: at, pointer, detail, todo }: Problem, found: Collector): void {
  found.fault(rejection('declaration-form', `${detail} ${todo}`, at ?? null, pointer ?? null));
}

/** Reads rows as if each was a form of one line. */
async function tableLines(text: string, found: Collector): Promise<Declared[]> {
  const lines: Declared[] = [];
  let names: readonly string[] | undefined;
  for await (const { cells, line: row, open } of csvRows([new TextEncoder().encode(text)], {}, (fault) =>
    found.fault(fault),
  )) {
    if (cells.length === 1 && cells[0]!.trim() === '') found.blank();
    else if (!names) {
      names = cells.map((cell) => cell.trim().toLowerCase());
      const missing = columns.find((name) => name !== 'evidence' && !names!.includes(name));
      if (missing) found.fault(rejection('declaration-form', `There is no column ${quoted(missing)}.`, row));
      found.other();
    } else if (cells.length !== names.length) {
      const code: RejectionCode = open && cells.length < names.length ? 'truncated' : 'columns';
      found.fault(rejection(code, `The row has ${cells.length} cells, the header ${names.length}.`, row));
    } else lines.push(...rowLine(names, cells, row, found));
    if (found.failed) break;
  }
  if (lines.length === 0)
    found.fault(rejection('declaration-form', 'The file declares nothing: it has no rows.', 1));
  return lines;
}

function rowLine(
  names: readonly string[],
  cells: readonly string[],
  row: number,
  found: Collector,
): Declared[] {
  const cell = (name: string): string => cells[names.indexOf(name)]?.trim() ?? '';
  const others = names.flatMap((name, at) => {
    const value = cells[at]!.trim();
    return name === '' || value === '' || columns.some((known) => known === name) ? [] : [[name, value]];
  });
  const evidence = cell('evidence');
  const form = declarationForm.safeParse({
    goodterms: 'declaration/1',
    declaredBy: cell('declared_by'),
    declaredOn: cell('declared_on'),
    lines: [
      {
        feature: cell('feature'),
        from: cell('from'),
        until: cell('until'),
        quantity: cell('quantity'),
        ...(evidence === '' ? {} : { evidence }),
        ...(others.length === 0 ? {} : { attributes: Object.fromEntries(others) }),
      },
    ],
  });
  if (form.success) return form.data.lines.map((one) => ({ ...form.data, ...one, row }));
  const [issue] = form.error.issues;
  const where = issue!.path.filter((part) => typeof part === 'string').at(-1) ?? '';
  found.fault(rejection('declaration-form', `${where}: ${issue!.message}`, row));
  return [];
}

type Span = { readonly from: Instant; readonly until: Instant };

function spanOf({ from, until, zone }: Declared, options: DeclarationOptions): Span {
  const where = zone ?? options.zone;
  return { from: momentIn(from, where), until: momentIn(until, where) };
}

function seriesOf({ feature, attributes = {} }: Declared, digest: (text: string) => string): string {
  return derivedId('declared', [feature, JSON.stringify(Object.entries(attributes).sort())], digest);
}

/** Refuses periods that end before they begin, lie ahead, or overlap in one series. */
function checkPeriods(lines: readonly Declared[], options: DeclarationOptions, found: Collector): void {
  const ends = new Map<string, Span[]>();
  for (const one of lines) {
    const span = spanOf(one, options);
    const begun = checkBelievable(span.from, options.receivedAt);
    if ('code' in begun) found.fault(rejection(begun.code, begun.detail, one.row));
    if (span.until <= span.from)
      found.fault(rejection('until-not-after', 'until is not after from.', one.row));
    const series = seriesOf(one, options.digest);
    const known = ends.get(series) ?? [];
    if (known.some(({ from, until }) => from < span.until && span.from < until))
      found.fault(
        rejection('periods-overlap', `${quoted(one.feature)} is declared twice for some days.`, one.row),
      );
    ends.set(series, [...known, span]);
  }
}

function take(
  one: Declared,
  lines: readonly Declared[],
  source: string,
  options: DeclarationOptions,
  found: Collector,
) {
  const { feature, declaredBy: who, declaredOn, evidence } = one;
  const { digest } = options;
  const attributes = { ...one.attributes, ...saying({ declaredOn, evidence, [gradeAttribute]: 'declared' }) };
  for (const [name, value] of Object.entries(attributes)) {
    const checked = checkAttribute(name, value);
    if ('code' in checked) return found.fault(rejection(checked.code, checked.detail, one.row));
  }
  for (const checked of [checkText('feature', feature), checkText('declaredBy', who)])
    if ('code' in checked) return found.fault(rejection(checked.code, checked.detail, one.row));
  const series = seriesOf(one, digest);
  const span = spanOf(one, options);
  const level = (prefix: string, at: Instant, units: string) =>
    sealed(
      source,
      derivedId(prefix, [series, formatInstant(at)], digest),
      { kind: 'level', feature, at, until: null, quantity: units, who, series, attributes },
      digest,
    );
  found.accept(level('level', span.from, one.quantity));
  const goesOn = lines.some(
    (other) => seriesOf(other, digest) === series && spanOf(other, options).from === span.until,
  );
  if (!goesOn) found.add(level('ended', span.until, '0'));
}
