import { momentIn } from '#platform/fields.ts';
import { type CalendarDate, dateIn, formatInstant, type Instant } from '#platform/instant.ts';
import { failure, type Problem, type Result, success } from '#platform/problem.ts';
import { checkFields, given, inColumn, missingFields } from '#platform/table/checkFields.ts';
import type { ColumnSpec, Fields } from '#platform/table/column.ts';
import type { Agreement, Amendment, OrderLine, SignedAgreement } from './agreement.ts';
import { orderLineForm } from './agreementForm.ts';
import { checkOrderLine } from './checkMeaning.ts';
import { problemList } from './report.ts';

const text = { need: 'new', kind: 'text' } as const;

/** What a table of order lines holds, one a row. */
export const orderLineColumns: readonly ColumnSpec[] = [
  {
    key: 'agreement',
    title: 'Agreement',
    explain: 'The id of the agreement, which has to be there already.',
    example: 'AG-northwind',
    need: 'key',
    kind: 'text',
    synonyms: ['agreement id', 'contract', 'contract id', 'contract number', 'Vertrag', 'Vertragsnummer'],
  },
  {
    key: 'id',
    title: 'Id',
    explain: 'The number of the line, its own within the agreement.',
    example: 'OL-1',
    need: 'key',
    kind: 'text',
    synonyms: ['line', 'line id', 'order line', 'order line id', 'position', 'line no', 'line number'],
  },
  {
    ...text,
    key: 'clause',
    title: 'Clause',
    explain: 'The id of the clause whose limit it adds to.',
    example: 'seats',
    synonyms: ['clause id', 'limit'],
  },
  {
    ...text,
    key: 'product',
    title: 'Product',
    explain: 'The id of the product.',
    example: 'atlas',
    synonyms: ['product id', 'sku', 'item', 'article', 'Artikel'],
  },
  {
    key: 'edition',
    title: 'Edition',
    explain: 'The id of the edition. Blank: any.',
    example: 'pro',
    need: 'optional',
    kind: 'text',
    synonyms: ['edition id', 'tier', 'variant'],
  },
  {
    key: 'quantity',
    title: 'Quantity',
    explain: 'How many units were signed for.',
    example: '100',
    need: 'new',
    kind: 'number',
    synonyms: ['qty', 'units', 'seats', 'licenses', 'amount', 'Menge', 'Anzahl'],
  },
  {
    key: 'from',
    title: 'From',
    explain: 'The first day, in the time zone of the agreement. Blank: the first of the agreement.',
    example: '2026-01-01',
    need: 'optional',
    keeps: true,
    kind: 'date',
    synonyms: ['start', 'start date', 'begin', 'valid from', 'von'],
  },
  {
    key: 'until',
    title: 'Until',
    explain: 'The first day it no longer counts. Blank: the end of the agreement.',
    example: '2027-01-01',
    need: 'optional',
    keeps: true,
    kind: 'date',
    synonyms: ['end', 'end date', 'to', 'valid until', 'bis'],
  },
  {
    ...text,
    key: 'source',
    title: 'Source',
    explain: 'Where the order is on paper.',
    example: 'PO 4711',
    synonyms: ['po', 'po number', 'purchase order', 'order', 'reference', 'Bestellnummer'],
  },
  {
    key: 'signedOn',
    title: 'Signed on',
    explain:
      'The day it was signed. That of the agreement: it belongs to its text. A later one: it came by an amendment. Blank: with the agreement where that has no lines yet, else today.',
    example: '2025-12-15',
    need: 'optional',
    keeps: true,
    kind: 'date',
    synonyms: ['signed', 'signature date', 'order date', 'date signed'],
  },
];

/** Where a line stands: in the signed text, or in an amendment. */
export type LinePlace = {
  readonly line: OrderLine;
  readonly signedOn: CalendarDate;
  readonly of: Amendment | null;
};

/** Returns the text of an agreement that counts now. */
export function currentText({ texts }: Agreement): SignedAgreement {
  return texts.at(-1)!.signed;
}

/** Returns the order lines of an agreement as they were signed, those of amendments taken back left out. */
export function linesOf(agreement: Agreement): LinePlace[] {
  const signed = currentText(agreement);
  return [
    ...signed.orderLines.map((line) => ({ line, signedOn: signed.signedOn, of: null })),
    ...agreement.amendments
      .filter(({ withdrawn }) => !withdrawn)
      .flatMap((amendment) =>
        amendment.changes.flatMap((change) =>
          change.kind === 'addOrderLine'
            ? [{ line: change.orderLine, signedOn: amendment.signedOn, of: amendment }]
            : [],
        ),
      ),
  ];
}

/** Returns an order line as the texts of its row; days are those of the agreement's zone. */
export function orderLineToFields(
  { line, signedOn }: LinePlace,
  { id: agreement, zone }: SignedAgreement,
): Fields {
  const { id, clause, product, edition, quantity, from, until, source } = line;
  const moment = (at: Instant): string => {
    const day = dateIn(at, zone);
    return momentIn(day, zone) === at ? day : formatInstant(at);
  };
  const span = { from: moment(from), until: moment(until) };
  return { agreement, id, clause, product, edition: edition ?? '', quantity, ...span, source, signedOn };
}

/**
 * Returns the order line a row of texts describes, and the day it was signed, or its problems by column. Blank, `from` and
 * `until` are the agreement's; `signedOn` the agreement's own day where it has no lines yet, else `today`. The line has to
 * lie within the term and to name a clause that order lines feed.
 */
export function orderLineFromFields(
  fields: Fields,
  agreement: Agreement,
  today: CalendarDate,
): Result<{ readonly line: OrderLine; readonly signedOn: CalendarDate }> {
  const [missing, ...more] = missingFields(orderLineColumns, fields);
  if (missing) return failure(missing, ...more);
  const signed = currentText(agreement);
  const keys = ['id', 'clause', 'product', 'edition', 'quantity', 'from', 'until', 'source'];
  const checked = checkFields(orderLineForm, given(fields, ...keys));
  if (!checked.ok) return checked;
  const { from, until, edition = null, currency: _, ...rest } = checked.value;
  const line: OrderLine = {
    ...rest,
    edition,
    from: from === undefined ? signed.from : momentIn(from, signed.zone),
    until: until === undefined ? signed.until : momentIn(until, signed.zone),
  };
  const bare = signed.orderLines.length === 0 && agreement.amendments.length === 0;
  const signedOn = (fields.signedOn || (bare ? signed.signedOn : today)) as CalendarDate;
  const { problems, report } = problemList('Against the agreement');
  checkOrderLine(line, signed, new Map(signed.clauses.map((clause) => [clause.id, clause])), '', report);
  const [first, ...others] = [
    ...problems.map((problem) => inColumn(problem, {})),
    ...tooEarly(signedOn, signed),
  ];
  return first ? failure(first, ...others) : success({ line, signedOn });
}

function tooEarly(signedOn: CalendarDate, signed: SignedAgreement): Problem[] {
  if (signedOn >= signed.signedOn) return [];
  const detail = `The line says ${signedOn}, but the agreement was signed on ${signed.signedOn}.`;
  const todo = 'Give the day of the agreement, or a later one.';
  return [{ code: 'signed_before', title: 'Signed too early', detail, todo, pointer: '/signedOn' }];
}
