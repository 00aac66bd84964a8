import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#platform/ui/Button.tsx';
import { Callout } from '#platform/ui/Callout.tsx';
import { TextField } from '#platform/ui/fields.tsx';
import { Tabs } from '#platform/ui/Tabs.tsx';
import { client, dataOf } from '../data/client.ts';
import { useWords } from '../words/Words.tsx';
import { type Next, wanted } from './doors.ts';
import { sending, useStep } from './NextStep.tsx';
import { Refusal } from './Refusal.tsx';
import { refusalWords } from './refusalWords.ts';
import styles from './signIn.module.css';
import { signInWords } from './words.ts';

type Given = { readonly mail: boolean; readonly onNext: (next: Next) => void };

/**
 * With an e-mail address: by a link, as customers and partners do, or by a password, as the vendor's people do. Where no
 * mail goes out the way that works comes first.
 */
export function EmailWays({ mail, prefersLink, onNext }: Given & { prefersLink: boolean }) {
  const say = useWords(signInWords);
  const link = { id: 'link', name: say('byLink'), panel: () => <ByLink purpose="sign-in" mail={mail} /> };
  const password = {
    id: 'password',
    name: say('byPassword'),
    panel: () => <ByPassword mail={mail} onNext={onNext} />,
  };
  return <Tabs label={say('title')} tabs={prefersLink && mail ? [link, password] : [password, link]} />;
}

function ByPassword({ mail, onNext }: Given) {
  const say = useWords(signInWords);
  const [forgot, setForgot] = useState(false);
  const sent = useStep(
    ({ email = '', password = '' }: Readonly<Record<string, string>>) =>
      dataOf(client.POST('/v1/sign-in/password', { body: { email, password, to: wanted() } })),
    onNext,
  );
  if (forgot)
    return (
      <div className={styles.form}>
        <p>{say('forgotLead')}</p>
        <ByLink purpose="recover" mail={mail} />
        <button type="button" className={styles.link} onClick={() => setForgot(false)}>
          {say('otherWay')}
        </button>
      </div>
    );
  return (
    <form className={styles.form} onSubmit={sending(sent.mutate)}>
      <p className="small soft">{say('passwordHint')}</p>
      <TextField label={say('email')} type="email" name="email" autoComplete="username" required />
      <TextField
        label={say('password')}
        type="password"
        name="password"
        autoComplete="current-password"
        required
      />
      <Refusal thrown={sent.error} say={say} words={refusalWords} />
      <Button type="submit" weight="first" wide busy={sent.isPending}>
        {say('signIn')}
      </Button>
      <button type="button" className={styles.link} onClick={() => setForgot(true)}>
        {say('forgot')}
      </button>
    </form>
  );
}

function ByLink({ purpose, mail }: { purpose: 'sign-in' | 'recover'; mail: boolean }) {
  const say = useWords(signInWords);
  const sent = useMutation({
    mutationFn: async (email: string) => {
      await dataOf(client.POST('/v1/sign-in/link', { body: { email, purpose, to: wanted() } }));
      return email;
    },
  });
  if (!mail) return <Callout>{<p>{say('noMail')}</p>}</Callout>;
  if (sent.data !== undefined)
    return (
      <Callout tone="good" title={say('askedTitle')} live>
        <p>{say('asked', { email: sent.data })}</p>
      </Callout>
    );
  return (
    <form className={styles.form} onSubmit={sending(({ email = '' }) => sent.mutate(email))}>
      {purpose === 'sign-in' && <p className="small soft">{say('linkHint')}</p>}
      <TextField label={say('email')} type="email" name="email" autoComplete="email" required />
      <Refusal thrown={sent.error} say={say} words={refusalWords} />
      <Button type="submit" weight="first" wide icon="mail" busy={sent.isPending}>
        {say('sendLink')}
      </Button>
    </form>
  );
}
