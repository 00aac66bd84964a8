import type { Chart } from '#apps/server/pages.ts';
import type { Drawing } from '#platform/ui/chart/geometry.ts';
import { ChangeList, TimeChart } from '#platform/ui/chart/TimeChart.tsx';
import { showInstant } from '../format.ts';
import { Disclosure } from '../parts/Disclosure.tsx';
import { ChartTable } from './ChartTable.tsx';
import { describeChart, describeWindow } from './words.ts';

const drawingOf = (chart: Chart): Drawing => ({ ...chart, ahead: chart.forecast?.path ?? [] });

/** Use against what is allowed, over time; every change of the limit in words; the same as a table. */
export function UseChart({ chart, label }: { chart: Chart; label: string }) {
  const words = {
    locale: 'en-US',
    label,
    description: describeChart(chart),
    unit: chart.unit.many,
    today: 'today',
    walk: 'Walk through the windows',
    legend: { used: 'used', beyond: 'beyond', allowed: 'allowed', ahead: 'likely (estimate)' },
    describe: (at: number) => describeWindow(chart, chart.used[at]!),
  };
  return (
    <TimeChart drawing={drawingOf(chart)} zone={chart.zone} words={words}>
      {chart.forecast && <p className="small">{chart.forecast.words}</p>}
      <ChangeList
        label="What was allowed, and since when"
        changes={chart.allowed.map((piece) => ({
          key: piece.from,
          since: `From ${showInstant(piece.from, chart.zone)}:`,
          words: piece.words,
        }))}
      />
      <Disclosure label="The same as a table" long>
        <ChartTable chart={chart} label={label} />
      </Disclosure>
    </TimeChart>
  );
}
