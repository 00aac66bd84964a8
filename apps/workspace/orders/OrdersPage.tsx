import { Button, NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { showInstant } from '../format.ts';
import { dateCell, numberCell, TableBox } from '../parts/TableBox.tsx';
import styles from '../quotes/quotes.module.css';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { type Order, type Status, statuses, useOrders } from './orderData.ts';
import { daysOf, OrderStatus, statusWord, totalOf, wanted } from './orderWords.tsx';

/** What customers order and ask for in their own room. */
export function OrdersPage() {
  const [status, setStatus] = useState<Status | 'all'>('all');
  const orders = useOrders(status);
  const pages = orders.data?.pages ?? [];
  if (orders.error && pages.length === 0)
    return <FailureNotice thrown={orders.error} onRetry={() => void orders.refetch()} />;
  const items = pages.flatMap((page) => page.items);
  return (
    <div className={styles.page}>
      <PageTitle>Orders</PageTitle>
      <header>
        <h1>Orders</h1>
        <p className="dimmed">
          What customers choose in their own room, on their own use. What they may order at once is already
          agreed and counts; for the rest they wait for an offer.{' '}
          <Link to="/order-policy">Who orders at once</Link>
        </p>
      </header>
      <div className={styles.listHead}>
        <h2>{pages[0] ? `${pages[0].total ?? ''} in the list` : 'The list'}</h2>
        <NativeSelect
          aria-label="Which orders"
          size="xs"
          value={status}
          data={[
            { value: 'all', label: 'All' },
            ...statuses.map((one) => ({ value: one, label: statusWord(one) })),
          ]}
          onChange={(event) => setStatus(event.currentTarget.value as Status | 'all')}
        />
      </div>
      {orders.isPending ? (
        <p role="status" aria-busy="true">
          Reading the orders…
        </p>
      ) : items.length === 0 ? (
        <p className="dimmed">
          {status === 'all'
            ? 'No customer has ordered anything yet. They do so on the page “Need more?” of their room.'
            : 'No order stands there.'}
        </p>
      ) : (
        <List items={items} />
      )}
      {orders.hasNextPage && (
        <Button
          variant="default"
          loading={orders.isFetchingNextPage}
          onClick={() => void orders.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </div>
  );
}

function List({ items }: { items: readonly Order[] }) {
  return (
    <TableBox label="Orders" cards>
      <thead>
        <tr>
          <th scope="col">Order</th>
          <th scope="col">Customer</th>
          <th scope="col">What</th>
          <th scope="col">For</th>
          <th scope="col" className={numberCell}>
            As they saw it
          </th>
          <th scope="col">State</th>
          <th scope="col">Chosen</th>
        </tr>
      </thead>
      <tbody>
        {items.map((order) => (
          <tr key={order.id}>
            <th scope="row">
              <Link to="/orders/$order" params={{ order: order.id }}>
                {order.id}
              </Link>
            </th>
            <td data-label="Customer">{order.customer.name}</td>
            <td data-label="What">{wanted(order)}</td>
            <td className={dateCell} data-label="For">
              {daysOf(order)}
            </td>
            <td className={numberCell} data-label="As they saw it">
              {totalOf(order)}
            </td>
            <td data-label="State">
              <OrderStatus status={order.status} />
            </td>
            <td className={dateCell} data-label="Chosen">
              {showInstant(order.madeAt, order.zone)}
            </td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}
