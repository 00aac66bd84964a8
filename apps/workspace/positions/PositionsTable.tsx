import { Link } from '@tanstack/react-router';
import type { Position } from '#apps/server/pages.ts';
import { showDate, showGroup, showNumber } from '../format.ts';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import { UseBar } from '../parts/UseBar.tsx';
import styles from './positions.module.css';

/** The positions as a table. The link of the first cell is as large as its row. */
export function PositionsTable({ positions }: { positions: readonly Position[] }) {
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <caption className="hiddenVisually">Positions, worst first by money at stake</caption>
        <thead>
          <tr>
            <th scope="col">Customer</th>
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
            <th scope="col">Status</th>
            <th scope="col" className={styles.number}>
              At stake
            </th>
            <th scope="col">Renews on</th>
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
      </th>
      <td className={styles.clause}>
        <strong>{product.name}</strong> <span className="dimmed small">{unit.many}</span>
        {group && <span className={styles.group}>{group}</span>}
        <span className={styles.plain}>{clause.plain}</span>
      </td>
      <td className={styles.number}>{position.entitled}</td>
      <td className={styles.used}>
        {position.used}
        <UseBar used={position.used} entitled={position.entitled} beyond={position.status === 'beyond'} />
      </td>
      <td className={styles.number}>{showNumber(position.balance)}</td>
      <td>
        <StatusBadge status={position.status} />
      </td>
      <td className={styles.number}>
        <MoneyAtStake position={position} />
      </td>
      <td className={styles.date}>{showDate(position.renewsOn)}</td>
    </tr>
  );
}

/** The money at stake, or a dash that is read as what it means. */
export function MoneyAtStake({ position }: { position: Position }) {
  if (position.moneyAtStake) return <strong>{position.moneyAtStake.shown}</strong>;
  return (
    <span className="dimmed">
      <span aria-hidden="true">–</span>
      <span className="hiddenVisually">none</span>
    </span>
  );
}
