import { Group } from '@visx/group';
import { Line } from '@visx/shape';
import styles from './chart.module.css';
import { lanes, type Plot, room } from './geometry.ts';

const size = 8;

/** A numbered mark where each limit begins; the numbers are those of the list below the drawing. */
export function Changes({ plot }: { plot: Plot }) {
  const { x, y, allowed } = plot;
  const places = allowed.map((piece) => Math.min(Math.max(x(piece.from), size + 1), plot.width - size - 1));
  const rows = lanes(places, 2 * size + 4);
  return (
    <>
      {allowed.map((piece, n) => (
        <Group key={piece.from}>
          {n > 0 && (
            <Line
              from={{ x: x(piece.from), y: room.top - size }}
              to={{ x: x(piece.from), y: y(piece.value) }}
              className={styles.changeLine ?? ''}
            />
          )}
          <Group
            left={places[n] ?? 0}
            top={room.top - size - 4 - 6 * (rows[n] ?? 0)}
            className={styles.mark ?? ''}
          >
            <circle r={size} />
            <text y={4} textAnchor="middle">
              {n + 1}
            </text>
          </Group>
        </Group>
      ))}
    </>
  );
}
