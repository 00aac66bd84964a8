import styles from './Meter.module.css';

const percent = (value: number) => `${Math.round(value * 1e4) / 100}%`;

/**
 * A bar of use against a limit, for the eye: the numbers stand beside it in words. Use beyond the limit goes on past its
 * mark. `used` and `limit` are for drawing only; nothing is drawn where one is no number.
 */
export function Meter({ used, limit }: { used: number | null; limit: number | null }) {
  if (used === null || limit === null || !Number.isFinite(used) || !Number.isFinite(limit)) return null;
  const most = Math.max(used, limit, Number.EPSILON) * (used > limit ? 1.06 : 1);
  const place = percent(Math.min(1, Math.max(0, limit / most)));
  const over = used > limit;
  return (
    <svg className={styles.meter} height="20" aria-hidden="true" focusable="false">
      <rect className={styles.track} y="4" width="100%" height="12" rx="6" />
      <rect
        className={styles.fill}
        data-near={!over && limit > 0 && used >= 0.9 * limit}
        y="4"
        width={percent(Math.max(0, Math.min(used, limit)) / most)}
        height="12"
        rx="6"
      />
      {over && (
        <rect className={styles.over} x={place} y="4" width={percent((used - limit) / most)} height="12" />
      )}
      <line className={styles.limit} x1={place} x2={place} y1="0" y2="20" />
    </svg>
  );
}
