import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useTasks } from '../data/notifications.ts';
import { useSession } from '../data/session.ts';
import { groupsFor } from './places.ts';
import styles from './shell.module.css';

/** Places where a page further inside has a place of its own. */
const exact: ReadonlySet<string> = new Set(['/', '/alerts']);

/** All places somebody may open, by what they are about. `onChosen`: what is to happen when one was chosen. */
export function Navigation({ onChosen }: { onChosen?: () => void }) {
  const { data: session } = useSession();
  // Until it is known who is here, what everybody of the vendor may read.
  const shown = groupsFor((action) => session?.can.includes(action) ?? action === 'work.read');
  const id = useId();
  const groupId = (name: string) => `${id}-${name.replaceAll(' ', '-')}`;
  return (
    <nav aria-label="Main" className={styles.navigation}>
      {shown.map(({ name, places }) => (
        <div key={name}>
          <p id={groupId(name)} className={styles.group}>
            {name}
          </p>
          <ul aria-labelledby={groupId(name)}>
            {places.map(({ to, name: place }) => (
              <li key={to}>
                <Link
                  to={to}
                  className={styles.place}
                  activeOptions={{ exact: exact.has(to), includeSearch: false }}
                  {...(onChosen ? { onClick: onChosen } : {})}
                >
                  {place}
                  {to === '/tasks' && <TaskCount />}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** How many tasks there are; red where one is overdue. */
function TaskCount() {
  const { data } = useTasks();
  if (!data || data.total === 0) return null;
  const late = data.items.some(({ state }) => state === 'overdue');
  return (
    <span className={styles.count} data-late={late || undefined}>
      {data.total}
      {late && <span className="hiddenVisually">, some of them overdue</span>}
    </span>
  );
}
