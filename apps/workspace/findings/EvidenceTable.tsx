import type { FindingView } from '#apps/server/pages.ts';
import { showInstant } from '../format.ts';
import { dateCell, numberCell, TableBox } from '../parts/TableBox.tsx';
import { PersonActions } from '../people/PeopleActions.tsx';
import { RowContests } from '../questions/ContestList.tsx';

type Row = FindingView['evidence']['rows'][number];

/** Counted units: who or what, from where, when, and how much each adds to the value. */
export function EvidenceTable(props: {
  customer: string;
  rows: readonly Row[];
  contests: FindingView['contests'];
  zone: string;
  label: string;
}) {
  const { rows, zone, label } = props;
  return (
    <TableBox label={label} tall>
      <thead>
        <tr>
          <th scope="col">Who</th>
          <th scope="col">Feature</th>
          <th scope="col">Kind</th>
          <th scope="col">From</th>
          <th scope="col">Until</th>
          <th scope="col" className={numberCell}>
            Adds
          </th>
          <th scope="col">Record</th>
          <th scope="col" className="noPrint">
            Actions
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={JSON.stringify([row.source, row.id, row.from])}>
            <th scope="row">
              {row.who ?? <span className="dimmed">nobody named</span>}
              {row.counted && <p className="small dimmed">{row.counted}</p>}
              <RowContests contests={props.contests} row={row} />
            </th>
            <td>{row.feature}</td>
            <td>{row.kind}</td>
            <td className={dateCell}>{showInstant(row.from, zone)}</td>
            <td className={dateCell}>{row.until === null ? '' : showInstant(row.until, zone)}</td>
            <td className={numberCell}>{row.contributes}</td>
            <td className="dimmed">
              {row.id} <span className="small">({row.source})</span>
            </td>
            <td className="noPrint">
              {row.person !== null && row.who !== null && (
                <PersonActions customer={props.customer} person={{ id: row.person, key: row.who }} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}
