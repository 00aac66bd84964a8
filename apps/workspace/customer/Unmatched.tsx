import type { CustomerPage } from '#apps/server/pages.ts';
import { numberCell, TableBox } from '../parts/TableBox.tsx';
import styles from './customer.module.css';

/** Use that no clause covers: listed, never dropped. */
export function Unmatched({ unmatched }: { unmatched: CustomerPage['unmatched'] }) {
  return (
    <section className={styles.section} aria-labelledby="unmatched">
      <div>
        <h2 id="unmatched">Use that belongs to no product yet</h2>
        <p className="dimmed">It counts nowhere until the feature map says where it belongs.</p>
      </div>
      <TableBox label="Unmatched features">
        <thead>
          <tr>
            <th scope="col">Feature</th>
            <th scope="col">Source</th>
            <th scope="col" className={numberCell}>
              Records
            </th>
            <th scope="col">What we know</th>
          </tr>
        </thead>
        <tbody>
          {unmatched.map((one) => (
            <tr key={`${one.source} ${one.feature}`}>
              <th scope="row">
                <code>{one.feature}</code>
              </th>
              <td>{one.source}</td>
              <td className={numberCell}>{one.records.toLocaleString('en-US')}</td>
              <td>{one.words}</td>
            </tr>
          ))}
        </tbody>
      </TableBox>
    </section>
  );
}
