import { Badge } from '#platform/ui/Badge.tsx';
import { Callout } from '#platform/ui/Callout.tsx';
import { Card } from '#platform/ui/Card.tsx';
import { Facts } from '#platform/ui/Facts.tsx';
import { addressOf, ToButton, useCustomer } from '../parts/To.tsx';
import { Arithmetic } from '../waysUp/PriceParts.tsx';
import { type Tell, useTell } from '../waysUp/useTell.ts';
import { type Say, useWords } from '../words/Words.tsx';
import type { Line } from './data.ts';
import styles from './reviews.module.css';
import { type ReviewWord, reviewWords } from './words.ts';

const tones = { fewer: 'good', keep: 'calm', more: 'near', 'cannot-tell': 'plain' } as const;

/** One clause: used and unused month by month, and the size that fits with its arithmetic. */
export function LineCard({ line }: { line: Line }) {
  const say = useWords(reviewWords);
  const tell = useTell(line.unit);
  const { formats, units } = tell;
  return (
    <Card as="article" label={line.clause.plain}>
      <div className="stack">
        <div className={styles.head}>
          <h3>{line.product.name}</h3>
          <Badge tone={tones[line.suggestion]}>{say(`suggest_${word(line.suggestion)}`)}</Badge>
        </div>
        <p className="soft">{line.clause.plain}</p>
        <Facts
          entries={[
            [say('limit'), units(line.limit)],
            ...(line.peak
              ? [
                  [
                    say('peak'),
                    say('peakOn', { used: units(line.peak.value), day: formats.day(line.peak.on) }),
                  ] as const,
                ]
              : []),
            ...(line.typical === null ? [] : [[say('typical'), units(line.typical)] as const]),
            ...(line.unused === null ? [] : [[say('unused'), units(line.unused)] as const]),
          ]}
        />
        {line.peak && <UsedChart line={line} say={say} tell={tell} />}
        <Suggestion line={line} say={say} tell={tell} />
      </div>
    </Card>
  );
}

const word = (text: string) => text.replaceAll('-', '_') as 'keep';

type Parts = { line: Line; say: Say<ReviewWord>; tell: Tell };

function Suggestion({ line, say, tell }: Parts) {
  const customer = useCustomer();
  const { formats, units } = tell;
  const { suggestion, why, to, from, perYear, untilThen, headroom } = line;
  const values = {
    to: units(to),
    limit: units(line.limit),
    headroom: units(headroom),
    from: formats.day(from),
    renewal: formats.day(line.renewsOn),
    above: line.above,
  };
  const saves = perYear !== null && perYear.total.startsWith('-');
  return (
    <Callout
      tone={suggestion === 'more' ? 'near' : suggestion === 'fewer' ? 'good' : 'calm'}
      title={say(`to_${word(suggestion)}`, values)}
    >
      <div className="stack">
        <p>{say(`why_${word(why)}` as ReviewWord, values)}</p>
        {perYear && (
          <p>
            <strong>
              {say(saves ? 'saves' : 'costs', {
                money: formats.money(saves ? perYear.total.slice(1) : perYear.total, perYear.currency),
              })}
            </strong>
          </p>
        )}
        {perYear && <Arithmetic price={perYear} per={null} tell={tell} />}
        {untilThen && (
          <p>{say('untilThen', { money: formats.money(untilThen.total, untilThen.currency) })}</p>
        )}
        {suggestion === 'fewer' && <p>{say('fromRenewal', values)}</p>}
        {suggestion === 'more' && (
          <div className="noPrint">
            <ToButton
              address={addressOf(customer, 'ways-up', 'of', line.agreement.id, line.clause.id)}
              icon="chart"
            >
              {say('compare')}
              <span className="hiddenVisually">: {line.product.name}</span>
            </ToButton>
          </div>
        )}
      </div>
    </Callout>
  );
}

const [width, height, gap] = [600, 140, 4];

/** Bars of what was used at most, in front of what was allowed: what shows behind stayed unused. */
function UsedChart({ line, say, tell }: Parts) {
  const { formats, units } = tell;
  const { bars } = line;
  const most = Math.max(1, ...bars.flatMap(({ used, limit }) => [Number(used ?? 0), Number(limit ?? 0)]));
  const step = width / Math.max(1, bars.length);
  const tall = (value: string | null) => (Number(value ?? 0) / most) * (height - 4);
  return (
    <figure className={styles.chart}>
      <figcaption className="small soft">{say('chart')}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={say('chartWords', { peak: units(line.peak?.value ?? '0'), limit: units(line.limit) })}
      >
        {bars.map((bar, n) => {
          const place = { x: n * step + gap / 2, width: Math.max(1, step - gap) };
          const isAbove = Number(bar.used ?? 0) > Number(bar.limit ?? 0);
          return (
            <g key={bar.from}>
              <rect
                {...place}
                className={styles.allowed}
                y={height - tall(bar.limit)}
                height={tall(bar.limit)}
              />
              <rect
                {...place}
                className={isAbove ? styles.over : styles.used}
                y={height - tall(bar.used)}
                height={tall(bar.used)}
              />
            </g>
          );
        })}
      </svg>
      <div className={`${styles.head} small soft`}>
        <span>{bars[0] && formats.day(bars[0].from, true)}</span>
        <span>{bars.at(-1) && formats.day(bars.at(-1)!.from, true)}</span>
      </div>
      {line.idle > 0 && <p className="small">{say('idle', { n: line.idle })}</p>}
    </figure>
  );
}
