import { useState } from 'react';
import { Button } from '#platform/ui/Button.tsx';
import { Callout } from '#platform/ui/Callout.tsx';
import { TextField } from '#platform/ui/fields.tsx';
import { client, dataOf } from '../data/client.ts';
import { useWords } from '../words/Words.tsx';
import { takeSecret } from './doors.ts';
import { sending, useStep } from './NextStep.tsx';
import { Refusal } from './Refusal.tsx';
import { refusalWords } from './refusalWords.ts';
import { SignInFrame } from './SignInFrame.tsx';
import styles from './signIn.module.css';
import { signInWords } from './words.ts';

/** The first person there is: becomes the administrator, by the address the program printed when it started. */
export function Page() {
  const say = useWords(signInWords);
  const [token] = useState(takeSecret);
  const sent = useStep(
    ({ name = '', email = '', password = '' }: Readonly<Record<string, string>>) =>
      dataOf(client.POST('/v1/sign-in/welcome', { body: { token: token!, name, email, password } })),
    () => undefined,
  );
  if (token === null)
    return (
      <SignInFrame title={say('welcomeTitle')}>
        <Callout tone="wrong">
          <p>{say('first')}</p>
        </Callout>
        <a href="/sign-in">{say('otherWay')}</a>
      </SignInFrame>
    );
  return (
    <SignInFrame title={say('welcomeTitle')} lead={say('welcomeLead')}>
      <form className={styles.form} onSubmit={sending(sent.mutate)}>
        <TextField label={say('name')} name="name" autoComplete="name" required />
        <TextField label={say('email')} type="email" name="email" autoComplete="username" required />
        <TextField
          label={say('newPassword')}
          hint={say('newPasswordHint')}
          type="password"
          name="password"
          autoComplete="new-password"
          required
        />
        <Refusal thrown={sent.error} say={say} words={refusalWords} />
        <Button type="submit" weight="first" wide busy={sent.isPending}>
          {say('begin')}
        </Button>
      </form>
    </SignInFrame>
  );
}
