import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import styles from './states.module.css';

/** What is shown where there is nothing yet: that it is so, why, and what to do next. */
export function EmptyState(props: { icon?: IconName; title: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <span className={styles.mark}>
        <Icon name={props.icon ?? 'info'} size={24} />
      </span>
      <p className={styles.title}>{props.title}</p>
      {props.children}
    </div>
  );
}

/** The place of something that is being read; `label` is read aloud. */
export function Loading({ label, rows = 3 }: { label: string; rows?: number }) {
  return (
    <div aria-busy="true" className={styles.loading}>
      <p className="hiddenVisually" role="status">
        {label}
      </p>
      {Array.from({ length: rows }, (_, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no other name
        <span key={n} className={styles.bar} />
      ))}
    </div>
  );
}
