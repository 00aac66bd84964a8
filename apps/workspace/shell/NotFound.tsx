import { Link } from '@tanstack/react-router';
import { PageTitle } from './PageTitle.tsx';
import styles from './shell.module.css';

/** What is shown where there is no such page or customer. */
export function NotFound({ what = 'page' }: { what?: string }) {
  return (
    <div className={styles.notice}>
      <PageTitle>Not found</PageTitle>
      <h1>There is no such {what}</h1>
      <p className="dimmed">It may have been renamed, or the address was cut on its way here.</p>
      <p>
        <Link to="/">See all positions</Link>
      </p>
    </div>
  );
}
