import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { components } from '#apps/workspace/data/v1.d.ts';
import { Button, LinkButton } from '#platform/ui/Button.tsx';
import { Callout } from '#platform/ui/Callout.tsx';
import { Card } from '#platform/ui/Card.tsx';
import { TextField } from '#platform/ui/fields.tsx';
import { client, dataOf, Failure, troubleOf } from '../../data/client.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { useFormats, useWords } from '../../words/Words.tsx';
import { sending } from '../NextStep.tsx';
import { Refusal } from '../Refusal.tsx';
import { SignInFrame } from '../SignInFrame.tsx';
import { ownSessionQuery } from '../security/data.ts';
import styles from '../signIn.module.css';
import { providerWords } from '../words.ts';

type SetUp = components['schemas']['ProviderSetUp'];
type Fields = Readonly<Record<string, string>>;
const refusals = [
  'provider_address_refused',
  'provider_secret_missing',
  'version_conflict',
  'too_many_attempts',
] as const;

/** The single sign-on of a customer's company: set up by its administrator, or for it by the vendor's people. */
export function Page() {
  const say = useWords(providerWords);
  const { customer } = useParams({ strict: false }) as { customer: string };
  const session = useQuery(ownSessionQuery);
  const isNobody = session.error !== null && troubleOf(session.error) === 'sign-in';
  useEffect(() => {
    if (isNobody) location.replace(`/sign-in?to=${encodeURIComponent(location.pathname)}`);
  }, [isNobody]);
  return (
    <SignInFrame title={say('title')} lead={say('lead')} wide>
      {!isNobody && (
        <Loaded query={session}>
          {({ kind }) => <Provider customer={customer} isStaff={kind === 'staff'} />}
        </Loaded>
      )}
    </SignInFrame>
  );
}

function Provider({ customer, isStaff }: { customer: string; isStaff: boolean }) {
  const say = useWords(providerWords);
  const cache = useQueryClient();
  const queryKey = ['provider', customer];
  // Each side asks by an address of its own, so that its right can be told from it.
  const path = isStaff
    ? ('/v1/customers/{customer}/single-sign-on' as const)
    : ('/v1/portal/{customer}/single-sign-on' as const);
  const params = { path: { customer } };
  const found = useQuery({ queryKey, queryFn: () => dataOf(client.GET(path, { params })) });
  const header = { 'if-match': `"${found.data?.version ?? 0}"` };
  const keep = (next: SetUp) => cache.setQueryData(queryKey, next);
  const saved = useMutation({
    mutationFn: ({ issuer = '', client: name = '', secret }: Fields) =>
      dataOf(
        client.PUT(path, {
          params: { ...params, header },
          body: { issuer, client: name, ...(secret ? { secret } : {}) },
        }),
      ),
    onSuccess: keep,
  });
  const removed = useMutation({
    mutationFn: () => dataOf(client.DELETE(path, { params: { ...params, header } })),
    onSuccess: keep,
  });
  return (
    <>
      <p>
        <a href={isStaff ? `/customers/${customer}` : `/portal/${customer}/people`}>{say('back')}</a>
      </p>
      <Loaded query={found}>
        {({ provider, version }) => (
          <>
            {provider && <Addresses {...provider} />}
            <Card key={version}>
              <form className={styles.form} onSubmit={sending(saved.mutate)}>
                <TextField
                  label={say('issuer')}
                  hint={say('issuerHint')}
                  name="issuer"
                  type="url"
                  defaultValue={provider?.issuer ?? ''}
                  autoComplete="off"
                  required
                />
                <TextField
                  label={say('client')}
                  name="client"
                  defaultValue={provider?.client ?? ''}
                  autoComplete="off"
                  required
                />
                <TextField
                  label={say('secret')}
                  hint={say(provider ? 'secretKept' : 'secretHint')}
                  name="secret"
                  type="password"
                  autoComplete="off"
                  required={!provider}
                />
                {provider && <p className="small soft">{say('changing')}</p>}
                <Trouble thrown={saved.error ?? removed.error} />
                {saved.isSuccess && (
                  <Callout tone="good" live>
                    <p>{say('saved')}</p>
                  </Callout>
                )}
                <div className="row">
                  <Button type="submit" weight="first" busy={saved.isPending}>
                    {say('save')}
                  </Button>
                  {provider && (
                    <Button weight="danger" busy={removed.isPending} onClick={() => removed.mutate()}>
                      {say('remove')}
                    </Button>
                  )}
                </div>
              </form>
            </Card>
          </>
        )}
      </Loaded>
    </>
  );
}

/** What the provider, and the company's people, have to know. */
function Addresses({ back, page, changedAt }: NonNullable<SetUp['provider']>) {
  const say = useWords(providerWords);
  const { moment } = useFormats();
  return (
    <Card>
      <div className="stack">
        <h2>{say('addresses')}</h2>
        <p>{say('backAddress')}</p>
        <p className={styles.code}>{back}</p>
        <p>{say('pageAddress')}</p>
        <p className={styles.code}>{page}</p>
        <p className="small soft">{say('changed', { date: moment(changedAt) })}</p>
      </div>
    </Card>
  );
}

function Trouble({ thrown }: { thrown: unknown }) {
  const say = useWords(providerWords);
  if (thrown instanceof Failure && thrown.code === 'sign_in_again')
    return (
      <Callout tone="near" title={say('againTitle')} live>
        <p>{say('again')}</p>
        <LinkButton href={`/sign-in?to=${encodeURIComponent(location.pathname)}`}>
          {say('againGo')}
        </LinkButton>
      </Callout>
    );
  return <Refusal thrown={thrown} say={say} words={refusals} />;
}
