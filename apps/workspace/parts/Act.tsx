import { Button, type ButtonProps } from '@mantine/core';
import { type ComponentProps, type ReactNode, useId, useState } from 'react';
import type { Action } from '#business/identity/can.ts';
import { useMay } from '../data/session.ts';
import styles from './parts.module.css';

type ActProps = ButtonProps & ComponentProps<'button'> & { readonly needs: Action };

/**
 * A button for what needs a right. Who may not use it sees it all the same, reaches it by keyboard, and is told why:
 * on hovering, by a screen reader, and in words beside it when it is pressed.
 */
export function Act({ needs, children, onClick, type = 'button', ...props }: ActProps) {
  const may = useMay(needs);
  const [asked, setAsked] = useState(false);
  const id = useId();
  if (may.may)
    return (
      <Button type={type} onClick={onClick} {...props}>
        {children}
      </Button>
    );
  return (
    <span className={styles.barredAct}>
      <Button
        {...props}
        disabled={false}
        type="button"
        aria-disabled
        data-disabled
        {...(may.why ? { title: may.why, 'aria-describedby': id } : {})}
        onClick={() => setAsked(true)}
      >
        {children}
      </Button>
      <span id={id} role="status" className={asked ? 'small' : 'hiddenVisually'}>
        {may.why}
      </span>
    </span>
  );
}

type AllowedProps = {
  readonly needs: Action;
  /** What others are shown: what is there, disabled; or nothing of it, where there is nothing to read. */
  readonly others?: 'disabled' | 'only why';
  readonly children: ReactNode;
};

/** What is there to be changed by those with a right: others read it, and are told why they cannot change it. */
export function Allowed({ needs, others = 'disabled', children }: AllowedProps) {
  const may = useMay(needs);
  const why = !may.may && may.why && <p className={`${styles.notAllowed} noPrint`}>{may.why}</p>;
  if (!may.may && others === 'only why') return why;
  return (
    <>
      {why}
      <fieldset className={styles.allowed} disabled={!may.may}>
        {children}
      </fieldset>
    </>
  );
}
