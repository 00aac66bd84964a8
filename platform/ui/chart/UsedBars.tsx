import { useMemo } from 'react';
import styles from './chart.module.css';
import { barsPath, type Plot, peaks } from './geometry.ts';

const marker = 5;

/** What was used, a bar a window. Windows beyond are hatched, and the highest of each run carries a marker. */
export function UsedBars({ plot, id }: { plot: Plot; id: string }) {
  const { x, y, used } = plot;
  const [within, beyond] = useMemo(
    () =>
      [used.filter((one) => !one.beyond), used.filter((one) => one.beyond)].map((some) =>
        barsPath(plot, some),
      ),
    [plot, used],
  );
  return (
    <>
      <defs>
        <pattern
          id={`${id}-hatch`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" className={styles.hatchPaper} />
          <line x1="1.2" x2="1.2" y1="0" y2="6" className={styles.hatchLine} />
        </pattern>
      </defs>
      <path d={within} className={styles.within} />
      <path d={beyond} fill={`url(#${id}-hatch)`} className={styles.beyond} />
      {peaks(used).map((peak) => {
        const [middle, top] = [x((peak.from + peak.until) / 2), y(peak.value) - 4];
        return (
          <path
            key={peak.from}
            d={`M${middle} ${top}l${-marker} ${-marker * 1.6}h${2 * marker}Z`}
            className={styles.peak}
          />
        );
      })}
    </>
  );
}
