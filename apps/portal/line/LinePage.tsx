import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams } from '@tanstack/react-router';
import { Card } from '#platform/ui/Card.tsx';
import { EmptyState } from '#platform/ui/states.tsx';
import { HowCounted, SignedText, WhereFrom } from '../clauses/ClauseParts.tsx';
import { Standing } from '../clauses/Standing.tsx';
import { lastAboveText, reachText } from '../clauses/standingText.ts';
import { allowedText } from '../clauses/termsText.ts';
import { groupName } from '../clauses/tongue.ts';
import { useTongue } from '../clauses/useTongue.ts';
import { type Line, type LinePlace, lineQuery } from '../data/portal.ts';
import { overviewWords } from '../overview/words.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { PageFrame } from '../parts/Page.tsx';
import { PrintButton } from '../parts/PrintButton.tsx';
import { addressOf, To } from '../parts/To.tsx';
import { useWords } from '../words/Words.tsx';
import { Contest } from './Contest.tsx';
import { Counted } from './Counted.tsx';
import { Groups } from './Groups.tsx';
import { LineChart } from './LineChart.tsx';
import styles from './line.module.css';
import { lineWords } from './words.ts';

/** One line: where its use stands, how it developed, who and what is counted, and how. */
export function Page() {
  const say = useWords(lineWords);
  const tongue = useTongue();
  const {
    customer = '',
    agreement = '',
    clause = '',
  } = useParams({ strict: false }) as Record<string, string>;
  const { searchStr } = useLocation();
  const place: LinePlace = {
    customer,
    agreement,
    clause,
    group: new URLSearchParams(searchStr).get('group'),
  };
  const query = useQuery(lineQuery(place));
  const line = query.data;
  const name = line?.use ? groupName(tongue, line.use) : '';
  return (
    <PageFrame
      title={line ? [line.clause.product.name, name].filter(Boolean).join(', ') : say('chart')}
      lead={line && allowedText(tongue, line.clause)}
      before={<To address={addressOf(customer)}>{say('back')}</To>}
      actions={<PrintButton />}
    >
      <Loaded query={query}>
        {(data) => <LineParts key={JSON.stringify(place)} line={data} place={place} />}
      </Loaded>
    </PageFrame>
  );
}

function LineParts({ line, place }: { line: Line; place: LinePlace }) {
  const say = useWords(lineWords);
  const overview = useWords(overviewWords);
  const tongue = useTongue();
  const { clause, use } = line;
  const { zone } = line.agreement;
  const outlook = use ? reachText(tongue, use.reach) : [];
  const last = use ? lastAboveText(tongue, use, clause.unit, zone) : null;
  return (
    <>
      <Card>
        <Standing clause={clause} use={use} zone={zone} tongue={tongue} titled={false} />
        {(last || outlook.length > 0) && (
          <div className={styles.sentences}>
            {last && <p>{last}</p>}
            {outlook.length > 0 && <p>{outlook.join(' ')}</p>}
          </div>
        )}
        <Contest place={place} group={use?.group ?? '[]'} window={use?.window?.id ?? null} />
      </Card>
      <Card>
        {line.windows.length === 0 ? (
          <EmptyState icon="chart" title={say('noWindows')}>
            <p>{say('noWindowsTodo')}</p>
          </EmptyState>
        ) : (
          <LineChart line={line} tongue={tongue} />
        )}
      </Card>
      {clause.groups > 1 && <Groups place={place} unit={clause.unit} />}
      {line.windows.length > 0 && use && <Counted line={line} place={place} group={use.group} />}
      <section className="stack" aria-labelledby="how">
        <h2 id="how">{overview('howCounted')}</h2>
        <Card>
          <HowCounted clause={clause} tongue={tongue} people={line.people} />
          <SignedText clause={clause} />
          <WhereFrom clause={clause} zone={zone} tongue={tongue} />
          {line.features.length > 0 && (
            <p className="small soft">
              {say('features')}: {[...new Set(line.features.map(({ feature }) => feature))].join(', ')}
            </p>
          )}
        </Card>
      </section>
    </>
  );
}
