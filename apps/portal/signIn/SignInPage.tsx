import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#platform/ui/Button.tsx';
import { Callout } from '#platform/ui/Callout.tsx';
import { Failure } from '../data/client.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { useWords } from '../words/Words.tsx';
import {
  goToProvider,
  type Next,
  remember,
  remembered,
  signInByPasskey,
  wanted,
  waysQuery,
} from './doors.ts';
import { EmailWays } from './EmailWays.tsx';
import { NextStep, useStep } from './NextStep.tsx';
import { Personas } from './Personas.tsx';
import { Refusal } from './Refusal.tsx';
import { refusalWords } from './refusalWords.ts';
import { SignInFrame } from './SignInFrame.tsx';
import styles from './signIn.module.css';
import { signInWords } from './words.ts';

/** The ways to sign in that are on offer here; then the step that follows from one. */
export function Page() {
  const say = useWords(signInWords);
  const ways = useQuery(waysQuery);
  const [next, setNext] = useState<Next | null>(null);
  const [problem] = useState(problemOfAddress);
  if (next) return <NextStep first={next} />;
  return (
    <SignInFrame title={say('title')} wide={Boolean(ways.data?.demo)}>
      <Refusal thrown={problem} say={say} words={refusalWords} />
      <Loaded query={ways}>
        {({ mail, first, demo, vendor }) => (
          <>
            {first && (
              <Callout title={say('firstTitle')}>
                <p>{say('first')}</p>
              </Callout>
            )}
            {demo && demo.length > 0 && <Personas people={demo} onNext={setNext} />}
            <div className={styles.ways}>
              <EmailWays mail={mail} prefersLink={wanted()?.startsWith('/portal') ?? true} onNext={setNext} />
              <p className={styles.or}>{say('or')}</p>
              <PasskeyWay onNext={setNext} />
              <ProviderWays vendor={vendor} />
            </div>
          </>
        )}
      </Loaded>
    </SignInFrame>
  );
}

function PasskeyWay({ onNext }: { onNext: (next: Next) => void }) {
  const say = useWords(signInWords);
  const sent = useStep(signInByPasskey, onNext);
  if (!('PublicKeyCredential' in window)) return null;
  return (
    <div className={styles.form}>
      <Button wide busy={sent.isPending} onClick={() => sent.mutate()}>
        {say('passkey')}
      </Button>
      <Refusal thrown={sent.error} say={say} words={refusalWords} canceled="passkeyCanceled" />
    </div>
  );
}

function ProviderWays({ vendor }: { vendor: { id: string; host: string } | null }) {
  const say = useWords(signInWords);
  const [own, setOwn] = useState(remembered);
  const sent = useMutation({ mutationFn: goToProvider });
  const forget = () => {
    remember(null);
    setOwn(null);
  };
  const shown = [...(vendor ? [vendor] : []), ...(own && own.id !== vendor?.id ? [own] : [])];
  return (
    <>
      {shown.map(({ id, host }) => (
        <Button key={id} wide busy={sent.isPending && sent.variables === id} onClick={() => sent.mutate(id)}>
          {say('singleSignOn', { host })}
        </Button>
      ))}
      {own && (
        <button type="button" className={styles.link} onClick={forget}>
          {say('forget')}
        </button>
      )}
      <Refusal thrown={sent.error} say={say} words={refusalWords} />
    </>
  );
}

/** What went wrong before this page was led to; only codes the page has words for are said. */
function problemOfAddress(): Failure | null {
  const code = new URLSearchParams(location.search).get('problem');
  if (!refusalWords.some((word) => word === code)) return null;
  return new Failure({ status: 422, code: code!, title: '', detail: '', todo: '' });
}
