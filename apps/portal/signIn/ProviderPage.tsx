import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from '#platform/ui/Button.tsx';
import { Callout } from '#platform/ui/Callout.tsx';
import { client, dataOf, troubleOf } from '../data/client.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { useWords } from '../words/Words.tsx';
import { goToProvider, remember } from './doors.ts';
import { Refusal } from './Refusal.tsx';
import { refusalWords } from './refusalWords.ts';
import { SignInFrame } from './SignInFrame.tsx';
import { signInWords } from './words.ts';

/** The door of one company: its people keep this address, or their own start page leads here. */
export function Page() {
  const say = useWords(signInWords);
  const { provider } = useParams({ strict: false }) as { provider: string };
  const known = useQuery({
    queryKey: ['sign-in-provider', provider],
    retry: false,
    queryFn: () =>
      dataOf(client.GET('/v1/sign-in/single-sign-on/{provider}', { params: { path: { provider } } })),
  });
  const sent = useMutation({
    mutationFn: (host: string) => {
      remember({ id: provider, host });
      return goToProvider(provider);
    },
  });
  if (known.error && troubleOf(known.error) === 'missing')
    return (
      <SignInFrame title={say('providerTitle')}>
        <Callout tone="wrong">
          <p>{say('providerMissing')}</p>
        </Callout>
        <a href="/sign-in">{say('otherWay')}</a>
      </SignInFrame>
    );
  return (
    <SignInFrame
      title={say('providerTitle')}
      lead={known.data && say('providerLead', { host: known.data.host })}
    >
      <Loaded query={known}>
        {({ host }) => (
          <Button weight="first" wide busy={sent.isPending} onClick={() => sent.mutate(host)}>
            {say('providerGo', { host })}
          </Button>
        )}
      </Loaded>
      <Refusal thrown={sent.error} say={say} words={refusalWords} />
      <a href="/sign-in">{say('otherWay')}</a>
    </SignInFrame>
  );
}
