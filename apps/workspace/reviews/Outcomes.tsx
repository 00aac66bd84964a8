import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { showDate } from '../format.ts';
import { Act } from '../parts/Act.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { TableBox } from '../parts/TableBox.tsx';
import styles from '../quotes/quotes.module.css';
import { Trouble } from '../quotes/Trouble.tsx';
import { type Review, useReviewDeed } from './reviewData.ts';

type Outcome = Review['agreed'][number];

/** What was agreed, and what became of it. */
export function Outcomes({ review }: { review: Review }) {
  const [given, setGiven] = useState<Outcome | null>(null);
  const deed = useReviewDeed(review.id);
  if (!review.held) return null;
  return (
    <section aria-labelledby="outcomes">
      <h2 id="outcomes">What came of it</h2>
      <p className={styles.lead}>{review.held.summary ?? 'These words were erased.'}</p>
      {review.agreed.length === 0 ? (
        <p className="dimmed">Nothing was agreed to be done.</p>
      ) : (
        <TableBox label="Outcomes" cards>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Who</th>
              <th scope="col">Until</th>
              <th scope="col">State</th>
              <th scope="col">
                <span className="hiddenVisually">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {review.agreed.map((outcome) => (
              <tr key={outcome.id}>
                <th scope="row">{outcome.what ?? 'These words were erased.'}</th>
                <td data-label="Who">{outcome.side === 'vendor' ? 'We' : 'The customer'}</td>
                <td data-label="Until">{outcome.dueOn ? showDate(outcome.dueOn) : 'no day'}</td>
                <td data-label="State">{stateOf(outcome)}</td>
                <td>
                  {!outcome.ended && (
                    <span className={styles.buttons}>
                      <Act
                        needs="reviews.hold"
                        size="compact-xs"
                        variant="default"
                        aria-label={`Done: ${outcome.what ?? outcome.id}`}
                        onClick={() =>
                          deed.mutate({ kind: 'end', outcome: outcome.id, how: 'done', why: '' })
                        }
                      >
                        Done
                      </Act>
                      <Act
                        needs="reviews.hold"
                        size="compact-xs"
                        variant="default"
                        aria-label={`Give up: ${outcome.what ?? outcome.id}`}
                        onClick={() => setGiven(outcome)}
                      >
                        Give up
                      </Act>
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </TableBox>
      )}
      {deed.error && <Trouble thrown={deed.error} />}
      {given && (
        <Dialog title="Give it up" onClose={() => setGiven(null)}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              const why = String(new FormData(event.currentTarget).get('why') ?? '');
              deed.mutate(
                { kind: 'end', outcome: given.id, how: 'given-up', why },
                { onSuccess: () => setGiven(null) },
              );
            }}
          >
            <Textarea name="why" label="Why; the customer reads it" required rows={3} data-autofocus />
            {deed.error && <Trouble thrown={deed.error} />}
            <Button type="submit" mt="md" loading={deed.isPending}>
              Give up
            </Button>
          </form>
        </Dialog>
      )}
    </section>
  );
}

function stateOf({ ended }: Outcome): string {
  if (!ended) return 'Open';
  return ended.how === 'done' ? 'Done' : `Given up: ${ended.why ?? ''}`;
}
