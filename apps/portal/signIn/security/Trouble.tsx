import { LinkButton } from '#platform/ui/Button.tsx';
import { Callout } from '#platform/ui/Callout.tsx';
import { Failure } from '../../data/client.ts';
import { useWords } from '../../words/Words.tsx';
import { Refusal } from '../Refusal.tsx';
import { type SecurityWord, securityWords } from '../words.ts';

const words = [
  'code_wrong',
  'passkey_refused',
  'too_many_passkeys',
  'challenge_over',
  'sign_in_failed',
  'too_many_attempts',
  'password_too_short',
  'password_too_long',
  'password_guessable',
  'provider_unreachable',
  'provider_denied',
  'provider_answer_refused',
  'provider_linked_otherwise',
] as const satisfies readonly SecurityWord[];

/** Whether the page has words of its own for a code. */
export function isKnownCode(code: string | null): code is (typeof words)[number] {
  return words.some((word) => word === code);
}

/** Why a change of how one signs in was refused; where it has to be proved again who one is, the way there. */
export function Trouble({ thrown }: { thrown: unknown }) {
  const say = useWords(securityWords);
  if (thrown instanceof Failure && thrown.code === 'sign_in_again')
    return (
      <Callout tone="near" title={say('againTitle')} live>
        <p>{say('again')}</p>
        <LinkButton href="/sign-in?to=/sign-in/security">{say('againGo')}</LinkButton>
      </Callout>
    );
  return <Refusal thrown={thrown} say={say} words={words} canceled="passkeyCanceled" />;
}
