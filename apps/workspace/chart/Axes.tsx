import { AxisBottom, AxisLeft, type TickRendererProps } from '@visx/axis';
import { Line } from '@visx/shape';
import styles from './chart.module.css';
import { type Plot, room } from './geometry.ts';
import { ticksIn, tickWords } from './ticks.ts';

const count = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });

/** Both axes, light lines behind the values, and what is counted. */
export function Axes({ plot, zone, unit }: { plot: Plot; zone: string; unit: string }) {
  const { x, y, width, height } = plot;
  const ticks = ticksIn(plot, zone);
  const words = tickWords(ticks, zone);
  const levels = y.ticks(4);
  return (
    <g className={styles.axes}>
      {levels.map((level) => (
        <Line
          key={level}
          from={{ x: room.left, y: y(level) }}
          to={{ x: width - room.right, y: y(level) }}
          className={styles.grid ?? ''}
        />
      ))}
      <AxisLeft
        scale={y}
        left={room.left}
        tickValues={levels}
        tickFormat={(level) => count.format(Number(level))}
        tickComponent={(tick) => <TickText {...tick} dx={-4} dy={4} anchor="end" />}
        hideAxisLine
        hideTicks
      />
      <AxisBottom
        scale={x}
        top={height - room.bottom}
        tickValues={ticks}
        tickFormat={(_, n) => words[n]}
        tickLength={5}
        tickComponent={(tick) => <TickText {...tick} dx={0} dy={8} anchor={edge(tick.x, width)} />}
        axisLineClassName={styles.baseline ?? ''}
      />
      <text x={0} y={12}>
        {unit}
      </text>
    </g>
  );
}

/** The first and the last word must not leave the drawing. */
function edge(x: number, width: number): 'start' | 'middle' | 'end' {
  if (x < room.left + 20) return 'start';
  return x > width - room.right - 24 ? 'end' : 'middle';
}

function TickText(props: TickRendererProps & { dx: number; dy: number; anchor: 'start' | 'middle' | 'end' }) {
  return (
    <text x={props.x + props.dx} y={props.y + props.dy} textAnchor={props.anchor}>
      {props.formattedValue}
    </text>
  );
}
