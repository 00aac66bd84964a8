import type { ReactNode } from 'react';
import styles from './parts.module.css';

/**
 * A table in a box of its own that scrolls sideways where the page is too narrow for it, and down where it is `tall`.
 * With `cards` each row stands alone on a phone, its cells below each other under the names in their `data-label`.
 */
export function TableBox(props: { label: string; tall?: boolean; cards?: boolean; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, and a section would be a landmark for each table
    <div
      className={styles.tableBox}
      role="group"
      aria-label={props.label}
      data-tall={props.tall}
      data-cards={props.cards}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
      tabIndex={0}
    >
      <table className={styles.table}>
        <caption className="hiddenVisually">{props.label}</caption>
        {props.children}
      </table>
    </div>
  );
}

/** The cell class of numbers: right-aligned, digits of one width. */
export const numberCell = styles.number;

/** The cell class of dates: on one line. */
export const dateCell = styles.date;
