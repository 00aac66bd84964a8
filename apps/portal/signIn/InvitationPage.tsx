import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { components } from '#apps/workspace/data/v1.d.ts';
import { Button } from '#platform/ui/Button.tsx';
import { Callout } from '#platform/ui/Callout.tsx';
import { Facts } from '#platform/ui/Facts.tsx';
import { TextField } from '#platform/ui/fields.tsx';
import { client, dataOf } from '../data/client.ts';
import { useFormats, useWords } from '../words/Words.tsx';
import { type Next, takeSecret } from './doors.ts';
import { NextStep, sending, useStep } from './NextStep.tsx';
import { roleWord } from './Personas.tsx';
import { Refusal } from './Refusal.tsx';
import { refusalWords } from './refusalWords.ts';
import { SignInFrame } from './SignInFrame.tsx';
import styles from './signIn.module.css';
import { signInWords } from './words.ts';

type Invitation = components['schemas']['Invitation'];

/** An invitation: to what, as whom; accepted by a press. Looking at it uses nothing up. */
export function Page() {
  const say = useWords(signInWords);
  const [token] = useState(takeSecret);
  const looked = useQuery({
    queryKey: ['invitation', token],
    enabled: token !== null,
    retry: false,
    queryFn: () => dataOf(client.POST('/v1/sign-in/invitation', { body: { token: token! } })),
  });
  if (token !== null && looked.data) return <Accept token={token} invitation={looked.data} />;
  return (
    <SignInFrame title={say('invitationTitle')}>
      {token === null ? (
        <Callout tone="wrong">
          <p>{say('linkMissing')}</p>
        </Callout>
      ) : (
        <Refusal thrown={looked.error} say={say} words={refusalWords} />
      )}
      <a href="/sign-in">{say('otherWay')}</a>
    </SignInFrame>
  );
}

function Accept({ token, invitation }: { token: string; invitation: Invitation }) {
  const say = useWords(signInWords);
  const { moment } = useFormats();
  const [next, setNext] = useState<Next | null>(null);
  const { where, role, until, email, name, kind, passwordNeeded } = invitation;
  const sent = useStep(
    (fields: Readonly<Record<string, string>>) =>
      dataOf(client.POST('/v1/sign-in/invitation/accept', { body: { token, ...fields } as never })),
    setNext,
  );
  if (next) return <NextStep first={next} />;
  return (
    <SignInFrame
      title={say('invitationTitle')}
      lead={where === null ? say('invitationStaff') : say('invitationOf', { where })}
    >
      <Facts
        entries={[
          [say('email'), email],
          [say('role'), say(roleWord(role))],
          [say('until'), moment(until)],
        ]}
      />
      <form className={styles.form} onSubmit={sending(sent.mutate)}>
        {kind !== 'staff' && (
          <TextField label={say('name')} name="name" defaultValue={name} autoComplete="name" required />
        )}
        {passwordNeeded && (
          <>
            <input type="hidden" autoComplete="username" value={email} readOnly />
            <TextField
              label={say('newPassword')}
              hint={say('newPasswordHint')}
              type="password"
              name="password"
              autoComplete="new-password"
              required
            />
          </>
        )}
        <Refusal thrown={sent.error} say={say} words={refusalWords} />
        <Button type="submit" weight="first" wide busy={sent.isPending}>
          {say('accept')}
        </Button>
      </form>
    </SignInFrame>
  );
}
