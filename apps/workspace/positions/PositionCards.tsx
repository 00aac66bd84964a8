import { Link } from '@tanstack/react-router';
import type { Position } from '#apps/server/positions/schemas.ts';
import { drawable } from '#platform/ui/chart/drawable.ts';
import { showDate, showGroup, showNumber } from '../format.ts';
import { FlagBadges } from '../parts/FlagBadges.tsx';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import { UseBar } from '../parts/UseBar.tsx';
import { rowKey } from './PositionsTable.tsx';
import { showPeriod } from './period.ts';
import { isUseKnown, MoneyAtStake, Owner, Triage, WhereKnown } from './positionParts.tsx';
import styles from './positions.module.css';

/** The positions where the page is too narrow for a table: one card each, all of it the link. */
export function PositionCards({ positions }: { positions: readonly Position[] }) {
  return (
    <ul className={styles.cards}>
      {positions.map((position) => (
        <Card key={rowKey(position)} position={position} />
      ))}
    </ul>
  );
}

function Card({ position }: { position: Position }) {
  const { customer, product, clause, unit } = position;
  const group = showGroup(position.group);
  const counted = drawable(position.entitled) !== null;
  const ofWhat = counted
    ? `of ${position.entitled} ${unit.many}`
    : `${unit.many}, allowed ${position.entitled}`;
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        <Link className={styles.whole} to="/customers/$customer" params={{ customer: customer.id }}>
          {customer.name}
        </Link>
        <StatusBadge status={position.status} />
      </div>
      <Owner position={position} />
      <FlagBadges flags={position.flags} />
      <p className={styles.clause}>
        <strong>{product.name}</strong>
        {group && <span className={styles.group}>{group}</span>}
        <span className={styles.plain}>{clause.plain}</span>
      </p>
      <div>
        <p className={styles.cardUse}>
          <span>
            <strong>
              <WhereKnown position={position}>{position.used}</WhereKnown>
            </strong>{' '}
            {ofWhat}
          </span>
          <span className="dimmed">
            balance <WhereKnown position={position}>{showNumber(position.balance)}</WhereKnown>
          </span>
        </p>
        {isUseKnown(position) && (
          <UseBar used={position.used} entitled={position.entitled} beyond={position.status === 'beyond'} />
        )}
        <span className={styles.period}>{showPeriod(position)}</span>
      </div>
      {position.triage && <Triage position={position} />}
      <p className={styles.cardFoot}>
        <span>
          <span className="dimmed">At stake</span> <MoneyAtStake position={position} />
        </span>
        <span className="dimmed">renews {showDate(position.renewsOn)}</span>
      </p>
    </li>
  );
}
