import { Line } from '@visx/shape';
import styles from './chart.module.css';
import { type Plot, room } from './geometry.ts';

/** Where today is, when the drawing reaches so far. */
export function Today({ plot, word }: { plot: Plot; word: string }) {
  const { x, asOf, height, width } = plot;
  const [first, last] = x.domain() as [Date, Date];
  if (asOf < first.getTime() || asOf > last.getTime()) return null;
  const place = x(asOf);
  const right = place > width - room.right - 40;
  return (
    <g className={styles.today}>
      <Line from={{ x: place, y: room.top }} to={{ x: place, y: height - room.bottom }} />
      <text x={place + (right ? -4 : 4)} y={room.top + 10} textAnchor={right ? 'end' : 'start'}>
        {word}
      </text>
    </g>
  );
}
