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

/** What is there to be changed by those with a right: for others all of it is disabled, and says why. */
export function Allowed({ needs, children }: { needs: Action; children: ReactNode }) {
  const may = useMay(needs);
  return (
    <>
      {!may.may && may.why && <p className={`${styles.notAllowed} noPrint`}>{may.why}</p>}
      <fieldset className={styles.allowed} disabled={!may.may}>
        {children}
      </fieldset>
    </>
  );
}
