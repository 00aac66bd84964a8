import { numberCell, TableBox } from '../parts/TableBox.tsx';
import styles from './assurance.module.css';
import type { AuditSummary } from './auditData.ts';

const [width, height, gap] = [72, 96, 16];

/** The scores of the last quarters as bars, oldest first, and the same as a table for those who read it. */
export function ScoreChart({ items }: { items: readonly AuditSummary[] }) {
  const shown = items.slice(0, 8).reverse();
  return (
    <figure className={styles.chart}>
      <figcaption>Score of each quarter, in percent</figcaption>
      <svg
        viewBox={`0 0 ${shown.length * (width + gap)} ${height + 44}`}
        width={shown.length * (width + gap)}
        aria-hidden="true"
      >
        {shown.map(({ quarter, score }, i) => {
          const tall = (Number(score ?? 0) / 100) * height;
          return (
            <g key={quarter} transform={`translate(${i * (width + gap)} 20)`}>
              <rect className={styles.track} width={width} height={height} rx="4" />
              <rect className={styles.fill} y={height - tall} width={width} height={tall} rx="4" />
              <text className={styles.value} x={width / 2} y={-6}>
                {score ?? '–'}
              </text>
              <text className={styles.quarter} x={width / 2} y={height + 18}>
                {quarter}
              </text>
            </g>
          );
        })}
      </svg>
      <div className="hiddenVisually">
        <TableBox label="Score of each quarter">
          <tbody>
            {shown.map(({ quarter, score }) => (
              <tr key={quarter}>
                <th scope="row">{quarter}</th>
                <td className={numberCell}>{score === null ? 'nothing to check' : `${score} %`}</td>
              </tr>
            ))}
          </tbody>
        </TableBox>
      </div>
    </figure>
  );
}
