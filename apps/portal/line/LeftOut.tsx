import { Disclosure } from '#platform/ui/Disclosure.tsx';
import { type Column, Table } from '#platform/ui/Table.tsx';
import type { Evidence } from '../data/portal.ts';
import { useFormats, useWords } from '../words/Words.tsx';
import { lineWords } from './words.ts';

type Row = Evidence['leftOut'][number];
type Cause =
  | 'left_out'
  | 'listed_twice'
  | 'free'
  | 'outside_pool'
  | 'other_source'
  | 'maintained'
  | 'release_unknown';

/** What sources told of and does not count, with the reason. Nothing where all counts. */
export function LeftOut({ rows }: { rows: readonly Row[] }) {
  const say = useWords(lineWords);
  const formats = useFormats();
  if (rows.length === 0) return null;
  const columns: readonly Column<Row>[] = [
    { name: say('person'), cell: ({ who }) => who ?? say('nobody') },
    { name: say('feature'), cell: ({ feature }) => feature },
    {
      name: say('why'),
      cell: ({ cause, by }) => say(`cause_${cause.replaceAll('-', '_') as Cause}`, { by: by ?? '' }),
    },
    { name: say('records'), kind: 'number', cell: ({ records }) => formats.number(records) },
  ];
  return (
    <Disclosure label={say('leftOut')}>
      <Table label={say('leftOut')} columns={columns} rows={rows} rowKey={(row) => JSON.stringify(row)} />
    </Disclosure>
  );
}
