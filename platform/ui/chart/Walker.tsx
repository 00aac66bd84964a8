import type { KeyboardEvent, PointerEvent } from 'react';
import styles from './chart.module.css';
import { type Plot, room, windowAt } from './geometry.ts';

const leap = 10;

function moved(key: string, at: number, last: number): number | undefined {
  const places: Record<string, number> = {
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    PageUp: at + leap,
    PageDown: at - leap,
    Home: 0,
    End: last,
  };
  const place = places[key];
  return place === undefined ? undefined : Math.min(Math.max(place, 0), last);
}

/** Walks through the windows, with pointer, finger or arrow keys, and says what each of them holds. One stop for the Tab key. */
export function Walker(props: {
  plot: Plot;
  at: number;
  onMove: (at: number) => void;
  label: string;
  describe: (at: number) => string;
}) {
  const { plot, at, onMove, label, describe } = props;
  const last = plot.used.length - 1;
  const block = plot.used[Math.min(at, last)]!;
  const words = describe(Math.min(at, last));
  const [left, right] = [plot.x(block.from), plot.x(block.until)];

  const onKeyDown = (event: KeyboardEvent) => {
    const place = moved(event.key, at, last);
    if (place === undefined) return;
    event.preventDefault();
    onMove(place);
  };
  const onPointer = (event: PointerEvent<HTMLElement>) => {
    const place = event.clientX - event.currentTarget.getBoundingClientRect().left + room.left;
    onMove(windowAt(plot.used, plot.x.invert(place).getTime()));
  };
  return (
    <>
      <div
        role="slider"
        tabIndex={0}
        className={styles.walker}
        aria-label={label}
        aria-valuemin={1}
        aria-valuemax={last + 1}
        aria-valuenow={at + 1}
        aria-valuetext={words}
        style={{
          top: room.top,
          left: room.left,
          width: plot.width - room.left - room.right,
          height: plot.height - room.top - room.bottom,
        }}
        onKeyDown={onKeyDown}
        onPointerMove={onPointer}
        onPointerDown={onPointer}
      >
        <span
          className={styles.cursor}
          style={{ left: left - room.left, width: Math.max(right - left, 2) }}
        />
      </div>
      <p className={styles.readout} aria-hidden="true" data-beyond={block.beyond}>
        {words}
      </p>
    </>
  );
}
