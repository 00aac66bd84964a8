import { useMutation } from '@tanstack/react-query';
import styles from '../editing/editing.module.css';
import { showInstant } from '../format.ts';
import { Act } from '../parts/Act.tsx';
import { Problem } from '../parts/Problem.tsx';
import { TableBox } from '../parts/TableBox.tsx';
import { type Document, revokeNow } from './agreementData.ts';
import type { AgreementForm } from './agreementForm.ts';

/** The permits and forbearances of an agreement, each of which can be ended now. */
export function Revocations({ document, onDone }: { document: Document; onDone: () => void }) {
  const { variations = [], zone } = document.form as AgreementForm;
  const revoked = new Map(document.revoked.map(({ id, at }) => [id, at]));
  const { mutate, isPending, error } = useMutation({
    mutationFn: (id: string) => revokeNow(document, id),
    onSettled: onDone,
  });
  if (variations.length === 0) return null;
  return (
    <section className={styles.panel} aria-labelledby="variations">
      <h2 id="variations">Permits and forbearances</h2>
      <Problem thrown={error} />
      <TableBox label="Permits and forbearances">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Clause</th>
            <th scope="col">Kind</th>
            <th scope="col">Ends early</th>
          </tr>
        </thead>
        <tbody>
          {variations.map(({ id, clause, kind }) => {
            const at = revoked.get(id);
            return (
              <tr key={id}>
                <th scope="row">{id}</th>
                <td>{clause}</td>
                <td>{kind}</td>
                <td>
                  {at ? (
                    showInstant(at, zone)
                  ) : (
                    <Act
                      needs="agreements.change"
                      size="compact-sm"
                      variant="default"
                      disabled={isPending}
                      aria-label={`Revoke ${id} now`}
                      onClick={() => mutate(id)}
                    >
                      Revoke now
                    </Act>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </TableBox>
    </section>
  );
}
