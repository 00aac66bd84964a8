import { useState } from 'react';
import { Button } from '#platform/ui/Button.tsx';
import { Callout } from '#platform/ui/Callout.tsx';
import { client, dataOf } from '../data/client.ts';
import { useWords } from '../words/Words.tsx';
import { type Next, takeSecret } from './doors.ts';
import { NextStep, useStep } from './NextStep.tsx';
import { Refusal } from './Refusal.tsx';
import { refusalWords } from './refusalWords.ts';
import { SignInFrame } from './SignInFrame.tsx';
import { signInWords } from './words.ts';

/** A link from a letter. It is used by a press, so that programs that look at letters use nothing up. */
export function Page() {
  const say = useWords(signInWords);
  const [token] = useState(takeSecret);
  const [next, setNext] = useState<Next | null>(null);
  const sent = useStep(
    (secret: string) => dataOf(client.POST('/v1/sign-in/link/redeem', { body: { token: secret } })),
    setNext,
  );
  if (next) return <NextStep first={next} />;
  if (token === null)
    return (
      <SignInFrame title={say('linkTitle')}>
        <Callout tone="wrong">
          <p>{say('linkMissing')}</p>
        </Callout>
        <a href="/sign-in">{say('otherWay')}</a>
      </SignInFrame>
    );
  return (
    <SignInFrame title={say('linkTitle')} lead={say('linkLead')}>
      <Button weight="first" wide busy={sent.isPending} onClick={() => sent.mutate(token)}>
        {say('signIn')}
      </Button>
      <Refusal thrown={sent.error} say={say} words={refusalWords} />
      <a href="/sign-in">{say('otherWay')}</a>
    </SignInFrame>
  );
}
