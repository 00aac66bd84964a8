import { Button } from '@mantine/core';
import { asFailure } from '../data/failure.ts';
import { countOf } from '../format.ts';
import { Act } from '../parts/Act.tsx';
import { useShown } from '../parts/ShowMore.tsx';
import type { Ask } from './asked.ts';
import { type Suggestion, useSuggestions } from './data.ts';
import styles from './people.module.css';

/** Who is likely one person, and what is likely a machine, each with the reason; a person decides. */
export function Suggestions({ customer, onAsk }: { customer: string; onAsk: Ask }) {
  const { data, error, refetch } = useSuggestions(customer);
  return (
    <section className={styles.section} aria-labelledby="suggestions">
      <h2 id="suggestions">Worth a look</h2>
      {error && !data && (
        <p role="alert">
          {asFailure(error).title}. {asFailure(error).todo}{' '}
          <Button size="compact-sm" variant="default" onClick={() => refetch()}>
            Try again
          </Button>
        </p>
      )}
      {!data && !error && <p role="status">Looking for names that are alike…</p>}
      {data && data.items.length === 0 && (
        <p className="dimmed">No two names are alike, and none looks like a machine’s.</p>
      )}
      {data && data.items.length > 0 && (
        <>
          <p className="dimmed">
            {countOf(data.total ?? data.items.length, 'suggestion', 'suggestions')}, by the names alone.
            Nothing of it is applied until you decide.
          </p>
          <List items={data.items} onAsk={onAsk} />
        </>
      )}
    </section>
  );
}

function List({ items, onAsk }: { items: readonly Suggestion[]; onAsk: Ask }) {
  const { shown, more } = useShown(items, 6);
  return (
    <>
      <ul className={styles.suggestions}>
        {shown.map(({ kind, identities, why }) => (
          <li key={`${kind} ${identities.map(({ id }) => id).join()}`}>
            <div>
              <strong>{identities.map(({ key }) => key).join(' and ')}</strong>{' '}
              {kind === 'merge' ? 'may be one person.' : 'looks like a machine.'}
              <p className="dimmed small">{why}</p>
            </div>
            <Act
              needs="usage.decide"
              variant="default"
              size="xs"
              onClick={() =>
                onAsk(
                  kind === 'merge'
                    ? { kind: 'merge', people: identities }
                    : { kind: 'leaveOut', person: identities[0]! },
                )
              }
            >
              {kind === 'merge' ? 'These are one person' : 'This is a service account'}
            </Act>
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}
