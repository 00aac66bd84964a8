import { useState } from 'react';
import type { Action } from '#business/identity/can.ts';
import { showInstant } from '../format.ts';
import { Act } from '../parts/Act.tsx';
import styles from '../work/work.module.css';
import type { Account, Step } from './accessData.ts';

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Returns how an account stands, in words. */
export function standing({ status, invitedUntil, signedInAt }: Account): string {
  switch (status) {
    case 'invited':
      return invitedUntil === null
        ? 'the invitation has ended'
        : `invited until ${showInstant(invitedUntil, zone)}`;
    case 'active':
      return signedInAt === null ? 'may sign in' : `last signed in ${showInstant(signedInAt, zone)}`;
    case 'closed':
      return 'closed';
    case 'erased':
      return 'erased';
  }
}

type Props = {
  readonly account: Account;
  readonly needs: Action;
  readonly busy: boolean;
  readonly onStep: (step: Step) => void;
};

/** What can be done with an account as it stands; what cannot be taken back is asked for twice. */
export function AccountSteps({ account, needs, busy, onStep }: Props) {
  const [asked, setAsked] = useState<Step | null>(null);
  const button = (step: Step, words: string, twice: string | null = null) => {
    const sure = asked === step || twice === null;
    return (
      <Act
        key={step}
        needs={needs}
        size="compact-xs"
        variant={asked === step ? 'filled' : 'default'}
        {...(asked === step ? { color: 'red' } : {})}
        disabled={busy}
        onClick={() => {
          setAsked(sure ? null : step);
          if (sure) onStep(step);
        }}
      >
        {asked === step ? twice : words}
        <span className="hiddenVisually">: {account.name}</span>
      </Act>
    );
  };
  const { status, hasSecondFactor, own } = account;
  return (
    <span className={styles.actions}>
      {status === 'invited' && button('resend', 'Send again')}
      {status === 'invited' && button('close', 'Withdraw')}
      {status === 'active' &&
        hasSecondFactor &&
        !own &&
        button('reset-second-factor', 'Reset second factor…', 'Reset it now')}
      {status === 'active' && !own && button('close', 'Close access…', 'Close it now')}
      {status === 'closed' && button('reopen', 'Open again')}
      {status === 'closed' && account.kind !== 'staff' && button('erase', 'Erase…', 'Erase for good')}
    </span>
  );
}
