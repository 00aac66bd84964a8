import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Callout } from '#platform/ui/Callout.tsx';
import { Facts } from '#platform/ui/Facts.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { PageFrame } from '../parts/Page.tsx';
import { PrintButton } from '../parts/PrintButton.tsx';
import { addressOf, ToButton } from '../parts/To.tsx';
import { useWords } from '../words/Words.tsx';
import { Chooser } from './Chooser.tsx';
import { type Place, type Ways, waysQuery } from './data.ts';
import { Editions } from './Editions.tsx';
import { Options } from './Options.tsx';
import { OrderDialog, type Wish } from './OrderDialog.tsx';
import { Arithmetic, WhyPrice } from './PriceParts.tsx';
import { type Tell, useTell } from './useTell.ts';
import { WayChart } from './WayChart.tsx';
import { waysUpWords } from './words.ts';

/** The ways up of one clause, compared on the customer's own use. */
export function Page() {
  const say = useWords(waysUpWords);
  const place = useParams({ strict: false }) as Place;
  const ways = useQuery(waysQuery(place));
  return (
    <PageFrame
      title={ways.data ? say('compareTitle', { product: ways.data.product.name }) : say('title')}
      lead={ways.data?.clause.plain}
      actions={<PrintButton />}
    >
      <Loaded query={ways}>{(data) => <Compared ways={data} place={place} />}</Loaded>
    </PageFrame>
  );
}

function Compared({ ways, place }: { ways: Ways; place: Place }) {
  const tell = useTell(ways.unit);
  const { say } = tell;
  const search = useSearch({ strict: false }) as { units?: string | number; prepared?: string };
  const [units, setUnits] = useState(() => firstUnits(ways, search.units));
  const [wish, setWish] = useState<Wish | null>(null);
  const prepared = search.prepared ?? null;
  const isTaken = ways.openOrder !== null && ways.openOrder !== prepared;
  const how = ways.may.order ? 'place' : 'prepare';
  const may = (ways.may.order || ways.may.prepare) && !isTaken && !ways.ended;
  const limitThen = String(Number(ways.limit) + Number(units));
  return (
    <>
      <Verdict ways={ways} tell={tell} />
      {ways.openOrder !== null && (
        <Callout tone="calm" title={say('openOrder')}>
          <ToButton address={addressOf(place.customer, 'ways-up', 'orders', ways.openOrder)}>
            {say('goToOrder')}
          </ToButton>
        </Callout>
      )}
      {ways.history.length > 0 && (
        <section className="stack" aria-labelledby="chart">
          <h2 id="chart">{say('chartTitle')}</h2>
          <WayChart ways={ways} units={units} then={limitThen} tell={tell} />
        </section>
      )}
      <section className="stack" aria-labelledby="options">
        <h2 id="options">{say('options')}</h2>
        <Options ways={ways} chosen={units} onChoose={setUnits} tell={tell} />
      </section>
      <Chooser
        ways={ways}
        place={place}
        units={units}
        onChange={setUnits}
        tell={tell}
        {...(may ? { onOrder: (seen) => setWish({ seen, edition: null }) } : {})}
      />
      <Now ways={ways} tell={tell} />
      <Editions
        ways={ways}
        tell={tell}
        {...(may ? { onAsk: (seen, edition) => setWish({ seen, edition }) } : {})}
      />
      {wish && (
        <OrderDialog
          wish={wish}
          how={how}
          place={place}
          prepared={prepared}
          tell={tell}
          onClose={() => setWish(null)}
        />
      )}
    </>
  );
}

/** What somebody was sent here with, else what fits, else one more. */
function firstUnits(ways: Ways, asked: string | number | undefined): string {
  if (asked !== undefined && /^\d{1,9}$/.test(String(asked))) return String(asked);
  const next = ways.ways.find(({ units }) => units !== '0')?.units ?? '1';
  return ways.best === null || ways.best === '0' ? next : ways.best;
}

/** The honest answer, in a sentence or two: often that nothing is needed. */
function Verdict({ ways, tell }: { ways: Ways; tell: Tell }) {
  const { say, units, lastDay } = tell;
  const best = ways.ways.find((way) => way.units === ways.best);
  const until = lastDay(ways.until);
  if (ways.ways[0]?.fit === 'cannot-tell')
    return (
      <Callout tone="calm" title={say('cannotTellTitle')}>
        <p>{say(ways.used === null ? 'noUseWhy' : 'doubtWhy')}</p>
      </Callout>
    );
  if (!best)
    return (
      <Callout tone="near" title={say('noneFits')}>
        <p>{say('noneFitsWhy')}</p>
      </Callout>
    );
  const ahead = best.foreseen === null ? say('aheadUnknown') : say('aheadNot', { until });
  const limit = units(best.limitAfter);
  const { windows, above, peak } = best.replayed;
  if (best.units !== '0')
    return (
      <Callout tone="near" title={say('fits', { units: units(best.units) })}>
        {best.foreseen === null ? (
          <p>
            {say('fitsNow', { limit })} {ahead}
          </p>
        ) : (
          <p>{say('fitsWhy', { until, limit })}</p>
        )}
      </Callout>
    );
  if (best.fit === 'enough')
    return (
      <Callout tone="good" title={say(best.foreseen === null ? 'nothingAsNow' : 'nothing')}>
        <p>
          {say('nothingWhy', { windows, limit })} {ahead}
        </p>
      </Callout>
    );
  return (
    <Callout tone="good" title={say(best.foreseen === null ? 'nothingAsNow' : 'nothingNow')}>
      <p>
        {say('nothingNowWhy', { above, limit, peak: units(peak?.value ?? '0') })}{' '}
        {say(best.foreseen === null ? 'aheadUnknown' : 'nothingNowAhead')}
      </p>
    </Callout>
  );
}

/** What is paid today, and why a unit costs what it costs. */
function Now({ ways, tell }: { ways: Ways; tell: Tell }) {
  const { say, units, formats, lastDay } = tell;
  const { paid, reason, currency } = ways;
  if (!paid && !reason) return null;
  return (
    <section className="stack" aria-labelledby="now">
      <h2 id="now">{say('paid')}</h2>
      {paid && (
        <>
          <p className="soft">{say('paidWhat', { limit: units(ways.limit) })}</p>
          <Facts
            entries={[
              [say('paidYear'), paid.perYear && formats.money(paid.perYear, currency)],
              [say('paidRest', { until: lastDay(ways.until) }), tell.money(paid.restOfTerm)],
            ]}
          />
          <Arithmetic price={paid.restOfTerm} per={reason?.now.per ?? null} tell={tell} />
        </>
      )}
      {reason && <WhyPrice reason={reason} currency={currency} unit={ways.unit} tell={tell} />}
    </section>
  );
}
