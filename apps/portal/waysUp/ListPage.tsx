import { useQuery } from '@tanstack/react-query';
import { Badge } from '#platform/ui/Badge.tsx';
import { Card, CardGrid } from '#platform/ui/Card.tsx';
import { Meter } from '#platform/ui/Meter.tsx';
import { EmptyState } from '#platform/ui/states.tsx';
import { amountOf, unitName } from '../clauses/tongue.ts';
import { useTongue } from '../clauses/useTongue.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { PageFrame } from '../parts/Page.tsx';
import { addressOf, To, ToButton, useCustomer } from '../parts/To.tsx';
import { useFormats, useWords } from '../words/Words.tsx';
import { type Order, ordersQuery, waysListQuery } from './data.ts';
import { OrderBadge, orderedWords } from './OrderParts.tsx';
import { useTell } from './useTell.ts';
import styles from './waysUp.module.css';
import { waysUpWords } from './words.ts';

/** What more could be had of, and the orders there are. */
export function Page() {
  const say = useWords(waysUpWords);
  const formats = useFormats();
  const tongue = useTongue();
  const customer = useCustomer();
  const list = useQuery(waysListQuery(customer));
  const orders = useQuery(ordersQuery(customer));
  return (
    <PageFrame title={say('title')} lead={say('lead')}>
      <Loaded query={list}>
        {({ clauses }) =>
          clauses.length === 0 ? (
            <EmptyState icon="up" title={say('none')}>
              <p>{say('noneTodo')}</p>
            </EmptyState>
          ) : (
            <CardGrid>
              {clauses.map((item) => (
                <Card key={`${item.agreement.id} ${item.clause.id}`} as="article" label={item.product.name}>
                  <div className="stack">
                    <h2 className={styles.cardTitle}>{item.product.name}</h2>
                    <p className="soft">{item.clause.plain}</p>
                    {item.used === null ? (
                      <p>{say('noUse', { limit: amountOf(tongue, item.limit, item.unit) })}</p>
                    ) : (
                      <>
                        <p>
                          {say('ofLimit', {
                            used: formats.number(item.used),
                            limit: formats.number(item.limit),
                            units: unitName(tongue, item.unit, item.limit),
                          })}
                        </p>
                        <Meter used={Number(item.used)} limit={Number(item.limit)} />
                      </>
                    )}
                    {item.openOrder !== null && (
                      <p>
                        <Badge tone="calm" icon="clock">
                          {say('openOrder')}
                        </Badge>
                      </p>
                    )}
                    <ToButton
                      address={addressOf(customer, 'ways-up', 'of', item.agreement.id, item.clause.id)}
                      icon="chart"
                    >
                      {say('compare')}
                      <span className="hiddenVisually">: {item.product.name}</span>
                    </ToButton>
                  </div>
                </Card>
              ))}
            </CardGrid>
          )
        }
      </Loaded>
      <section className="stack" aria-labelledby="orders">
        <h2 id="orders">{say('orders')}</h2>
        <Loaded query={orders}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="soft">{say('noOrders')}</p>
            ) : (
              <ul className={styles.orders}>
                {items.map((order) => (
                  <OrderRow key={order.id} order={order} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </section>
    </PageFrame>
  );
}

function OrderRow({ order }: { order: Order }) {
  const tell = useTell(order.unit);
  const { say, formats } = tell;
  return (
    <li>
      <To address={addressOf(order.customer.id, 'ways-up', 'orders', order.id)}>
        {order.product.name}: {orderedWords(order, tell)}
      </To>
      <span className="soft">{formats.moment(order.madeAt, order.zone)}</span>
      <OrderBadge status={order.status} say={say} />
    </li>
  );
}
