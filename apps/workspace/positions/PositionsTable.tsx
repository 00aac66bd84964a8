import { UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Position } from '#apps/server/positions/schemas.ts';
import { showDate, showGroup, showNumber } from '../format.ts';
import { FlagBadges } from '../parts/FlagBadges.tsx';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import { UseBar } from '../parts/UseBar.tsx';
import { type Filter, inOrder, type Order } from './filter.ts';
import { showPeriod } from './period.ts';
import { isUseKnown, MoneyAtStake, Owner, Triage, WhereKnown } from './positionParts.tsx';
import styles from './positions.module.css';

type Ordering = { readonly filter: Filter; readonly onFilter: (filter: Filter) => void };

/** The positions as a table. The link of the first cell is as large as its row. */
export function PositionsTable({ positions, ...ordering }: { positions: readonly Position[] } & Ordering) {
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <caption className="hiddenVisually">Positions</caption>
        <thead>
          <tr>
            <Heading order="customer" words="Customer" {...ordering} />
            <th scope="col">Product and clause</th>
            <th scope="col" className={styles.number}>
              Entitled
            </th>
            <th scope="col" className={styles.number}>
              Used
            </th>
            <th scope="col" className={styles.number}>
              Balance
            </th>
            <Heading order="status" words="Status" {...ordering} />
            <Heading order="money" words="At stake" numeric {...ordering} />
            <Heading order="severity" words="Triage" {...ordering} />
            <Heading order="renews" words="Renews on" {...ordering} />
          </tr>
        </thead>
        <tbody>
          {positions.map((position) => (
            <Row key={rowKey(position)} position={position} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Heading(props: { order: Order; words: string; numeric?: boolean } & Ordering) {
  const { order, words, numeric, filter, onFilter } = props;
  const chosen = (filter.order ?? 'money') === order;
  const down = filter.backwards ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={chosen ? down : 'none'} className={numeric ? styles.number : undefined}>
      <UnstyledButton className={styles.sort} onClick={() => onFilter(inOrder(filter, order))}>
        {words}
        <span aria-hidden="true">{chosen ? (filter.backwards ? '▲' : '▼') : ''}</span>
      </UnstyledButton>
    </th>
  );
}

/** Returns what tells one position from all others. */
export function rowKey(position: Position): string {
  return JSON.stringify([position.customer.id, position.agreement, position.clause.id, position.group]);
}

function Row({ position }: { position: Position }) {
  const { customer, product, clause, unit } = position;
  const group = showGroup(position.group);
  return (
    <tr>
      <th scope="row">
        <Link className={styles.whole} to="/customers/$customer" params={{ customer: customer.id }}>
          {customer.name}
        </Link>
        <Owner position={position} />
        <FlagBadges flags={position.flags} />
      </th>
      <td className={styles.clause}>
        <strong>{product.name}</strong> <span className="dimmed small">{unit.many}</span>
        {group && <span className={styles.group}>{group}</span>}
        <span className={styles.plain}>{clause.plain}</span>
      </td>
      <td className={styles.number}>{position.entitled}</td>
      <td className={styles.used}>
        <WhereKnown position={position}>{position.used}</WhereKnown>
        {isUseKnown(position) && (
          <UseBar used={position.used} entitled={position.entitled} beyond={position.status === 'beyond'} />
        )}
        <span className={styles.period}>{showPeriod(position)}</span>
      </td>
      <td className={styles.number}>
        <WhereKnown position={position}>{showNumber(position.balance)}</WhereKnown>
      </td>
      <td>
        <StatusBadge status={position.status} />
      </td>
      <td className={styles.number}>
        <MoneyAtStake position={position} />
      </td>
      <td>
        <Triage position={position} />
      </td>
      <td className={styles.date}>{showDate(position.renewsOn)}</td>
    </tr>
  );
}
