import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Callout } from '#platform/ui/Callout.tsx';
import { Failure, troubleOf } from '../../data/client.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { useWords } from '../../words/Words.tsx';
import { SignInFrame } from '../SignInFrame.tsx';
import { securityWords } from '../words.ts';
import { AppPart } from './AppPart.tsx';
import { ownSessionQuery } from './data.ts';
import { PasskeysPart } from './PasskeysPart.tsx';
import { PasswordPart } from './PasswordPart.tsx';
import { SessionsPart } from './SessionsPart.tsx';
import { SingleSignOnPart } from './SingleSignOnPart.tsx';
import { isKnownCode, Trouble } from './Trouble.tsx';

/** How one signs in oneself, and where one is signed in: the same page for the vendor's people, customers and partners. */
export function Page() {
  const say = useWords(securityWords);
  const session = useQuery(ownSessionQuery);
  const [problem] = useState(problemOfAddress);
  const isNobody = session.error !== null && troubleOf(session.error) === 'sign-in';
  useEffect(() => {
    if (isNobody) location.replace('/sign-in?to=/sign-in/security');
  }, [isNobody]);
  const { data } = session;
  const lead = data && say('lead', { name: data.name, email: data.email });
  return (
    <SignInFrame title={say('title')} lead={lead} wide>
      <Trouble thrown={problem} />
      {!isNobody && (
        <Loaded query={session}>
          {({ kind, email, hasPassword, needs }) =>
            needs ? (
              <>
                <Callout tone="near" title={say('neededTitle')}>
                  <p>{say('needed')}</p>
                </Callout>
                <AppPart />
              </>
            ) : (
              <>
                <p>
                  <a href={kind === 'staff' ? '/' : '/portal'}>{say('back')}</a>
                </p>
                <PasskeysPart />
                {kind === 'staff' && <PasswordPart email={email} has={hasPassword} />}
                <AppPart />
                {kind !== 'partner' && <SingleSignOnPart />}
                <SessionsPart />
              </>
            )
          }
        </Loaded>
      )}
    </SignInFrame>
  );
}

/** What went wrong at a single sign-on before it led back here. */
function problemOfAddress(): Failure | null {
  const code = new URLSearchParams(location.search).get('problem');
  return isKnownCode(code) ? new Failure({ status: 422, code, title: '', detail: '', todo: '' }) : null;
}
