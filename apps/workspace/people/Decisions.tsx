import { Button } from '@mantine/core';
import { asFailure } from '../data/failure.ts';
import { showInstant } from '../format.ts';
import { Act } from '../parts/Act.tsx';
import { useShown } from '../parts/ShowMore.tsx';
import { dateCell, TableBox } from '../parts/TableBox.tsx';
import type { Ask } from './asked.ts';
import { type PeopleDecision, useDecisions } from './data.ts';
import styles from './people.module.css';

const zone = 'UTC';

/** What was decided about people and machines: what it says, why, by whom and when; taken back or not. */
export function Decisions({ customer, onAsk }: { customer: string; onAsk: Ask }) {
  const { data, error, refetch } = useDecisions(customer);
  return (
    <section className={styles.section} aria-labelledby="decisions">
      <h2 id="decisions">What was decided</h2>
      {error && !data && (
        <p role="alert">
          {asFailure(error).title}. {asFailure(error).todo}{' '}
          <Button size="compact-sm" variant="default" onClick={() => refetch()}>
            Try again
          </Button>
        </p>
      )}
      {!data && !error && <p role="status">Reading the decisions…</p>}
      {data && data.items.length === 0 && (
        <p className="dimmed">Nothing yet. Every name counts as a person of its own.</p>
      )}
      {data && data.items.length > 0 && <Table items={data.items} onAsk={onAsk} />}
    </section>
  );
}

function Table({ items, onAsk }: { items: readonly PeopleDecision[]; onAsk: Ask }) {
  const { shown, more } = useShown(items);
  return (
    <>
      <TableBox label="Decisions about people and machines">
        <thead>
          <tr>
            <th scope="col">Decision</th>
            <th scope="col">Holds for</th>
            <th scope="col">Reason</th>
            <th scope="col">Decided</th>
            <th scope="col">Now</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((decision) => (
            <tr key={decision.id}>
              <th scope="row">
                <span className="dimmed">{decision.id}</span> {decision.words}
              </th>
              <td>{holdsFor(decision)}</td>
              <td>{decision.reason ?? <span className="dimmed">erased</span>}</td>
              <td className={dateCell}>
                {showInstant(decision.at, zone)}, {decision.by}
              </td>
              <td>
                {decision.undone ? (
                  <>
                    Taken back {showInstant(decision.undone.at, zone)}:{' '}
                    {decision.undone.reason ?? 'the reason was erased'}
                  </>
                ) : (
                  <Act
                    needs="usage.decide"
                    size="compact-sm"
                    variant="default"
                    onClick={() => onAsk({ kind: 'undo', decision })}
                  >
                    Take back<span className="hiddenVisually"> {decision.id}</span>
                  </Act>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </TableBox>
      {more}
    </>
  );
}

function holdsFor({ from, until }: PeopleDecision): string {
  if (from === null && until === null) return 'all use';
  const since = from === null ? '' : ` from ${showInstant(from, zone)}`;
  return `what began${since}${until === null ? '' : ` before ${showInstant(until, zone)}`}`;
}
