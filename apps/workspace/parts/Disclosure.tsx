import { type ReactNode, useState } from 'react';
import { Icon } from './Icon.tsx';
import styles from './parts.module.css';

/** Something that opens. What is inside and `long` is made only once it was opened. */
export function Disclosure(props: {
  label: ReactNode;
  children: ReactNode;
  strong?: boolean;
  long?: boolean;
}) {
  const [opened, setOpened] = useState(!props.long);
  return (
    <details
      className={styles.disclosure}
      data-strong={props.strong}
      onToggle={(event) => event.currentTarget.open && setOpened(true)}
    >
      <summary>
        <Icon name="chevron" size={14} />
        <span>{props.label}</span>
      </summary>
      {opened && <div className={styles.disclosed}>{props.children}</div>}
    </details>
  );
}
