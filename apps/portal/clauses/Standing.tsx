import { Badge } from '#platform/ui/Badge.tsx';
import type { IconName } from '#platform/ui/Icon.tsx';
import { Meter } from '#platform/ui/Meter.tsx';
import type { Clause, Use } from '../data/portal.ts';
import styles from './Standing.module.css';
import { leftText, whyText } from './standingText.ts';
import { type Tongue, unitName } from './tongue.ts';

const looks: Record<Clause['status'], { tone: 'good' | 'near' | 'above' | 'plain'; icon: IconName }> = {
  within: { tone: 'good', icon: 'check' },
  close: { tone: 'near', icon: 'clock' },
  'at-limit': { tone: 'near', icon: 'clock' },
  above: { tone: 'above', icon: 'info' },
  'cannot-tell': { tone: 'plain', icon: 'help' },
};

/** Where use stands, as icon and words. */
export function StatusBadge({ status, tongue }: { status: Clause['status']; tongue: Tongue }) {
  return (
    <Badge tone={looks[status].tone} icon={looks[status].icon}>
      {tongue.standing(status)}
    </Badge>
  );
}

/** Use against the limit: one large number, a bar, what is left, and for which time it was counted. */
export function Standing(props: {
  clause: Clause;
  use: Use | null;
  zone: string;
  tongue: Tongue;
  titled?: boolean;
}) {
  const { clause, use, zone, tongue, titled = true } = props;
  const { standing, formats } = tongue;
  const window = use?.window ?? null;
  const limit = window?.limit ?? clause.allowed.limit;
  return (
    <div className={styles.standing} data-status={use?.status ?? clause.status}>
      <div className={styles.head}>
        {titled && <h3>{clause.product.name}</h3>}
        <StatusBadge status={use?.status ?? clause.status} tongue={tongue} />
      </div>
      {window ? (
        <p className={styles.numbers}>
          <strong data-testid="value">{formats.number(window.value)}</strong>
          {clause.kind === 'restriction' || limit === null ? (
            <span>{unitName(tongue, clause.unit, window.value)}</span>
          ) : (
            <span data-testid="limit">
              {standing('ofAllowed', {
                limit: formats.number(limit),
                units: unitName(tongue, clause.unit, limit),
              })}
            </span>
          )}
        </p>
      ) : (
        <p className={styles.unknown}>{use?.why ? whyText(tongue, use.why) : standing('noData')}</p>
      )}
      {window && clause.kind === 'capacity' && limit !== null && (
        <Meter used={Number(window.value)} limit={Number(limit)} />
      )}
      {window && (
        <p className={styles.under}>
          {clause.kind === 'capacity' && use && (
            <span data-testid="left">{leftText(tongue, use, clause.unit)}</span>
          )}
          <span className="soft">
            {standing(window.open ? 'periodOpen' : 'period', {
              span: formats.span(window.from, window.until, zone),
              from: formats.dayOf(window.from, zone),
            })}
          </span>
        </p>
      )}
      {window && use?.why && <p className="small soft">{whyText(tongue, use.why)}</p>}
      {clause.completeness.silent.length > 0 && (
        <p className="small soft">
          {standing('silent', {
            n: clause.completeness.silent.length,
            sources: clause.completeness.silent.join(', '),
          })}
        </p>
      )}
    </div>
  );
}
