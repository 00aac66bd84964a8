import { showInstant, showLastDay } from '../format.ts';
import { numberCell, TableBox } from '../parts/TableBox.tsx';
import type { Preview } from './agreementData.ts';

/** From when to when which clause allows what instead of what. */
export function TermsPreview({ preview: { terms, notes, zone } }: { preview: Preview }) {
  return (
    <>
      {terms.length === 0 ? (
        <p>What is allowed stays as it is.</p>
      ) : (
        <TableBox label="What is allowed, before and after">
          <thead>
            <tr>
              <th scope="col">Clause</th>
              <th scope="col">From</th>
              <th scope="col">Through</th>
              <th scope="col">Allowed before</th>
              <th scope="col">Allowed after</th>
            </tr>
          </thead>
          <tbody>
            {terms.map(({ clause, from, until, before, after }) => (
              <tr key={`${clause} ${from}`}>
                <th scope="row">{clause}</th>
                <td>{showInstant(from, zone)}</td>
                <td>{showLastDay(until, zone)}</td>
                <td className={numberCell}>{before ?? 'nothing agreed'}</td>
                <td className={numberCell}>
                  <strong>{after ?? 'nothing agreed'}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </TableBox>
      )}
      {notes.map(({ detail, todo }) => (
        <p key={detail} className="dimmed">
          Worth knowing: {detail} {todo}
        </p>
      ))}
    </>
  );
}
