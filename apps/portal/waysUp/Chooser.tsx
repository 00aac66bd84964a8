import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { Button } from '#platform/ui/Button.tsx';
import { Card } from '#platform/ui/Card.tsx';
import { TroubleNote } from '../parts/Loaded.tsx';
import { type Place, type Seen, unitsQuery, type Way, type Ways } from './data.ts';
import { Stands } from './Options.tsx';
import { Arithmetic } from './PriceParts.tsx';
import type { Tell } from './useTell.ts';
import styles from './waysUp.module.css';

/** After so many milliseconds without another change the price is asked for. */
const settled = 200;

/** A number of one's own choice, with its price at once, and the way to order it. */
export function Chooser(props: {
  ways: Ways;
  place: Place;
  units: string;
  onChange: (units: string) => void;
  onOrder?: (seen: Seen) => void;
  tell: Tell;
}) {
  const { ways, place, units, onChange, onOrder, tell } = props;
  const { say } = tell;
  const asked = useSettled(units);
  const { data, error, isPlaceholderData } = useQuery({
    ...unitsQuery(place, asked),
    placeholderData: keepPreviousData,
  });
  const isLate = isPlaceholderData || asked !== units;
  return (
    <section className="stack noPrint" aria-labelledby="chooser">
      <h2 id="chooser">{say('chooser')}</h2>
      <Card>
        <div className="stack">
          <Stepper ways={ways} units={units} onChange={onChange} tell={tell} />
          <TroubleNote thrown={error} />
          {data && (
            <div aria-busy={isLate} className={isLate ? styles.late : undefined}>
              <Cost way={data} ways={ways} tell={tell} />
            </div>
          )}
          {data && (
            <Order data={data} ways={ways} isLate={isLate} {...(onOrder ? { onOrder } : {})} tell={tell} />
          )}
        </div>
      </Card>
    </section>
  );
}

function Order(props: {
  data: Way;
  ways: Ways;
  isLate: boolean;
  onOrder?: (seen: Seen) => void;
  tell: Tell;
}) {
  const { data, ways, isLate, onOrder, tell } = props;
  const { say } = tell;
  if (!ways.may.order && !ways.may.prepare) return <p className="soft">{say('readOnly')}</p>;
  if (!onOrder) return null;
  const word = ways.may.order ? (data.seen.atOnce ? 'orderNow' : 'ask') : 'prepare';
  return (
    <div className="stack">
      <div className="row">
        <Button
          weight="first"
          icon={word === 'orderNow' ? 'check' : 'mail'}
          disabled={isLate || data.units === '0'}
          onClick={() => onOrder(data.seen)}
        >
          {say(word)}
        </Button>
      </div>
      <p className="small soft">
        {say(word === 'orderNow' ? 'orderHint' : word === 'ask' ? 'askHint' : 'preparedHint')}
      </p>
    </div>
  );
}

function Stepper(props: { ways: Ways; units: string; onChange: (units: string) => void; tell: Tell }) {
  const { ways, units, onChange, tell } = props;
  const { say } = tell;
  const id = useId();
  const value = Number(units);
  const largest = Math.max(...ways.ways.map((way) => Number(way.units)), 5) * 2;
  const set = (next: number) => onChange(String(Math.min(999_999_999, Math.max(0, Math.round(next)))));
  const label = say('chooserLabel', { units: tell.units('2').replace(/^\S+\s/, '') });
  return (
    <div className={styles.stepper}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.numberRow}>
        <Button aria-label={say('less')} disabled={value === 0} onClick={() => set(value - 1)}>
          −
        </Button>
        <input
          id={id}
          className={styles.number}
          type="number"
          inputMode="numeric"
          min={0}
          step={1}
          value={units}
          onChange={(event) => set(Number(event.target.value || '0'))}
        />
        <Button aria-label={say('oneMore')} onClick={() => set(value + 1)}>
          +
        </Button>
      </div>
      <input
        className={styles.slider}
        type="range"
        aria-label={label}
        min={0}
        max={Math.max(largest, value)}
        value={value}
        onChange={(event) => set(Number(event.target.value))}
      />
    </div>
  );
}

function Cost({ way, ways, tell }: { way: Way; ways: Ways; tell: Tell }) {
  const { say, formats, units } = tell;
  const money = (amount: string) => formats.money(amount, ways.currency);
  return (
    <div className="stack">
      <p className={styles.total} role="status">
        {way.price === null
          ? say('noPrice')
          : way.price.lines.length === 0
            ? say('costsNothing')
            : say('costs', { total: tell.money(way.price), until: tell.lastDay(ways.until) })}
      </p>
      <p>
        {say('thenLimit', { limit: units(way.limitAfter) })}
        {way.perYear !== null &&
          way.perMonth !== null &&
          ` · ${say('yearly', { year: money(way.perYear), month: money(way.perMonth) })}`}
      </p>
      <Stands way={way} until={ways.until} tell={tell} />
      {way.price && way.price.lines.length > 0 && (
        <Arithmetic price={way.price} per={ways.reason?.now.per ?? null} tell={tell} />
      )}
    </div>
  );
}

/** The value once it has stood still. */
function useSettled(value: string): string {
  const [still, setStill] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setStill(value), settled);
    return () => clearTimeout(timer);
  }, [value]);
  return still;
}
