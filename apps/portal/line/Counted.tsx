import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, LinkButton } from '#platform/ui/Button.tsx';
import { Card } from '#platform/ui/Card.tsx';
import { Select, TextField } from '#platform/ui/fields.tsx';
import { Loading } from '#platform/ui/states.tsx';
import { type Column, Table } from '#platform/ui/Table.tsx';
import { amountOf } from '../clauses/tongue.ts';
import { useTongue } from '../clauses/useTongue.ts';
import { type EvidenceRow, evidenceQuery, type Line, type LinePlace } from '../data/portal.ts';
import { TroubleNote } from '../parts/Loaded.tsx';
import { shellWords } from '../shell/words.ts';
import { useFormats, useWords } from '../words/Words.tsx';
import { Contest } from './Contest.tsx';
import { LeftOut } from './LeftOut.tsx';
import styles from './line.module.css';
import { lineWords } from './words.ts';

/** Who and what makes up the number of one period: searched, downloaded, questioned; and what does not count. */
export function Counted({ line, place, group }: { line: Line; place: LinePlace; group: string }) {
  const say = useWords(lineWords);
  const formats = useFormats();
  const { zone } = line.agreement;
  const [window, setWindow] = useState(line.use?.window?.id ?? line.windows.at(-1)?.id ?? '');
  const [search, setSearch] = useState('');
  const choices = line.windows.toReversed().map((one) => ({
    value: one.id,
    label: `${formats.span(one.from, one.until, zone)} · ${formats.number(one.value)}`,
  }));
  return (
    <section className="stack" aria-labelledby="who">
      <div>
        <h2 id="who">{say('who')}</h2>
        <p className="soft">{say('whoLead')}</p>
      </div>
      <Card>
        <div className={`${styles.tools} noPrint`}>
          <Select
            label={say('period')}
            value={window}
            options={choices}
            onChange={(event) => setWindow(event.target.value)}
          />
          <TextField
            label={say('search')}
            type="search"
            placeholder={say('searchHint')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          <div className="row">
            <LinkButton href={fileAddress(place, group, window, 'xlsx')} icon="download" download>
              {say('excel')}
            </LinkButton>
            <LinkButton href={fileAddress(place, group, window, 'csv')} icon="download" download>
              {say('csv')}
            </LinkButton>
          </div>
        </div>
        <Rows line={line} place={place} group={group} window={window} search={search} />
      </Card>
    </section>
  );
}

function fileAddress(place: LinePlace, group: string, window: string, format: string): string {
  const parts = [place.customer, 'lines', place.agreement, place.clause].map(encodeURIComponent).join('/');
  return `/v1/portal/${parts}/evidence/export?${new URLSearchParams({ window, group, format })}`;
}

const fewRows = 20;
const moreRows = 200;

function Rows(props: { line: Line; place: LinePlace; group: string; window: string; search: string }) {
  const { line, place, group, window, search } = props;
  const say = useWords(lineWords);
  const shell = useWords(shellWords);
  const formats = useFormats();
  const tongue = useTongue();
  const [room, setRoom] = useState(fewRows);
  const query = useInfiniteQuery({
    ...evidenceQuery(place, group, window),
    placeholderData: keepPreviousData,
  });
  if (query.error) return <TroubleNote thrown={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading label={shell('loading')} rows={2} />;
  const pages = query.data.pages;
  const [first] = pages;
  const all = pages.flatMap(({ items }) => items);
  const wanted = search.trim().toLocaleLowerCase();
  const found = all.filter((row) => matches(row, wanted));
  const shown = found.slice(0, room);
  const columns: readonly Column<EvidenceRow>[] = [
    {
      name: say('person'),
      cell: (row) => (
        <>
          {row.who ?? <span className="soft">{say('nobody')}</span>}
          {row.namedAs && <span className="small soft"> {say('namedAs', { name: row.namedAs })}</span>}
        </>
      ),
    },
    { name: say('feature'), cell: ({ feature }) => feature },
    {
      name: say('time'),
      cell: ({ from, until }) =>
        until === null
          ? formats.moment(from, line.agreement.zone)
          : formats.span(from, until, line.agreement.zone),
    },
    { name: say('counts'), kind: 'number', cell: (row) => <Contribution row={row} /> },
    ...(window === first?.window.id
      ? [
          {
            name: say('wrongRow'),
            plain: true as const,
            cell: (row: EvidenceRow) => (
              <Contest
                place={place}
                group={group}
                window={window}
                unit={{ key: row.key, name: row.who ?? row.feature }}
              />
            ),
          },
        ]
      : []),
  ];
  return (
    <div className="stack" aria-busy={query.isPlaceholderData}>
      <p role="status" className="numbers">
        {wanted
          ? say('found', { n: found.length })
          : say('makesUp', {
              n: first?.total ?? all.length,
              value: amountOf(tongue, first?.window.value ?? '0', line.clause.unit),
            })}
      </p>
      {shown.length > 0 ? (
        <Table label={say('who')} columns={columns} rows={shown} rowKey={({ key }) => key} />
      ) : (
        !wanted && <p className="soft">{say('nothing')}</p>
      )}
      {(query.hasNextPage || found.length > room) && (
        <div>
          <Button
            busy={query.isFetchingNextPage}
            onClick={() => {
              setRoom(room + moreRows);
              if (query.hasNextPage && found.length < room + moreRows) void query.fetchNextPage();
            }}
          >
            {say('more')}
          </Button>
        </div>
      )}
      {first && <LeftOut rows={first.leftOut} />}
    </div>
  );
}

function matches({ who, namedAs, feature, source }: EvidenceRow, wanted: string): boolean {
  return (
    wanted === '' ||
    [who, namedAs, feature, source].some((text) => text?.toLocaleLowerCase().includes(wanted))
  );
}

/** What a unit adds, and what made it so. */
function Contribution({ row }: { row: EvidenceRow }) {
  const say = useWords(lineWords);
  const formats = useFormats();
  const notes = [
    row.rated && say('rated', { rated: row.rated }),
    row.free && say('free', { by: row.free.by, quantity: formats.number(row.free.quantity) }),
    row.staysBy && say('stays', { by: row.staysBy }),
  ].filter((note) => note !== null);
  return (
    <span>
      {formats.number(row.contributes)}
      {notes.length > 0 && <span className="small soft"> ({notes.join('; ')})</span>}
    </span>
  );
}
