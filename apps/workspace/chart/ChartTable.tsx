import type { Chart } from '#apps/server/pages.ts';
import { showNumber, showSpan } from '../format.ts';
import { useShown } from '../parts/ShowMore.tsx';
import { numberCell, TableBox } from '../parts/TableBox.tsx';
import { limitsIn } from './words.ts';

/** What the drawing shows, as a table: a row a window. */
export function ChartTable({ chart, label }: { chart: Chart; label: string }) {
  const { shown, more } = useShown(chart.used);
  return (
    <>
      <TableBox label={label}>
        <thead>
          <tr>
            <th scope="col">Window</th>
            <th scope="col" className={numberCell}>
              Used
            </th>
            <th scope="col" className={numberCell}>
              Allowed
            </th>
            <th scope="col">Beyond</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((window) => (
            <tr key={window.from}>
              <th scope="row">{showSpan(window.from, window.until, chart.zone)}</th>
              <td className={numberCell}>{showNumber(window.value)}</td>
              <td className={numberCell}>
                {limitsIn(chart, window).map(showNumber).join(', then ') || 'not known'}
              </td>
              <td>{window.beyond ? 'beyond' : 'no'}</td>
            </tr>
          ))}
        </tbody>
      </TableBox>
      {more}
    </>
  );
}
