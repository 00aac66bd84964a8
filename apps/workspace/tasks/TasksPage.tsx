import { Link } from '@tanstack/react-router';
import { type Task, useTasks } from '../data/notifications.ts';
import { showDate } from '../format.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { PlaceLink } from '../parts/PlaceLink.tsx';
import badge from '../parts/parts.module.css';
import { PageTitle } from '../shell/PageTitle.tsx';
import styles from './tasks.module.css';

const when: Readonly<Record<Task['state'], { title: string; tone: string }>> = {
  overdue: { title: 'Overdue', tone: 'beyond' },
  today: { title: 'Today', tone: 'near' },
  soon: { title: 'Within a week', tone: 'near' },
  later: { title: 'Later', tone: 'cannot-tell' },
  open: { title: 'Without a date', tone: 'cannot-tell' },
};

/** What waits for me or for my role, the earliest due first. */
export function TasksPage() {
  const query = useTasks();
  return (
    <>
      <PageTitle>My tasks</PageTitle>
      <Loaded title="My tasks" query={query}>
        {({ items }) => (
          <div className={styles.page}>
            <header>
              <h1>My tasks</h1>
              <p className="dimmed">
                What was given to you, what you answer for, and what waits for anybody of your role. A task
                goes from here when it is done where it leads.
              </p>
            </header>
            {items.length === 0 ? <Nothing /> : <Groups tasks={items} />}
          </div>
        )}
      </Loaded>
    </>
  );
}

function Nothing() {
  return (
    <p className={styles.nothing}>
      Nothing waits for you. <Link to="/">See where customers stand</Link>, or take a position from there:
      open its customer and choose who works on it.
    </p>
  );
}

function Groups({ tasks }: { tasks: readonly Task[] }) {
  const states = Object.keys(when) as Task['state'][];
  return states.map((state) => {
    const some = tasks.filter((task) => task.state === state);
    return (
      some.length > 0 && (
        <section key={state} className={styles.section} aria-labelledby={`tasks-${state}`}>
          <h2 id={`tasks-${state}`}>
            {when[state].title} <span className="dimmed">({some.length})</span>
          </h2>
          <ul className={styles.list}>
            {some.map((task) => (
              <Entry key={task.id} task={task} />
            ))}
          </ul>
        </section>
      )
    );
  });
}

function Entry({ task }: { task: Task }) {
  const { kind, title, detail, customer, place, dueOn, state } = task;
  return (
    <li className={styles.entry}>
      <div className={styles.what}>
        <PlaceLink place={place} className={styles.title}>
          {title}
        </PlaceLink>
        <p className="dimmed small">{[kind, customer?.name, detail].filter(Boolean).join(' · ')}</p>
      </div>
      <div className={styles.marks}>
        {task.for === 'my role' && <span className={badge.badge}>For your role</span>}
        {dueOn && (
          <span className={badge.badge} data-tone={when[state].tone}>
            Due {showDate(dueOn)}
          </span>
        )}
      </div>
    </li>
  );
}
