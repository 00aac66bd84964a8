import { Badge } from '#platform/ui/Badge.tsx';
import { Button } from '#platform/ui/Button.tsx';
import { Card, CardGrid } from '#platform/ui/Card.tsx';
import type { Seen, Ways } from './data.ts';
import { Arithmetic } from './PriceParts.tsx';
import type { Tell } from './useTell.ts';
import styles from './waysUp.module.css';

/** The editions of the product, for the same use. Nothing where there is only one. */
export function Editions(props: { ways: Ways; onAsk?: (seen: Seen, edition: string) => void; tell: Tell }) {
  const { ways, onAsk, tell } = props;
  const { say, formats, units } = tell;
  const [first] = ways.editions;
  if (ways.editions.length < 2 || !first) return null;
  const money = (amount: string) => formats.money(amount.replace(/^-/, ''), ways.currency);
  const until = tell.lastDay(ways.until);
  const alike = new Set(ways.editions.map(({ includes }) => includes.join(' '))).size === 1;
  return (
    <section className="stack" aria-labelledby="editions">
      <h2 id="editions">{say('editions')}</h2>
      <p className="soft">{say('editionsLead', { limit: units(first.units) })}</p>
      <CardGrid>
        {ways.editions.map((edition) => (
          <Card key={edition.edition} as="article" label={edition.name}>
            <div className="stack">
              <h3 className={styles.cardTitle}>{edition.name}</h3>
              {edition.isCurrent && (
                <p>
                  <Badge tone="calm" icon="check">
                    {say('current')}
                  </Badge>
                </p>
              )}
              {edition.perYear !== null && (
                <p>
                  {say('perYear')}: <strong>{money(edition.perYear)}</strong>
                </p>
              )}
              {edition.change && (
                <p>
                  {say(edition.change.total.startsWith('-') ? 'changeLess' : 'change', {
                    total: money(edition.change.total),
                    until,
                  })}
                </p>
              )}
              {!alike && edition.includes.length > 0 && (
                <p className="soft">
                  {say('includes')}: {formats.list(edition.includes)}
                </p>
              )}
              {edition.change && (
                <Arithmetic price={edition.change} per={ways.reason?.now.per ?? null} tell={tell} />
              )}
              {!edition.isCurrent && onAsk && (
                <div className="noPrint">
                  <Button onClick={() => onAsk(edition.seen, edition.name)}>
                    {say('askEdition', { name: edition.name })}
                  </Button>
                </div>
              )}
            </div>
          </Card>
        ))}
      </CardGrid>
    </section>
  );
}
