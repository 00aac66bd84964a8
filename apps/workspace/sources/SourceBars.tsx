import { showDate, showNumber } from '../format.ts';
import { Disclosure } from '../parts/Disclosure.tsx';
import { numberCell, TableBox } from '../parts/TableBox.tsx';
import type { SourceDetail } from './data.ts';
import styles from './sources.module.css';

const [width, height] = [840, 120];

/** Records a day or week as bars, imports as dots below; the same as a table for those who read it. */
export function SourceBars({ unit, bars }: SourceDetail['bars']) {
  const most = Math.max(1, ...bars.map(({ records }) => records));
  const step = width / Math.max(1, bars.length);
  const some = bars.filter(({ records, imports }) => records > 0 || imports > 0);
  const [first, last] = [bars[0]?.from ?? '', bars.at(-1)?.from ?? ''];
  return (
    <figure className={styles.chart}>
      <figcaption>
        Records a {unit} by when the use began, and imports by when they came (dots); days in UTC
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height + 48}`} aria-hidden="true">
        <text className={styles.axis} x="0" y="12">
          {showNumber(String(most))}
        </text>
        <line className={styles.base} x1="0" x2={width} y1={height + 16.5} y2={height + 16.5} />
        {bars.map(({ from, records, imports }, i) => (
          <g key={from} transform={`translate(${i * step} 0)`}>
            {records > 0 && (
              <rect
                className={styles.fill}
                x={step * 0.12}
                y={16 + height - Math.max(2, (records / most) * (height - 8))}
                width={step * 0.76}
                height={Math.max(2, (records / most) * (height - 8))}
                rx="2"
              />
            )}
            {imports > 0 && <circle className={styles.dot} cx={step / 2} cy={height + 25} r="3" />}
          </g>
        ))}
        <text className={styles.axis} x="0" y={height + 44}>
          {first && showDate(first)}
        </text>
        <text className={styles.axis} x={width} y={height + 44} textAnchor="end">
          {last && showDate(last)}
        </text>
      </svg>
      <Disclosure label={`The same as a table (${some.length})`} long>
        <TableBox label={`Records and imports a ${unit}`} tall>
          <thead>
            <tr>
              <th scope="col">{unit === 'day' ? 'Day' : 'Week from'}</th>
              <th scope="col" className={numberCell}>
                Records
              </th>
              <th scope="col" className={numberCell}>
                Imports
              </th>
            </tr>
          </thead>
          <tbody>
            {some.map(({ from, records, imports }) => (
              <tr key={from}>
                <th scope="row">{showDate(from)}</th>
                <td className={numberCell}>{showNumber(String(records))}</td>
                <td className={numberCell}>{imports}</td>
              </tr>
            ))}
          </tbody>
        </TableBox>
      </Disclosure>
    </figure>
  );
}
