import styles from './chart.module.css';
import { bandPath, middlePath, type Plot } from './geometry.ts';

/** Where use is likely to be: a pale band, and a broken line in its middle, so that nobody takes it for a count. */
export function ForecastBand({ plot }: { plot: Plot }) {
  return (
    <>
      <path d={bandPath(plot)} className={styles.band} />
      <path d={middlePath(plot)} className={styles.middle} />
    </>
  );
}
