import { Link } from '@tanstack/react-router';
import type { FindingView } from '#apps/server/pages.ts';
import styles from './questions.module.css';

type Contest = FindingView['contests'][number];

const states: Record<Contest['state'], string> = {
  open: 'waits for our answer',
  agreed: 'the customer was right',
  answered: 'answered',
};

/** Lines of a finding that the customer says are wrong, each with its question; nothing where there are none. */
export function ContestList({ contests }: { contests: readonly Contest[] }) {
  if (contests.length === 0) return null;
  return (
    <ul className={styles.contests}>
      {contests.map(({ question, row, words, state }) => (
        <li key={question}>
          <Link to="/questions/$question" params={{ question }}>
            {question}
          </Link>
          : {row ? `record ${row.id} of ${row.source}` : 'the number itself'} is said to be wrong ({words});{' '}
          {states[state]}.
        </li>
      ))}
    </ul>
  );
}

/** What was contested about one row of the evidence. */
export function RowContests({
  contests,
  row,
}: {
  contests: readonly Contest[];
  row: { source: string; id: string };
}) {
  const own = contests.filter((one) => one.row?.source === row.source && one.row.id === row.id);
  return own.map(({ question, state }) => (
    <p key={question} className="small">
      <Link to="/questions/$question" params={{ question }}>
        Contested ({states[state]})
      </Link>
    </p>
  ));
}
