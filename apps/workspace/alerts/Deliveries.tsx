import { Button } from '@mantine/core';
import { asFailure } from '../data/failure.ts';
import { showInstant } from '../format.ts';
import { dateCell, TableBox } from '../parts/TableBox.tsx';
import { type Delivery, useDeliveries } from './alertData.ts';
import styles from './alerts.module.css';

const words: Record<Delivery['status'], string> = {
  waiting: 'Waiting',
  sent: 'Sent',
  held: 'Held back',
  unwanted: 'Not wanted',
  outdated: 'No longer needed',
  failed: 'Could not be sent',
};

const recipients: Record<Delivery['recipient'], string> = {
  contact: 'The contact',
  owner: 'The owner here',
  webhook: 'Webhook',
};

/** What became of each message: also of those that did not go out, and why. */
export function Deliveries() {
  const deliveries = useDeliveries();
  const items = deliveries.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={styles.section} aria-labelledby="deliveries">
      <h2 id="deliveries">Messages</h2>
      {deliveries.isPending && (
        <p aria-busy="true" className="dimmed">
          Reading the messages…
        </p>
      )}
      {deliveries.error && <p role="alert">{asFailure(deliveries.error).detail}</p>}
      {deliveries.data && items.length === 0 && (
        <p className="dimmed">No message yet. Each alert makes one for the contact and one for the owner.</p>
      )}
      {items.length > 0 && (
        <TableBox label="Messages about alerts">
          <thead>
            <tr>
              <th scope="col">Customer</th>
              <th scope="col">To</th>
              <th scope="col">What became of it</th>
              <th scope="col">Made (UTC)</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.id}>
                <th scope="row">{item.customer.name}</th>
                <td>{recipients[item.recipient]}</td>
                <td>
                  {words[item.status]}
                  {item.detail && <span className="dimmed">: {item.detail}</span>}
                  {item.nextAt && (
                    <span className="dimmed"> Tried again {showInstant(item.nextAt, 'UTC')}.</span>
                  )}
                </td>
                <td className={dateCell}>{showInstant(item.recordedAt, 'UTC')}</td>
              </tr>
            ))}
          </tbody>
        </TableBox>
      )}
      {deliveries.hasNextPage && (
        <div>
          <Button
            variant="default"
            size="xs"
            loading={deliveries.isFetchingNextPage}
            onClick={() => void deliveries.fetchNextPage()}
          >
            Show older ones
          </Button>
        </div>
      )}
    </section>
  );
}
