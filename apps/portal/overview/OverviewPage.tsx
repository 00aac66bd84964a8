import { useQuery } from '@tanstack/react-query';
import { Card } from '#platform/ui/Card.tsx';
import { Disclosure } from '#platform/ui/Disclosure.tsx';
import { EmptyState } from '#platform/ui/states.tsx';
import { useTongue } from '../clauses/useTongue.ts';
import { type Agreement, type Overview, overviewQuery } from '../data/portal.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { PageFrame } from '../parts/Page.tsx';
import { PrintButton } from '../parts/PrintButton.tsx';
import { useCustomer } from '../parts/To.tsx';
import { useFormats, useWords } from '../words/Words.tsx';
import { Aside } from './Aside.tsx';
import { ClauseCard } from './ClauseCard.tsx';
import { inShort } from './inShort.ts';
import styles from './overview.module.css';
import { overviewWords } from './words.ts';

/** What the customer is allowed, where its use stands against every limit, and what comes next. */
export function Page() {
  const say = useWords(overviewWords);
  const customer = useCustomer();
  const query = useQuery(overviewQuery(customer));
  return (
    <PageFrame
      title={say('title')}
      lead={query.data && <InShort overview={query.data} />}
      actions={<PrintButton />}
    >
      <Loaded query={query}>
        {(overview) => (
          <div className={styles.columns}>
            <div className="stackWide">
              <Agreements overview={overview} />
            </div>
            <Aside overview={overview} />
          </div>
        )}
      </Loaded>
    </PageFrame>
  );
}

/** How it stands, in one sentence. */
function InShort({ overview }: { overview: Overview }) {
  const say = useWords(overviewWords);
  const statuses = overview.agreements
    .filter(({ state }) => state === 'running')
    .flatMap(({ clauses }) => clauses.map(({ status }) => status));
  return statuses.length === 0 ? null : inShort(say, statuses);
}

function Agreements({ overview }: { overview: Overview }) {
  const say = useWords(overviewWords);
  const current = overview.agreements.filter(({ state }) => state !== 'ended');
  const ended = overview.agreements.filter(({ state }) => state === 'ended');
  return (
    <>
      {current.length === 0 && (
        <Card>
          <EmptyState icon="document" title={say('noAgreement')}>
            <p>{say('noAgreementTodo')}</p>
          </EmptyState>
        </Card>
      )}
      {current.map((agreement) => (
        <AgreementSection key={agreement.id} agreement={agreement} />
      ))}
      {ended.length > 0 && (
        <Disclosure label={say('endedAgreements', { n: ended.length })} late>
          <div className="stackWide">
            {ended.map((agreement) => (
              <AgreementSection key={agreement.id} agreement={agreement} />
            ))}
          </div>
        </Disclosure>
      )}
    </>
  );
}

function AgreementSection({ agreement }: { agreement: Agreement }) {
  const say = useWords(overviewWords);
  const formats = useFormats();
  const tongue = useTongue();
  const days = { from: formats.day(agreement.firstDay), until: formats.day(agreement.lastDay) };
  return (
    <section className="stack" aria-label={agreement.title}>
      <div>
        <h2>{agreement.title}</h2>
        <p className="small soft">{say(agreement.state, days)}</p>
      </div>
      {agreement.clauses.map((clause) => (
        <ClauseCard key={clause.id} clause={clause} zone={agreement.zone} tongue={tongue} />
      ))}
    </section>
  );
}
