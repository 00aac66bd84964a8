import { useQuery } from '@tanstack/react-query';
import { LinkButton } from '#platform/ui/Button.tsx';
import { Card } from '#platform/ui/Card.tsx';
import { EmptyState } from '#platform/ui/states.tsx';
import { type Documents, documentsQuery } from '../data/documents.ts';
import { overviewQuery } from '../data/portal.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { PageFrame } from '../parts/Page.tsx';
import { addressOf, ToButton, useCustomer } from '../parts/To.tsx';
import { useFormats, useWords } from '../words/Words.tsx';
import styles from './documents.module.css';
import { documentsWords } from './words.ts';

type Document = Documents['items'][number];

const kinds = ['agreement', 'quote', 'counted'] as const;
const dayWords = { agreement: 'signedOn', quote: 'agreedOn', counted: 'countedUpTo' } as const;
const shownKinds = ['csv', 'xlsx', 'yaml'] as const;

/** The papers that both sides share: to read, print and take along. */
export function Page() {
  const say = useWords(documentsWords);
  const customer = useCustomer();
  const query = useQuery(documentsQuery(customer));
  return (
    <PageFrame title={say('title')} lead={say('lead')}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Card>
              <EmptyState icon="document" title={say('none')}>
                <p>{say('noneTodo')}</p>
              </EmptyState>
            </Card>
          ) : (
            kinds.map((kind) => (
              <Papers key={kind} kind={kind} papers={items.filter((one) => one.kind === kind)} />
            ))
          )
        }
      </Loaded>
    </PageFrame>
  );
}

function Papers({ kind, papers }: { kind: Document['kind']; papers: readonly Document[] }) {
  const say = useWords(documentsWords);
  if (papers.length === 0) return null;
  return (
    <section className="stack" aria-label={say(kind)}>
      <h2>{say(kind)}</h2>
      <ul className={styles.papers}>
        {papers.map((paper) => (
          <Paper key={`${paper.kind} ${paper.id}`} paper={paper} />
        ))}
      </ul>
    </section>
  );
}

/** What was counted is named by its product, which needs no translation; other papers by their titles. */
function useTitle({ kind, title, agreement, clause }: Document): string {
  const customer = useCustomer();
  const { data } = useQuery({ ...overviewQuery(customer), enabled: kind === 'counted' });
  if (kind !== 'counted') return title;
  const clauses = data?.agreements.find(({ id }) => id === agreement)?.clauses ?? [];
  return clauses.find(({ id }) => id === clause)?.product.name ?? title;
}

function Paper({ paper }: { paper: Document }) {
  const say = useWords(documentsWords);
  const formats = useFormats();
  const customer = useCustomer();
  // The id begins with the kind: `agreement/AG-1`.
  const { kind, id, on, files } = paper;
  const title = useTitle(paper);
  return (
    <li className={styles.paper}>
      <div>
        <h3>{title}</h3>
        {on && <p className="small soft">{say(dayWords[kind], { day: formats.day(on) })}</p>}
      </div>
      <div className="row noPrint">
        {kind !== 'counted' && (
          <ToButton
            address={addressOf(customer, 'documents', `${kind}s`, id.slice(kind.length + 1))}
            icon="document"
          >
            {say('read')}
            <span className="hiddenVisually">: {title}</span>
          </ToButton>
        )}
        {files
          .filter(({ format }) => (shownKinds as readonly string[]).includes(format))
          .map(({ format, address }) => (
            <LinkButton key={format} href={address} icon="download" weight="quiet" download>
              {format.toUpperCase()}
              <span className="hiddenVisually">: {title}</span>
            </LinkButton>
          ))}
      </div>
    </li>
  );
}
