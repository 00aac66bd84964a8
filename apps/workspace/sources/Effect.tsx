import { Link } from '@tanstack/react-router';
import { useEffectSince } from './data.ts';
import styles from './sources.module.css';

/** What a decision did to findings: said once everything was counted again. */
export function Effect({ customer, since }: { customer: string; since: string }) {
  const { data } = useEffectSince(customer, since);
  return (
    <div role="status" className={styles.effect}>
      {!data || data.counting ? (
        <p>Done. Counting again…</p>
      ) : data.changes.length === 0 ? (
        <p>Done, and counted again: no finding changed.</p>
      ) : (
        <>
          <p>Done, and counted again:</p>
          <ul>
            {data.changes.map(({ finding, agreement, clause, words }) => (
              <li key={finding}>
                <Link to="/customers/$customer" params={{ customer }}>
                  The finding on {clause} of {agreement}
                </Link>{' '}
                {words}.
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
