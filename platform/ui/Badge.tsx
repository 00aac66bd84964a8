import type { ReactNode } from 'react';
import styles from './Badge.module.css';
import { Icon, type IconName } from './Icon.tsx';

/** A state in a word or two, with an icon, so that color is never alone. */
export function Badge(props: {
  tone?: 'plain' | 'good' | 'near' | 'above' | 'calm';
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <span className={styles.badge} data-tone={props.tone ?? 'plain'}>
      {props.icon && <Icon name={props.icon} size={14} />}
      {props.children}
    </span>
  );
}
