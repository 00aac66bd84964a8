import { AccountSteps, standing } from '../access/AccountSteps.tsx';
import { type Account, useInviteStaff, useStep } from '../access/accessData.ts';
import { HandOver } from '../access/HandOver.tsx';
import type { Staff } from '../data/team.ts';
import { Act } from '../parts/Act.tsx';
import { Problem } from '../parts/Problem.tsx';
import styles from '../work/work.module.css';

/** Whether a person of the team may sign in, and what an administrator can do about it. */
export function SignInCell({ person, account }: { person: Staff; account: Account | undefined }) {
  const invite = useInviteStaff();
  const steps = useStep();
  return (
    <div className={styles.actions}>
      {account ? (
        <span>
          {standing(account)}
          {account.hasSecondFactor && ', with a second factor'}
        </span>
      ) : (
        <span className="dimmed">not invited</span>
      )}
      {account && person.active && (
        <AccountSteps
          account={account}
          needs="team.change"
          busy={steps.isPending}
          onStep={(step) => steps.mutate({ account: account.id, step })}
        />
      )}
      {!account && person.active && (
        <span>
          <Act
            needs="team.change"
            size="compact-xs"
            variant="default"
            loading={invite.isPending}
            onClick={() => invite.mutate(person.id)}
          >
            Invite<span className="hiddenVisually"> {person.name}</span>
          </Act>
        </span>
      )}
      <HandOver link={(steps.data ?? invite.data)?.link} to={person.name} />
      <Problem thrown={invite.error ?? steps.error} />
    </div>
  );
}
