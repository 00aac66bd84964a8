import type { Ways } from './data.ts';
import type { Tell } from './useTell.ts';
import styles from './waysUp.module.css';

const [width, height] = [720, 220];
const [left, right, top, bottom] = [2, 2, 14, 2];

/** Use so far as steps, the likely path ahead as a band, and the limits as lines: now, and with what is chosen. */
export function WayChart({
  ways,
  units,
  then,
  tell,
}: {
  ways: Ways;
  units: string;
  then: string;
  tell: Tell;
}) {
  const { say, formats } = tell;
  const { history, ahead } = ways;
  const first = history[0];
  if (!first) return null;
  const start = Date.parse(first.from);
  const end = Math.max(
    ...history.map(({ until }) => Date.parse(until)),
    ...ahead.map(({ from }) => Date.parse(from)),
  );
  const values = [...history.map(({ value }) => Number(value)), ...ahead.map(({ high }) => high)];
  const most = Math.max(...values, Number(ways.limit), Number(then), 1) * 1.08;
  const x = (at: number) => left + ((at - start) / Math.max(1, end - start)) * (width - left - right);
  const y = (value: number) => height - bottom - (value / most) * (height - top - bottom);
  const steps = history
    .map(({ from, until, value }, n) => {
      const level = y(Number(value)).toFixed(1);
      return `${n === 0 ? 'M' : 'L'}${x(Date.parse(from)).toFixed(1)} ${level}H${x(Date.parse(until)).toFixed(1)}`;
    })
    .join('');
  const edge = (pick: 'low' | 'high') =>
    ahead.map((step) => `${x(Date.parse(step.from)).toFixed(1)} ${y(step[pick]).toFixed(1)}`);
  const band = ahead.length > 1 ? `M${edge('low').join('L')}L${edge('high').reverse().join('L')}Z` : null;
  const middle =
    ahead.length > 1
      ? `M${ahead.map((step) => `${x(Date.parse(step.from)).toFixed(1)} ${y(step.middle).toFixed(1)}`).join('L')}`
      : null;
  const peak = history.reduce((best, { value }) => (Number(value) > Number(best) ? value : best), '0');
  const lines = [
    { value: ways.limit, name: say('chartNow', { limit: tell.units(ways.limit) }), isThen: false },
    ...(units === '0'
      ? []
      : [
          {
            value: then,
            name: say('chartThen', { units: formats.number(units), limit: tell.units(then) }),
            isThen: true,
          },
        ]),
  ];
  return (
    <figure className={styles.chart}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={say('chartWords', {
          peak: tell.units(peak),
          limit: tell.units(ways.limit),
          units: formats.number(units),
          later: tell.units(then),
        })}
      >
        {band && <path className={styles.band} d={band} />}
        {middle && <path className={styles.middle} d={middle} />}
        <path className={styles.use} d={steps} />
        {lines.map(({ value, isThen }) => (
          <line
            key={String(isThen)}
            className={isThen ? styles.limitThen : styles.limitNow}
            x1={left}
            x2={width - right}
            y1={y(Number(value))}
            y2={y(Number(value))}
          />
        ))}
        <line className={styles.axis} x1={left} x2={width - right} y1={y(0)} y2={y(0)} />
      </svg>
      <p className={styles.ticks}>
        <span>{formats.dayOf(first.from, ways.zone)}</span>
        <span>{formats.dayOf(new Date(end).toISOString(), ways.zone)}</span>
      </p>
      <figcaption className={styles.legend}>
        {lines.map(({ name, isThen }) => (
          <span key={String(isThen)} data-line={isThen ? 'then' : 'now'}>
            {name}
          </span>
        ))}
        {band && <span data-line="ahead">{say('chartAhead')}</span>}
      </figcaption>
    </figure>
  );
}
