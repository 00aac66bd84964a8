import { Link } from '@tanstack/react-router';
import { countOf } from '../format.ts';
import { numberCell, TableBox } from '../parts/TableBox.tsx';
import type { usePreview } from './alertData.ts';
import styles from './alerts.module.css';

type Preview = NonNullable<ReturnType<typeof usePreview>['data']>;

/** What would be due today; nothing of it has been saved or sent. */
export function PreviewPanel({ preview }: { preview: Preview }) {
  const { fires, total, watched } = preview;
  return (
    <section className={styles.section} aria-labelledby="preview" aria-live="polite">
      <h2 id="preview">
        {total === 0
          ? 'Nothing would be due today'
          : `${countOf(total, 'alert', 'alerts')} would be due today`}
      </h2>
      <p className="dimmed">
        Out of {countOf(watched, 'limit that is', 'limits that are')} watched. Nothing was saved, and nobody
        was told.
      </p>
      {fires.length > 0 && (
        <TableBox label="What would be due today">
          <thead>
            <tr>
              <th scope="col">Customer</th>
              <th scope="col">Product</th>
              <th scope="col" className={numberCell}>
                In use
              </th>
              <th scope="col">Because</th>
            </tr>
          </thead>
          <tbody>
            {fires.map((one) => (
              <tr key={`${one.customer.id} ${one.agreement} ${one.clause} ${one.group}`}>
                <th scope="row">
                  <Link to="/customers/$customer" params={{ customer: one.customer.id }}>
                    {one.customer.name}
                  </Link>
                </th>
                <td>{one.product}</td>
                <td className={numberCell}>
                  {one.used} of {one.limit} ({one.percent} %)
                </td>
                <td>{one.rules.join('; ')}</td>
              </tr>
            ))}
          </tbody>
        </TableBox>
      )}
      {total > fires.length && <p className="dimmed">The {fires.length} closest to their limit are shown.</p>}
    </section>
  );
}
