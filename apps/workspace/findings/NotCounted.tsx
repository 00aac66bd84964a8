import type { FindingView } from '#apps/server/pages.ts';
import { useShown } from '../parts/ShowMore.tsx';
import { numberCell, TableBox } from '../parts/TableBox.tsx';

/** What sources told of the finding's time and does not count, each with the decision or right that says so. */
export function NotCounted({ entries }: { entries: FindingView['notCounted'] }) {
  const { shown, more } = useShown(entries);
  return (
    <>
      <TableBox label="What does not count">
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col" className={numberCell}>
              Records
            </th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((entry) => (
            <tr key={`${entry.who} ${entry.words}`}>
              <th scope="row">{entry.who ?? <span className="dimmed">nobody named</span>}</th>
              <td className={numberCell}>{entry.records.toLocaleString('en-US')}</td>
              <td>{entry.words}</td>
            </tr>
          ))}
        </tbody>
      </TableBox>
      {more}
    </>
  );
}
