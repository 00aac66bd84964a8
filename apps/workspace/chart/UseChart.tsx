import { useElementSize } from '@mantine/hooks';
import { useId, useMemo, useState } from 'react';
import type { Chart } from '#apps/server/pages.ts';
import { showInstant } from '../format.ts';
import { Disclosure } from '../parts/Disclosure.tsx';
import { Axes } from './Axes.tsx';
import { Changes } from './Changes.tsx';
import { ChartTable } from './ChartTable.tsx';
import styles from './chart.module.css';
import { ForecastBand } from './ForecastBand.tsx';
import { plotOf } from './geometry.ts';
import { LimitLine } from './LimitLine.tsx';
import { Today } from './Today.tsx';
import { UsedBars } from './UsedBars.tsx';
import { Walker } from './Walker.tsx';
import { describeChart } from './words.ts';

const height = 260;

/** Use against what is allowed, over time; every change of the limit in words; the same as a table. */
export function UseChart({ chart, label }: { chart: Chart; label: string }) {
  const { ref, width } = useElementSize();
  const [at, setAt] = useState(() => Math.max(0, chart.used.length - 1));
  const plot = useMemo(() => (width > 0 ? plotOf(chart, width, height) : null), [chart, width]);
  const id = useId();
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <span className={styles.label}>{label}</span>
        <Legend chart={chart} />
      </figcaption>
      <div ref={ref} className={styles.canvas}>
        {plot && (
          <>
            <svg
              width={width}
              height={height}
              viewBox={`0 0 ${width} ${height}`}
              role="img"
              aria-labelledby={`${id}-title ${id}-words`}
            >
              <title id={`${id}-title`}>{label}</title>
              <desc id={`${id}-words`}>{describeChart(chart)}</desc>
              <Axes plot={plot} zone={chart.zone} unit={chart.unit.many} />
              <ForecastBand plot={plot} />
              <UsedBars plot={plot} id={id} />
              <LimitLine plot={plot} />
              <Today plot={plot} />
              <Changes plot={plot} />
            </svg>
            {chart.used.length > 0 && <Walker chart={chart} plot={plot} at={at} onMove={setAt} />}
          </>
        )}
      </div>
      {chart.forecast && <p className={styles.ahead}>{chart.forecast.words}</p>}
      <ChangeList chart={chart} />
      <Disclosure label="The same as a table" long>
        <ChartTable chart={chart} label={label} />
      </Disclosure>
    </figure>
  );
}

function Legend({ chart }: { chart: Chart }) {
  const beyond = chart.used.some((one) => one.beyond);
  return (
    <span className={styles.legend}>
      <span data-key="used">used</span>
      {beyond && <span data-key="beyond">beyond</span>}
      <span data-key="allowed">allowed</span>
      {chart.forecast && <span data-key="ahead">likely (estimate)</span>}
    </span>
  );
}

function ChangeList({ chart }: { chart: Chart }) {
  return (
    <ol className={styles.changes} aria-label="What was allowed, and since when">
      {chart.allowed.map((piece, n) => (
        <li key={piece.from}>
          <span className={styles.changeMark}>{n + 1}</span>
          <span>
            <span className="dimmed">From {showInstant(piece.from, chart.zone)}:</span> {piece.words}
          </span>
        </li>
      ))}
    </ol>
  );
}
