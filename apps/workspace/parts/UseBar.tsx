import { drawable } from '#platform/ui/chart/drawable.ts';
import styles from './parts.module.css';

const height = 8;

/** A small bar of use against what is allowed; the numbers stand beside it. Nothing where they cannot be drawn. */
export function UseBar({ used, entitled, beyond }: { used: string; entitled: string; beyond: boolean }) {
  const [use, limit] = [drawable(used), drawable(entitled)];
  if (use === null || limit === null) return null;
  const most = Math.max(use, limit, Number.EPSILON) * 1.04;
  const percent = (value: number) => `${(Math.max(0, value) / most) * 100}%`;
  return (
    <svg className={styles.useBar} height={height + 4} aria-hidden="true">
      <rect className={styles.useTrack} y="2" width="100%" height={height} rx="2" />
      <rect className={styles.useFill} y="2" width={percent(Math.min(use, limit))} height={height} rx="2" />
      {beyond && use > limit && (
        <rect
          className={styles.useOver}
          x={percent(limit)}
          y="2"
          width={percent(use - limit)}
          height={height}
        />
      )}
      <line className={styles.useLimit} x1={percent(limit)} x2={percent(limit)} y1="0" y2={height + 4} />
    </svg>
  );
}
