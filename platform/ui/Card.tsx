import type { ReactNode } from 'react';
import styles from './Card.module.css';

/** One thing, set apart from the others. `as` article where it makes sense on its own. */
export function Card(props: { as?: 'div' | 'article' | 'li'; label?: string; children: ReactNode }) {
  const Element = props.as ?? 'div';
  return (
    <Element className={styles.card} aria-label={props.label}>
      {props.children}
    </Element>
  );
}

/** Cards side by side as space allows. */
export function CardGrid({ children }: { children: ReactNode }) {
  return <div className={styles.grid}>{children}</div>;
}
