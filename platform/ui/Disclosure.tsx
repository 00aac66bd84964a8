import { type ReactNode, useState } from 'react';
import styles from './Disclosure.module.css';
import { Icon } from './Icon.tsx';

/** Something that opens. What is inside and `late` is made only once it was opened, and so is not on paper before. */
export function Disclosure(props: { label: ReactNode; late?: boolean; children: ReactNode }) {
  const [opened, setOpened] = useState(!props.late);
  return (
    <details className={styles.disclosure} onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>
        <Icon name="chevron" size={14} />
        <span>{props.label}</span>
      </summary>
      {opened && <div className={styles.inside}>{props.children}</div>}
    </details>
  );
}
