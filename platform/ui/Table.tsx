import type { ReactNode } from 'react';
import styles from './Table.module.css';

/**
 * A column: its name, what a row has in it, and whether that is a number (at the right edge) or a date (on one line). The
 * name of a `plain` one is read aloud only, as what is in it says what it is.
 */
export type Column<Row> = {
  readonly name: string;
  readonly cell: (row: Row) => ReactNode;
  readonly kind?: 'number' | 'date';
  readonly plain?: true;
};

/**
 * A table; the first column names the row. In a box of its own that scrolls sideways where the page is too narrow, and
 * on a phone a card a row, each cell with its column's name. `label` is its name to screen readers.
 */
export function Table<Row>(props: {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}) {
  const { label, columns, rows, rowKey } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, and a section would be a landmark for each table
    <div
      className={styles.box}
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
      tabIndex={0}
    >
      <table className={styles.table}>
        <caption className="hiddenVisually">{label}</caption>
        <thead>
          <tr>
            {columns.map(({ name, kind, plain }) => (
              <th key={name} scope="col" data-kind={kind}>
                {plain ? <span className="hiddenVisually">{name}</span> : name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ name, kind, plain, cell }, n) =>
                n === 0 ? (
                  <th key={name} scope="row" data-kind={kind}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={name} data-kind={kind} data-name={plain ? undefined : name}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
