import { AxisBottom, AxisLeft, type TickRendererProps } from '@visx/axis';
import { Line } from '@visx/shape';
import styles from './chart.module.css';
import { type Plot, room } from './geometry.ts';
import { type TickLabel, tickLabels } from './ticks.ts';

/** Both axes, light lines behind the values, and what is counted. */
export function Axes(props: { plot: Plot; zone: string; unit: string; locale: string }) {
  const { plot, zone, unit, locale } = props;
  const { x, y, width, height } = plot;
  const labels = tickLabels(plot, zone, locale);
  const count = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const anchors = new Map(labels.map((label) => [label.words as string | undefined, label.anchor]));
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
        tickValues={labels.map((label) => label.at)}
        tickFormat={(_, n) => labels[n]?.words}
        tickLength={5}
        tickComponent={(tick) => (
          <TickText {...tick} dx={0} dy={8} anchor={anchors.get(tick.formattedValue)} />
        )}
        axisLineClassName={styles.baseline ?? ''}
      />
      <text x={0} y={12}>
        {unit}
      </text>
    </g>
  );
}

function TickText(
  props: TickRendererProps & { dx: number; dy: number; anchor: TickLabel['anchor'] | undefined },
) {
  return (
    <text x={props.x + props.dx} y={props.y + props.dy} textAnchor={props.anchor ?? 'middle'}>
      {props.formattedValue}
    </text>
  );
}
