import type { Drawing } from '#platform/ui/chart/geometry.ts';
import { ChangeList, TimeChart } from '#platform/ui/chart/TimeChart.tsx';
import { Disclosure } from '#platform/ui/Disclosure.tsx';
import { type Column, Table } from '#platform/ui/Table.tsx';
import { amountOf, type Tongue, unitsOf, valueList } from '../clauses/tongue.ts';
import type { Line, Window } from '../data/portal.ts';
import { useWords } from '../words/Words.tsx';
import { lineWords } from './words.ts';

const drawingOf = (line: Line): Drawing => ({
  from: line.agreement.from,
  until: line.agreement.until,
  asOf: line.asOf,
  used: line.windows.map(({ from, until, value, above }) => ({ from, until, value, beyond: above })),
  allowed: line.allowedOver.map(({ from, until, limit }) => ({ from, until, limit: limit ?? '0' })),
  ahead: line.forecast?.path ?? [],
});

/** Use against every change of its limit, with where it is likely to go; the same as a table behind it. */
export function LineChart({ line, tongue }: { line: Line; tongue: Tongue }) {
  const say = useWords(lineWords);
  const { formats } = tongue;
  const { clause, agreement } = line;
  const { zone } = agreement;
  const span = (window: Window) => formats.span(window.from, window.until, zone);
  const describe = (at: number) => {
    const window = line.windows[at];
    if (!window) return '';
    const values = {
      span: span(window),
      value: amountOf(tongue, window.value, clause.unit),
      limit: formats.number(window.limit),
    };
    const words = say(window.above ? 'describeAbove' : 'describe', values);
    return window.open ? say('describeOpen', { words }) : words;
  };
  const words = {
    locale: formats.locale,
    label: say('chart'),
    description: say('description', {
      from: formats.dayOf(agreement.from, zone),
      until: formats.lastDay(agreement.until, zone),
      n: line.windows.length,
      above: line.windows.filter(({ above }) => above).length,
    }),
    unit: unitsOf(tongue, clause.unit).units,
    today: say('today'),
    walk: say('walk'),
    legend: {
      used: say('used'),
      beyond: say('beyond'),
      allowed: say('allowed'),
      ahead: say('ahead'),
    },
    describe,
  };
  return (
    <TimeChart drawing={drawingOf(line)} zone={zone} words={words}>
      <ChangeList
        label={say('changes')}
        changes={line.allowedOver.map((piece) => ({
          key: piece.from,
          since: say('since', { from: formats.dayOf(piece.from, zone) }),
          words:
            piece.limit === null
              ? valueList(tongue, piece.values ?? [], 'conjunction') || '–'
              : amountOf(tongue, piece.limit, clause.unit),
        }))}
      />
      <Disclosure label={say('table')} late>
        <WindowTable line={line} span={span} tongue={tongue} />
      </Disclosure>
    </TimeChart>
  );
}

function WindowTable(props: { line: Line; span: (window: Window) => string; tongue: Tongue }) {
  const say = useWords(lineWords);
  const { formats } = props.tongue;
  const columns: readonly Column<Window>[] = [
    { name: say('period'), cell: props.span },
    { name: say('value'), kind: 'number', cell: ({ value }) => formats.number(value) },
    { name: say('limit'), kind: 'number', cell: ({ limit }) => formats.number(limit) },
    { name: say('isAbove'), cell: ({ above }) => (above ? say('yes') : say('no')) },
  ];
  return (
    <Table
      label={say('chart')}
      columns={columns}
      rows={props.line.windows.toReversed()}
      rowKey={({ id }) => id}
    />
  );
}
