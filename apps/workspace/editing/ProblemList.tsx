import { asFailure } from '../data/failure.ts';
import styles from './editing.module.css';

/** All that is wrong with what was sent, with its lines; `onLine` leads to one. */
export function ProblemList(props: { thrown: unknown; onLine?: ((line: number) => void) | undefined }) {
  if (!props.thrown) return null;
  const { title, problems } = asFailure(props.thrown);
  return (
    <div role="alert" className={styles.problems}>
      <strong>{title}. Nothing was saved.</strong>
      <ul>
        {problems.map(({ detail, todo, line, pointer }) => (
          <li key={`${line} ${pointer} ${detail}`}>
            {line !== undefined && <Place line={line} onLine={props.onLine} />}
            {detail} <span className="dimmed">{todo}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Place({ line, onLine }: { line: number; onLine?: ((line: number) => void) | undefined }) {
  if (!onLine) return null;
  return (
    <>
      <button type="button" className={styles.lineLink} onClick={() => onLine(line)}>
        Line {line}
      </button>{' '}
    </>
  );
}
