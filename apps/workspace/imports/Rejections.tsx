import { Button } from '@mantine/core';
import { TableBox } from '../parts/TableBox.tsx';
import { type Place, useRejected } from './importData.ts';
import styles from './imports.module.css';
import { Trouble } from './Trouble.tsx';

/** At most this many are kept of one import. */
const kept = 1000;

/** The entries that were not taken, line by line, and the way to take them along as a table. */
export function Rejections({ place, rejected }: { place: Place; rejected: number }) {
  const list = useRejected(place, true);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const path = `/v1/customers/${encodeURIComponent(place.customer)}/usage-imports/${place.import}/rejections.csv`;
  return (
    <section className={styles.panel} aria-label="Rejected entries">
      <h2>Rejected entries</h2>
      <p>
        {rejected > kept
          ? `The first ${kept.toLocaleString('en-US')} of ${rejected.toLocaleString('en-US')}. `
          : ''}
        <a href={path} download>
          Download them as a table (CSV)
        </a>
      </p>
      {list.error && <Trouble thrown={list.error} />}
      <TableBox label="Rejected entries">
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">What was wrong</th>
            <th scope="col">What to do</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ number, line, detail, todo }) => (
            <tr key={number}>
              <td>{line?.toLocaleString('en-US') ?? ''}</td>
              <td>{detail}</td>
              <td>{todo}</td>
            </tr>
          ))}
        </tbody>
      </TableBox>
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show more
        </Button>
      )}
    </section>
  );
}
