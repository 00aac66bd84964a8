import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '#platform/ui/Button.tsx';
import { Card } from '#platform/ui/Card.tsx';
import { Disclosure } from '#platform/ui/Disclosure.tsx';
import { type Column, Table } from '#platform/ui/Table.tsx';
import { StatusBadge } from '../clauses/Standing.tsx';
import { groupName } from '../clauses/tongue.ts';
import { useTongue } from '../clauses/useTongue.ts';
import { type Clause, groupsQuery, type LinePlace, type Use } from '../data/portal.ts';
import { TroubleNote } from '../parts/Loaded.tsx';
import { addressOf, To } from '../parts/To.tsx';
import { useWords } from '../words/Words.tsx';
import { lineWords } from './words.ts';

/** All groups of a clause, those closest to their limit first; each leads to its own page. */
export function Groups({ place, unit }: { place: LinePlace; unit: Clause['unit'] }) {
  const say = useWords(lineWords);
  return (
    <Card>
      <Disclosure label={say('groups')} late>
        <GroupTable place={place} unit={unit} />
      </Disclosure>
    </Card>
  );
}

function GroupTable({ place, unit }: { place: LinePlace; unit: Clause['unit'] }) {
  const say = useWords(lineWords);
  const tongue = useTongue();
  const query = useInfiniteQuery(groupsQuery(place));
  const line = addressOf(place.customer, 'lines', place.agreement, place.clause);
  const columns: readonly Column<Use>[] = [
    {
      name: say('group'),
      cell: (use) => (
        <To address={`${line}?${new URLSearchParams({ group: use.group })}`}>{groupName(tongue, use)}</To>
      ),
    },
    {
      name: say('value'),
      kind: 'number',
      cell: ({ window }) => (window ? tongue.formats.number(window.value) : '–'),
    },
    {
      name: `${say('limit')} (${unit.many})`,
      kind: 'number',
      cell: ({ window }) => (window ? tongue.formats.number(window.limit) : '–'),
    },
    {
      name: say('standing'),
      plain: true,
      cell: ({ status }) => <StatusBadge status={status} tongue={tongue} />,
    },
  ];
  return (
    <div className="stack">
      <TroubleNote thrown={query.error} onRetry={() => void query.refetch()} />
      <Table
        label={say('groups')}
        columns={columns}
        rows={query.data?.pages.flatMap(({ items }) => items) ?? []}
        rowKey={({ group }) => group}
      />
      {query.hasNextPage && (
        <div>
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {say('groupsMore')}
          </Button>
        </div>
      )}
    </div>
  );
}
