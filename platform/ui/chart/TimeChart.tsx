import { type ReactNode, useId, useMemo, useState } from 'react';
import { Axes } from './Axes.tsx';
import { Changes } from './Changes.tsx';
import styles from './chart.module.css';
import { ForecastBand } from './ForecastBand.tsx';
import { type Drawing, plotOf } from './geometry.ts';
import { LimitLine } from './LimitLine.tsx';
import { Today } from './Today.tsx';
import { UsedBars } from './UsedBars.tsx';
import { useWidth } from './useWidth.ts';
import { Walker } from './Walker.tsx';

const height = 260;

/** What a chart says, in the reader's language. */
export type ChartWords = {
  readonly locale: string;
  readonly label: string;
  /** All of it, for those who do not see it. */
  readonly description: string;
  /** What is counted, above the axis. */
  readonly unit: string;
  readonly today: string;
  readonly walk: string;
  readonly legend: {
    readonly used: string;
    readonly beyond: string;
    readonly allowed: string;
    readonly ahead: string;
  };
  /** What the window at this index says, in one sentence. */
  readonly describe: (at: number) => string;
};

/** Use against what is allowed, over time: bars, the stepped limit with numbered changes, and where use is likely to go. */
export function TimeChart(props: {
  drawing: Drawing;
  zone: string;
  words: ChartWords;
  children?: ReactNode;
}) {
  const { drawing, zone, words, children } = props;
  const { ref, width } = useWidth<HTMLDivElement>();
  const [at, setAt] = useState(() => Math.max(0, drawing.used.length - 1));
  const plot = useMemo(() => (width > 0 ? plotOf(drawing, width, height) : null), [drawing, width]);
  const id = useId();
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <span className={styles.label}>{words.label}</span>
        <Legend drawing={drawing} words={words.legend} />
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
              <title id={`${id}-title`}>{words.label}</title>
              <desc id={`${id}-words`}>{words.description}</desc>
              <Axes plot={plot} zone={zone} unit={words.unit} locale={words.locale} />
              <ForecastBand plot={plot} />
              <UsedBars plot={plot} id={id} />
              <LimitLine plot={plot} />
              <Today plot={plot} word={words.today} />
              <Changes plot={plot} />
            </svg>
            {drawing.used.length > 0 && (
              <Walker plot={plot} at={at} onMove={setAt} label={words.walk} describe={words.describe} />
            )}
          </>
        )}
      </div>
      {children}
    </figure>
  );
}

function Legend({ drawing, words }: { drawing: Drawing; words: ChartWords['legend'] }) {
  const beyond = drawing.used.some((one) => one.beyond);
  return (
    <span className={styles.legend}>
      <span data-key="used">{words.used}</span>
      {beyond && <span data-key="beyond">{words.beyond}</span>}
      <span data-key="allowed">{words.allowed}</span>
      {drawing.ahead.length > 0 && <span data-key="ahead">{words.ahead}</span>}
    </span>
  );
}

/** The changes of the limit in words, numbered as in the drawing. */
export function ChangeList(props: {
  label: string;
  changes: readonly { key: string; since: string; words: string }[];
}) {
  return (
    <ol className={styles.changes} aria-label={props.label}>
      {props.changes.map(({ key, since, words }, n) => (
        <li key={key}>
          <span className={styles.changeMark}>{n + 1}</span>
          <span>
            <span className={styles.since}>{since}</span> {words}
          </span>
        </li>
      ))}
    </ol>
  );
}
