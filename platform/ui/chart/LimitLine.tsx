import styles from './chart.module.css';
import { limitPath, type Plot } from './geometry.ts';

/** What is allowed, as a stepped line over a pale seam that keeps it visible on the bars. */
export function LimitLine({ plot }: { plot: Plot }) {
  const path = limitPath(plot);
  return (
    <>
      <path d={path} className={styles.seam} />
      <path d={path} className={styles.limit} />
    </>
  );
}
