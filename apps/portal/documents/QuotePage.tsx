import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Card } from '#platform/ui/Card.tsx';
import { Facts } from '#platform/ui/Facts.tsx';
import { type Column, Table } from '#platform/ui/Table.tsx';
import { amountOf } from '../clauses/tongue.ts';
import { useTongue } from '../clauses/useTongue.ts';
import { type QuotePaper, quotePaperQuery } from '../data/documents.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { PageFrame } from '../parts/Page.tsx';
import { PrintButton } from '../parts/PrintButton.tsx';
import { addressOf, To, useCustomer } from '../parts/To.tsx';
import { useFormats, useWords } from '../words/Words.tsx';
import styles from './documents.module.css';
import { documentsWords } from './words.ts';

/** An offer that both sides agreed to, with its arithmetic; to read and print. */
export function Page() {
  const say = useWords(documentsWords);
  const customer = useCustomer();
  const { quote = '' } = useParams({ strict: false }) as Record<string, string>;
  const query = useQuery(quotePaperQuery(customer, quote));
  return (
    <PageFrame
      title={query.data ? `${query.data.product.name}, ${query.data.id}` : say('quote')}
      before={<To address={addressOf(customer, 'documents')}>{say('title')}</To>}
      actions={<PrintButton />}
    >
      <Loaded query={query}>{(paper) => <Paper paper={paper} />}</Loaded>
    </PageFrame>
  );
}

type Line = QuotePaper['lines'][number];

function Paper({ paper }: { paper: QuotePaper }) {
  const say = useWords(documentsWords);
  const tongue = useTongue();
  const formats = useFormats();
  const span = (of: { firstDay: string; lastDay: string }) =>
    say('span', { from: formats.day(of.firstDay), until: formats.day(of.lastDay) });
  const money = (amount: string) => formats.money(amount, paper.currency);
  const columns: readonly Column<Line>[] = [
    { name: say('line'), cell: ({ label }) => label },
    { name: say('amount'), kind: 'number', cell: ({ amount }) => money(amount) },
  ];
  const { release, invoice } = paper;
  return (
    <>
      <Card>
        <Facts
          entries={[
            [say('for'), amountOf(tongue, paper.units, paper.unit)],
            [say('time'), span(paper)],
            [say('status'), `${say(paper.status)}, ${formats.day(paper.agreedOn)}`],
            [say('release'), release && `${amountOf(tongue, release.units, paper.unit)}, ${span(release)}`],
            [
              say('invoice'),
              invoice && `${invoice.number}, ${money(invoice.amount)}, ${formats.day(invoice.on)}`,
            ],
          ]}
        />
      </Card>
      <section className="stack" aria-label={say('lines')}>
        <h2>{say('lines')}</h2>
        <Table
          label={say('lines')}
          columns={columns}
          rows={paper.lines}
          rowKey={(line) => `${line.kind} ${line.label} ${line.amount}`}
        />
        <p className={styles.total}>
          <span>{say('total')}</span>
          <strong>{money(paper.total)}</strong>
        </p>
      </section>
    </>
  );
}
