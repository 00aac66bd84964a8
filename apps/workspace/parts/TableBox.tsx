import type { ReactNode } from 'react';
import styles from './parts.module.css';

/** A table in a box of its own that scrolls sideways where the page is too narrow for it, and down where it is `tall`. */
export function TableBox(props: { label: string; tall?: boolean; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section className={styles.tableBox} aria-label={props.label} data-tall={props.tall} tabIndex={0}>
      <table className={styles.table}>
        <caption className="hiddenVisually">{props.label}</caption>
        {props.children}
      </table>
    </section>
  );
}

/** The cell class of numbers: right-aligned, digits of one width. */
export const numberCell = styles.number;

/** The cell class of dates: on one line. */
export const dateCell = styles.date;
