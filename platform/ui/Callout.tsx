import type { ReactNode } from 'react';
import styles from './Callout.module.css';
import { Icon, type IconName } from './Icon.tsx';

/** What kind of thing is said; each has its color, and its icon says the same without one. */
export type Tone = 'calm' | 'good' | 'near' | 'above' | 'wrong';

const icons: Readonly<Record<Tone, IconName>> = {
  calm: 'info',
  good: 'check',
  near: 'clock',
  above: 'info',
  wrong: 'alert',
};

/** A few words set apart from the page. `live`: it has come up just now and is read aloud. */
export function Callout(props: { tone?: Tone; title?: ReactNode; live?: boolean; children?: ReactNode }) {
  const { tone = 'calm', title, live = false, children } = props;
  return (
    <div
      className={styles.callout}
      data-tone={tone}
      role={live ? (tone === 'wrong' ? 'alert' : 'status') : undefined}
    >
      <Icon name={icons[tone]} size={20} />
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
    </div>
  );
}

/** What went wrong, what to do about it, and the way to try again where there is one. */
export function ErrorCallout(props: {
  title: string;
  detail?: ReactNode;
  todo?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <Callout tone="wrong" title={props.title} live>
      {props.detail && <p>{props.detail}</p>}
      {props.todo && <p>{props.todo}</p>}
      {props.children && <div className={styles.actions}>{props.children}</div>}
    </Callout>
  );
}
