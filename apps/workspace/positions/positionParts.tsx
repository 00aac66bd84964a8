import type { Position } from '#apps/server/positions/schemas.ts';
import { showDate } from '../format.ts';
import { SeverityBadge } from '../parts/SeverityBadge.tsx';
import styles from './positions.module.css';

/** The money at stake, or a dash that is read as what it means. */
export function MoneyAtStake({ position }: { position: Position }) {
  if (position.moneyAtStake) return <strong>{position.moneyAtStake.shown}</strong>;
  return <Dash />;
}

function Dash() {
  return (
    <span className="dimmed">
      <span aria-hidden="true">–</span>
      <span className="hiddenVisually">none</span>
    </span>
  );
}

/** Whether anything has come in that says how much is used: nothing counted is no zero where nobody can tell. */
export function isUseKnown({ status, used }: Position): boolean {
  return status !== 'cannot-tell' || used !== '0';
}

/** A number that is worth nothing where it is not known how much is used: there, a dash. */
export function WhereKnown({ position, children }: { position: Position; children: string }) {
  if (isUseKnown(position)) return children;
  return (
    <span className="dimmed">
      <span aria-hidden="true">–</span>
      <span className="hiddenVisually">not known</span>
    </span>
  );
}

/** Who works on a position. Nothing where nobody is known. */
export function Owner({ position: { owner } }: { position: Position }) {
  if (!owner) return null;
  return <span className={styles.owner}>{owner.name}</span>;
}

/** What the triage table made of the finding: severity, due date, and the row that said so. */
export function Triage({ position: { triage } }: { position: Position }) {
  if (!triage) return <Dash />;
  return (
    <span className={styles.triage}>
      {triage.severity && <SeverityBadge severity={triage.severity} />}
      {triage.dueOn && <span className={styles.due}>due {showDate(triage.dueOn)}</span>}
      <span className="dimmed small">{triage.reason}</span>
    </span>
  );
}
