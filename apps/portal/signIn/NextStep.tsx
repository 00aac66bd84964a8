import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '#platform/ui/Button.tsx';
import { TextField } from '#platform/ui/fields.tsx';
import { client, dataOf } from '../data/client.ts';
import { useWords } from '../words/Words.tsx';
import { goOn, type Next } from './doors.ts';
import { Refusal } from './Refusal.tsx';
import { refusalWords } from './refusalWords.ts';
import { SignInFrame } from './SignInFrame.tsx';
import styles from './signIn.module.css';
import { signInWords } from './words.ts';

/** What a first step leads to: the second factor, a choice, a new password. When all is done, the page is left. */
export function NextStep({ first }: { first: Next }) {
  const [next, setNext] = useState(first);
  const step = { step: next.step ?? '', onNext: setNext };
  switch (next.next) {
    case 'second-factor':
      return <CodeStep {...step} />;
    case 'choose':
      return <ChooseStep {...step} accounts={next.accounts} />;
    case 'new-password':
      return <NewPasswordStep {...step} codeNeeded={next.codeNeeded} />;
    case 'done':
      return null;
  }
}

type StepProps = { readonly step: string; readonly onNext: (next: Next) => void };

/** Returns what sends a step on: what comes next is shown, or the page is left. */
export function useStep<Given>(send: (given: Given) => Promise<Next>, onNext: (next: Next) => void) {
  return useMutation({
    mutationFn: async (given: Given) => {
      const next = await send(given);
      // Left for good: the button stays busy until the other page is there.
      if (next.next === 'done') return goOn(next).then(() => new Promise<void>(() => undefined));
      onNext(next);
    },
  });
}

/** Returns what a form does when it is sent: its fields by name. */
export function sending(send: (fields: Readonly<Record<string, string>>) => void) {
  return (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]);
    send(Object.fromEntries(fields));
  };
}

function CodeStep({ step, onNext }: StepProps) {
  const say = useWords(signInWords);
  const sent = useStep(
    (code: string) => dataOf(client.POST('/v1/sign-in/second-factor', { body: { step, code } })),
    onNext,
  );
  return (
    <SignInFrame title={say('codeTitle')} lead={say('codeLead')}>
      <form className={styles.form} onSubmit={sending(({ code = '' }) => sent.mutate(code))}>
        <TextField
          label={say('code')}
          hint={say('codeHint')}
          name="code"
          autoComplete="one-time-code"
          inputMode="text"
          required
        />
        <Refusal thrown={sent.error} say={say} words={refusalWords} />
        <Button type="submit" weight="first" wide busy={sent.isPending}>
          {say('goOn')}
        </Button>
      </form>
    </SignInFrame>
  );
}

function ChooseStep({ step, onNext, accounts }: StepProps & Pick<Next, 'accounts'>) {
  const say = useWords(signInWords);
  const sent = useStep(
    (account: string) => dataOf(client.POST('/v1/sign-in/choose', { body: { step, account } })),
    onNext,
  );
  return (
    <SignInFrame title={say('chooseTitle')} lead={say('chooseLead')}>
      <ul className={styles.people}>
        {accounts.map(({ account, kind, where }) => (
          <li key={account}>
            <button
              type="button"
              className={styles.person}
              disabled={sent.isPending}
              onClick={() => sent.mutate(account)}
            >
              <span>{where}</span>
              {kind === 'partner' && <span className="small soft">{say('role_partner')}</span>}
            </button>
          </li>
        ))}
      </ul>
      <Refusal thrown={sent.error} say={say} words={refusalWords} />
    </SignInFrame>
  );
}

function NewPasswordStep({ step, onNext, codeNeeded }: StepProps & Pick<Next, 'codeNeeded'>) {
  const say = useWords(signInWords);
  const sent = useStep(
    ({ password = '', code }: Readonly<Record<string, string>>) =>
      dataOf(
        client.POST('/v1/sign-in/new-password', { body: { step, password, ...(code ? { code } : {}) } }),
      ),
    onNext,
  );
  return (
    <SignInFrame title={say('newPasswordTitle')}>
      <form className={styles.form} onSubmit={sending(sent.mutate)}>
        <TextField
          label={say('newPassword')}
          hint={say('newPasswordHint')}
          type="password"
          name="password"
          autoComplete="new-password"
          required
        />
        {codeNeeded && (
          <TextField label={say('newPasswordCode')} name="code" autoComplete="one-time-code" required />
        )}
        <Refusal thrown={sent.error} say={say} words={refusalWords} />
        <Button type="submit" weight="first" wide busy={sent.isPending}>
          {say('keep')}
        </Button>
      </form>
    </SignInFrame>
  );
}
