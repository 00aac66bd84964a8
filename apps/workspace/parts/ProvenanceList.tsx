import type { ClauseView } from '#apps/server/pages.ts';
import { showInstant } from '../format.ts';
import { dateCell, numberCell, TableBox } from './TableBox.tsx';

/** Where a value comes from, part by part; parts that are named but do not count say so. */
export function ProvenanceList(props: { provenance: ClauseView['provenance']; zone: string }) {
  const { provenance, zone } = props;
  if (provenance.length === 0) return null;
  return (
    <TableBox label="Where it comes from">
      <thead>
        <tr>
          <th scope="col">Where it comes from</th>
          <th scope="col" className={numberCell}>
            Brings
          </th>
          <th scope="col">From</th>
          <th scope="col">Until</th>
        </tr>
      </thead>
      <tbody>
        {provenance.map((part) => (
          <tr key={JSON.stringify(part)}>
            <th scope="row">
              {part.words}
              {!part.counts && <span className="dimmed"> (does not count at present)</span>}
            </th>
            <td className={numberCell}>{part.value}</td>
            <td className={dateCell}>{showInstant(part.from, zone)}</td>
            <td className={dateCell}>{showInstant(part.until, zone)}</td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}
