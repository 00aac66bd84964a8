import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '#platform/ui/Button.tsx';
import { Callout } from '#platform/ui/Callout.tsx';
import { TextField } from '#platform/ui/fields.tsx';
import { client, dataOf } from '../../data/client.ts';
import { useWords } from '../../words/Words.tsx';
import { sending } from '../NextStep.tsx';
import styles from '../signIn.module.css';
import { securityWords } from '../words.ts';
import { Section } from './Section.tsx';
import { Trouble } from './Trouble.tsx';

/** The password of one of the vendor's people. */
export function PasswordPart({ email, has }: { email: string; has: boolean }) {
  const say = useWords(securityWords);
  const cache = useQueryClient();
  const changed = useMutation({
    mutationFn: ({ current = '', password = '' }: Readonly<Record<string, string>>) =>
      dataOf(client.PUT('/v1/account/password', { body: { current, password } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['own'] }),
  });
  if (!has)
    return (
      <Section title={say('password')}>
        <p>{say('passwordNone')}</p>
      </Section>
    );
  return (
    <Section title={say('password')} lead={say('passwordLead')}>
      <form
        className={styles.form}
        onSubmit={sending(changed.mutate)}
        key={changed.isSuccess ? changed.submittedAt : 0}
      >
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <TextField
          label={say('passwordCurrent')}
          type="password"
          name="current"
          autoComplete="current-password"
          required
        />
        <TextField
          label={say('passwordNew')}
          hint={say('passwordHint')}
          type="password"
          name="password"
          autoComplete="new-password"
          required
        />
        <Trouble thrown={changed.error} />
        {changed.isSuccess && (
          <Callout tone="good" live>
            <p>{say('passwordChanged')}</p>
          </Callout>
        )}
        <div>
          <Button type="submit" busy={changed.isPending}>
            {say('passwordChange')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
