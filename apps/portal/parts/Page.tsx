import type { ReactNode } from 'react';
import styles from './Page.module.css';

/** A page: its title (also that of the browser's tab), a line on what it is for, and what can be done with it as a whole. */
export function PageFrame(props: {
  title: string;
  /** The way back, above the title. */
  before?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={styles.page}>
      <title>{`${props.title} · Goodterms`}</title>
      <div className={styles.head}>
        <div>
          {props.before && <p className={`${styles.before} noPrint`}>{props.before}</p>}
          <h1>{props.title}</h1>
          {props.lead && <p className={styles.lead}>{props.lead}</p>}
        </div>
        {props.actions && <div className={`${styles.actions} noPrint`}>{props.actions}</div>}
      </div>
      {props.children}
    </div>
  );
}
