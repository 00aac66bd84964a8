import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Customer, CustomerId } from '#business/customers/customer.ts';
import type { CalendarDate, Instant } from '#platform/instant.ts';
import { readTable } from '#platform/table/readTable.ts';
import { type Written, writeCsv, writeWorkbook } from '#platform/table/writeTable.ts';
import {
  type CustomersState,
  contactsPaper,
  customersPaper,
  mistakesPaper,
  openOrdersPaper,
} from './customerPapers.ts';
import type { Paper } from './paper.ts';
import { planRow, readRow } from './planRow.ts';

/** What goes out as a table comes in again and changes nothing, whatever people write. */
const seed = { seed: 20261122, numRuns: 100 };
const pieces = fc.constantFrom(
  '=SUM(A1)',
  '-5',
  '@x',
  "'",
  '+49 30',
  'Ünï',
  '"',
  ',',
  ';',
  '\\n',
  '\\',
  '\n',
  '\t',
  '_x000D_',
  '  ',
  'a',
  '<b>&',
  '漢',
);
const text = fc
  .array(pieces, { minLength: 1, maxLength: 5 })
  .map((list) => list.join(''))
  .filter((words) => words.trim() !== '');
const line = text.map((words) => words.replaceAll('\n', ' ')).filter((words) => words.trim() !== '');
const instant = fc.integer({ min: 0, max: 6_000 }).map((days) => days * 86_400_000_000);
const person = fc.record({ name: line, email: fc.constantFrom('a@b.example', '+x@b.example'), role: line });
const customer: fc.Arbitrary<Customer> = fc.record({
  id: fc.constantFrom('a', 'b-1', '3m') as unknown as fc.Arbitrary<CustomerId>,
  name: line,
  size: fc.constantFrom('small', 'medium', 'large'),
  segment: line,
  riskTolerance: fc.constantFrom('low', 'medium', 'high'),
  contact: person,
  owner: person,
  relationship: fc.record({
    since: fc.constantFrom('2019-04-01', '1970-01-01') as unknown as fc.Arbitrary<CalendarDate>,
    renewals: fc.integer({ min: 0, max: 1000 }),
    goodExperiences: fc.array(text, { maxLength: 3 }),
    vendorMistakes: fc.array(
      fc
        .record({
          id: fc.constantFrom('VM-1', '2'),
          clause: fc.constant('seats'),
          from: instant,
          units: fc.constantFrom('8', '0.5'),
          what: text,
        })
        .map((one) => ({ ...one, from: one.from as Instant, until: (one.from + 3_600_000_000) as Instant })),
      { maxLength: 1 },
    ),
    openOrders: fc.array(
      fc.record({
        id: fc.constant('OO-1'),
        clause: fc.constant('seats'),
        units: fc.constant('5'),
        since: instant as fc.Arbitrary<Instant>,
      }),
      { maxLength: 1 },
    ),
  }),
});

const papers: readonly [string, Paper<CustomersState>][] = [
  ['customers', customersPaper],
  ['contacts', contactsPaper],
  ['mistakes', mistakesPaper],
  ['openOrders', openOrdersPaper],
];

test.each(papers)('%s', (_, paper) => {
  fc.assert(
    fc.property(customer, (one) => {
      const state = (): CustomersState => ({
        customers: new Map([[one.id as string, one]]),
        inUse: new Set(),
      });
      const { columns } = paper;
      const rows = paper.list(state()).map((fields) => columns.map(({ key }): Written => fields[key] ?? ''));
      const sheet = [columns.map(({ title }) => title), ...rows];
      for (const file of [
        writeCsv(sheet),
        writeCsv(sheet, ';'),
        writeWorkbook([{ name: 'A', rows: sheet }]),
      ]) {
        const table = readTable(file, { headerLine: 1 });
        if (!table.ok) throw new Error(JSON.stringify(table.problems));
        const map = { columns: columns.map(({ key }) => key), numbers: null, dates: null, values: {} };
        const now = state();
        const planned = table.value.rows.map((row) =>
          planRow(paper, readRow(row, columns, map), now, new Map(), { now: 0 as Instant, undoing: false }),
        );
        expect(
          planned.map(({ outcome, problems, before, after }) =>
            outcome === 'unchanged' ? outcome : { problems, before, after },
          ),
        ).toEqual(rows.map(() => 'unchanged'));
      }
    }),
    seed,
  );
});
