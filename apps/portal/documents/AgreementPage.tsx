import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Card } from '#platform/ui/Card.tsx';
import { Facts } from '#platform/ui/Facts.tsx';
import { type Column, Table } from '#platform/ui/Table.tsx';
import { type AgreementPaper, agreementPaperQuery } from '../data/documents.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { PageFrame } from '../parts/Page.tsx';
import { PrintButton } from '../parts/PrintButton.tsx';
import { addressOf, To, useCustomer } from '../parts/To.tsx';
import { useFormats, useWords } from '../words/Words.tsx';
import styles from './documents.module.css';
import { documentsWords } from './words.ts';

/** An agreement as it was signed, with what was signed and granted since; to read and print. */
export function Page() {
  const say = useWords(documentsWords);
  const customer = useCustomer();
  const { agreement = '' } = useParams({ strict: false }) as Record<string, string>;
  const query = useQuery(agreementPaperQuery(customer, agreement));
  return (
    <PageFrame
      title={query.data?.title ?? say('agreement')}
      lead={say('asSigned')}
      before={<To address={addressOf(customer, 'documents')}>{say('title')}</To>}
      actions={<PrintButton />}
    >
      <Loaded query={query}>{(paper) => <Paper paper={paper} />}</Loaded>
    </PageFrame>
  );
}

function Paper({ paper }: { paper: AgreementPaper }) {
  const say = useWords(documentsWords);
  const formats = useFormats();
  const span = (of: { firstDay: string; lastDay: string }) =>
    say('span', { from: formats.day(of.firstDay), until: formats.day(of.lastDay) });
  return (
    <>
      <Card>
        <Facts
          entries={[
            [say('signed'), formats.day(paper.signedOn)],
            [say('term'), span(paper)],
            [say('renewal'), formats.day(paper.renewsOn)],
            [say('zone'), paper.zone],
            [say('currency'), paper.currency],
          ]}
        />
      </Card>
      <Orders paper={paper} span={span} />
      <section className="stack" aria-label={say('rules')}>
        <h2>{say('rules')}</h2>
        {paper.clauses.map((clause) => (
          <Card key={clause.id} as="article" label={clause.product.name}>
            <h3>{clause.product.name}</h3>
            <p className={styles.signed}>{clause.text}</p>
          </Card>
        ))}
      </section>
      <Texts title={say('duties')} items={paper.duties.map(({ id, text }) => ({ id, name: null, text }))} />
      <Texts
        title={say('amendments')}
        items={paper.amendments.map(({ id, firstDay, words }) => ({
          id,
          name: say('amendment', { id, day: formats.day(firstDay) }),
          text: words,
        }))}
      />
      <Texts
        title={say('grants')}
        items={paper.grants.map((grant) => ({
          id: grant.id,
          name: say('grant', { id: grant.id, span: span(grant) }),
          text: grant.words,
        }))}
      />
    </>
  );
}

type Order = AgreementPaper['orderLines'][number];

function Orders(props: { paper: AgreementPaper; span: (of: Order) => string }) {
  const say = useWords(documentsWords);
  const formats = useFormats();
  if (props.paper.orderLines.length === 0) return null;
  const columns: readonly Column<Order>[] = [
    {
      name: say('product'),
      cell: ({ product, edition }) => [product.name, edition].filter(Boolean).join(' '),
    },
    { name: say('time'), cell: props.span },
    { name: say('paper'), cell: ({ source }) => source },
    { name: say('quantity'), kind: 'number', cell: ({ quantity }) => formats.number(quantity) },
  ];
  return (
    <section className="stack" aria-label={say('ordered')}>
      <h2>{say('ordered')}</h2>
      <Table label={say('ordered')} columns={columns} rows={props.paper.orderLines} rowKey={({ id }) => id} />
    </section>
  );
}

function Texts(props: {
  title: string;
  items: readonly { readonly id: string; readonly name: string | null; readonly text: string }[];
}) {
  if (props.items.length === 0) return null;
  return (
    <section className="stack" aria-label={props.title}>
      <h2>{props.title}</h2>
      <Card>
        {props.items.map(({ id, name, text }) => (
          <div key={id}>
            {name && <p className="small soft">{name}</p>}
            <p className={styles.signed}>{text}</p>
          </div>
        ))}
      </Card>
    </section>
  );
}
