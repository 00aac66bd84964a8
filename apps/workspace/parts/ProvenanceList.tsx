import type { ClauseView } from '#apps/server/pages.ts';
import { numberCell, TableBox } from './TableBox.tsx';

/** Where a value comes from, part by part; parts that are named but do not count say so. */
export function ProvenanceList({ provenance }: { provenance: ClauseView['provenance'] }) {
  if (provenance.length === 0) return null;
  return (
    <TableBox label="Where it comes from">
      <thead>
        <tr>
          <th scope="col">Where it comes from</th>
          <th scope="col" className={numberCell}>
            Brings
          </th>
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
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}
