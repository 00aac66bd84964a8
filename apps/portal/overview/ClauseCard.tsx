import { Card } from '#platform/ui/Card.tsx';
import { Disclosure } from '#platform/ui/Disclosure.tsx';
import { Icon } from '#platform/ui/Icon.tsx';
import { HowCounted, SignedText, WhereFrom } from '../clauses/ClauseParts.tsx';
import { Standing } from '../clauses/Standing.tsx';
import { reachText } from '../clauses/standingText.ts';
import { allowedText } from '../clauses/termsText.ts';
import type { Tongue } from '../clauses/tongue.ts';
import { groupName } from '../clauses/tongue.ts';
import type { Clause } from '../data/portal.ts';
import { addressOf, ToButton, useCustomer } from '../parts/To.tsx';
import { questionsSlot } from '../questions/slot.ts';
import { waysUpSlot } from '../waysUp/slot.ts';
import { useWords } from '../words/Words.tsx';
import styles from './overview.module.css';
import { overviewWords } from './words.ts';

/** One promise: where its use stands, when the limit would be reached, what was agreed, and what to do next. */
export function ClauseCard({ clause, zone, tongue }: { clause: Clause; zone: string; tongue: Tongue }) {
  const say = useWords(overviewWords);
  const [use] = clause.uses;
  const outlook = use ? reachText(tongue, use.reach) : [];
  return (
    <Card as="article" label={clause.product.name}>
      <Standing clause={clause} use={use ?? null} zone={zone} tongue={tongue} />
      {clause.groups > 1 && use && (
        <p className="small soft">
          {groupName(tongue, use)} {say('moreGroups', { n: clause.groups - 1 })}
        </p>
      )}
      {outlook.length > 0 && (
        <p className={styles.outlook}>
          <Icon name="clock" />
          <span>{outlook.join(' ')}</span>
        </p>
      )}
      <p className={styles.agreed}>
        <Icon name="document" />
        <span>{allowedText(tongue, clause)}</span>
      </p>
      <div>
        <Disclosure label={say('howCounted')}>
          <HowCounted clause={clause} tongue={tongue} />
        </Disclosure>
        <Disclosure label={tongue.terms('signed')}>
          <div className="stack">
            <SignedText clause={clause} />
            <WhereFrom clause={clause} zone={zone} tongue={tongue} />
          </div>
        </Disclosure>
      </div>
      <Next clause={clause} />
    </Card>
  );
}

/** What can be done from here; more of it where there is reason to. */
function Next({ clause }: { clause: Clause }) {
  const say = useWords(overviewWords);
  const customer = useCustomer();
  const isTight = clause.status !== 'within' && clause.status !== 'cannot-tell';
  const line = addressOf(customer, 'lines', clause.agreement, clause.id);
  return (
    <div className="row noPrint">
      <ToButton address={line} icon="chart">
        {isTight ? say('whoCounts') : say('overTime')}
      </ToButton>
      {isTight && clause.kind === 'capacity' && waysUpSlot.pages.length > 0 && (
        <ToButton address={addressOf(customer, waysUpSlot.path, 'of', clause.agreement, clause.id)} icon="up">
          {say('needMore')}
        </ToButton>
      )}
      {isTight && questionsSlot.pages.length > 0 && (
        <ToButton address={addressOf(customer, questionsSlot.path)} weight="quiet">
          {say('ask')}
        </ToButton>
      )}
    </div>
  );
}
