import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';
import { Icon, type IconName } from './Icon.tsx';

/** How much a button asks to be pressed: one `first` on a screen, any number of `plain` and `quiet` ones. */
export type Weight = 'first' | 'plain' | 'quiet' | 'danger';

type Look = { readonly weight?: Weight; readonly icon?: IconName; readonly wide?: boolean };

/** Returns the class of what looks like a button, for links of a router. */
export function buttonClass({ weight = 'plain', wide = false }: Pick<Look, 'weight' | 'wide'> = {}): string {
  return `${styles.button} ${styles[weight]} ${wide ? styles.wide : ''}`;
}

/** A button. While `busy` it cannot be pressed again, and says so; `why` tells what it waits for where it is disabled. */
export function Button(
  props: Look & { busy?: boolean; why?: string; children: ReactNode } & Omit<
      ComponentProps<'button'>,
      'className'
    >,
) {
  const { weight, icon, wide, busy = false, why, children, disabled, type = 'button', ...rest } = props;
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass({ ...(weight && { weight }), ...(wide && { wide }) })}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      title={why}
    >
      {busy ? <span className={styles.spinner} /> : icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

/** A link that looks like a button, for addresses outside the router: a download, another entry. */
export function LinkButton(
  props: Look & { children: ReactNode } & Omit<ComponentProps<'a'>, 'className' | 'href'> & { href: string },
) {
  const { weight, icon, wide, children, ...rest } = props;
  return (
    <a {...rest} className={buttonClass({ ...(weight && { weight }), ...(wide && { wide }) })}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </a>
  );
}
