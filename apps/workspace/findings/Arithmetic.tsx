import type { FindingView } from '#apps/server/pages.ts';
import { showNumber } from '../format.ts';
import styles from './findings.module.css';

type Priced = NonNullable<FindingView['trueUp']>;

const kindWords: Record<Priced['lines'][number]['kind'], string> = {
  charge: '',
  credit: 'Credit: ',
  fee: 'Fee: ',
  discount: '',
  minimum: 'Minimum: ',
  overage: '',
  rounding: 'Rounding: ',
};

/** Arithmetic line by line; the rounding line makes the lines shown add up to the total shown. */
export function Arithmetic({ priced }: { priced: Priced }) {
  return (
    <table className={styles.arithmetic}>
      <caption className="hiddenVisually">Line by line, in {priced.currency}</caption>
      <tbody>
        {priced.lines.map((line) => (
          <tr key={`${line.kind} ${line.label}`} data-kind={line.kind}>
            <th scope="row">
              {line.label.toLowerCase().startsWith(line.kind) ? '' : kindWords[line.kind]}
              {line.label}
            </th>
            <td>{showNumber(line.shown)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Total</th>
          <td>{priced.total}</td>
        </tr>
      </tfoot>
    </table>
  );
}
