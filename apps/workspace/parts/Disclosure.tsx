import { type ReactNode, useState } from 'react';
import { Icon } from './Icon.tsx';
import styles from './parts.module.css';

/** Something that opens. What is inside is made only once it was opened, for it may be long. */
export function Disclosure(props: {
  label: ReactNode;
  children: ReactNode;
  strong?: boolean;
  open?: boolean;
}) {
  const [opened, setOpened] = useState(props.open ?? false);
  return (
    <details
      className={styles.disclosure}
      data-strong={props.strong}
      open={props.open}
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
