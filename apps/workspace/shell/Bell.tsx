import { Link } from '@tanstack/react-router';
import { useLatest } from '../data/notifications.ts';
import { Icon } from '../parts/Icon.tsx';
import styles from './shell.module.css';

/** The way to what I was told, with how much of it is new. */
export function Bell() {
  const { data } = useLatest();
  const unseen = data?.unseen ?? 0;
  const shown = unseen > 99 ? '99+' : String(unseen);
  return (
    <Link to="/notifications" className={`${styles.tool} noPrint`} title="Notifications">
      <Icon name="bell" size={20} />
      <span className="hiddenVisually">
        {unseen === 0 ? 'Notifications' : `Notifications, ${shown} not seen`}
      </span>
      {unseen > 0 && (
        <span className={styles.dot} aria-hidden="true">
          {shown}
        </span>
      )}
    </Link>
  );
}
