import { Badge } from '#platform/ui/Badge.tsx';
import { Button } from '#platform/ui/Button.tsx';
import { Table } from '#platform/ui/Table.tsx';
import type { Way, Ways } from './data.ts';
import { looksOf } from './looks.ts';
import type { Tell } from './useTell.ts';
import styles from './waysUp.module.css';

/** The quantities side by side; on a phone one card each. */
export function Options(props: {
  ways: Ways;
  chosen: string;
  onChoose: (units: string) => void;
  tell: Tell;
}) {
  const { ways, chosen, onChoose, tell } = props;
  const { say, formats, units } = tell;
  const until = tell.lastDay(ways.until);
  const money = (amount: string | null) => (amount === null ? '–' : formats.money(amount, ways.currency));
  return (
    <Table
      label={say('options')}
      rows={ways.ways}
      rowKey={(way) => way.units}
      columns={[
        { name: say('option'), cell: (way) => <Name way={way} best={ways.best} tell={tell} /> },
        { name: say('limit'), kind: 'number', cell: (way) => units(way.limitAfter) },
        { name: say('stands'), cell: (way) => <Stands way={way} until={ways.until} tell={tell} /> },
        {
          name: say('untilEnd', { until }),
          kind: 'number',
          cell: (way) => (way.price ? tell.money(way.price) : say('noPrice')),
        },
        { name: say('perYear'), kind: 'number', cell: (way) => money(way.perYear) },
        {
          name: say('choose'),
          cell: (way) =>
            way.units === '0' ? (
              <span className="soft">{say('current')}</span>
            ) : (
              <Button
                aria-pressed={way.units === chosen}
                icon={way.units === chosen ? 'check' : 'plus'}
                onClick={() => onChoose(way.units)}
              >
                {way.units === chosen ? say('chosenOne') : say('choose')}
                <span className="hiddenVisually">: {say('more', { units: units(way.units) })}</span>
              </Button>
            ),
        },
      ]}
    />
  );
}

function Name({ way, best, tell }: { way: Way; best: string | null; tell: Tell }) {
  const { say, units } = tell;
  const aims = way.aims.flatMap((aim) => (aim === 'stay' || aim === 'chosen' ? [] : [say(`aim_${aim}`)]));
  return (
    <div className={styles.name}>
      <span>{way.units === '0' ? say('stay') : say('more', { units: units(way.units) })}</span>
      {aims.length > 0 && <span className="soft">{aims.join(', ')}</span>}
      {way.units === best && (
        <Badge tone="good" icon="check">
          {say('best')}
        </Badge>
      )}
    </div>
  );
}

/** How a quantity stands against use: what lies behind, counted, and what is likely ahead. */
export function Stands({ way, until, tell }: { way: Way; until: string; tell: Tell }) {
  const { say, units } = tell;
  const { word, ...look } = looksOf(way);
  const ahead = tell.ahead(way, until);
  return (
    <div className={styles.name}>
      <Badge {...look}>{say(word)}</Badge>
      {way.replayed.windows > 0 && <span className="soft">{tell.replayed(way)}</span>}
      {ahead && <span className="soft">{ahead}</span>}
      {way.dearerThan !== null && <span>{say('dearer', { units: units(way.dearerThan) })}</span>}
    </div>
  );
}
