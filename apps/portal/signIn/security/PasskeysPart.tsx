import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Badge } from '#platform/ui/Badge.tsx';
import { Button } from '#platform/ui/Button.tsx';
import { TextField } from '#platform/ui/fields.tsx';
import { client, dataOf } from '../../data/client.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { useFormats, useWords } from '../../words/Words.tsx';
import { sending } from '../NextStep.tsx';
import styles from '../signIn.module.css';
import { securityWords } from '../words.ts';
import { passkeysQuery } from './data.ts';
import { Section } from './Section.tsx';
import { Trouble } from './Trouble.tsx';

/** One's passkeys, and the way to one more. */
export function PasskeysPart() {
  const say = useWords(securityWords);
  const { moment } = useFormats();
  const cache = useQueryClient();
  const passkeys = useQuery(passkeysQuery);
  const keep = (list: Awaited<ReturnType<typeof add>>) => cache.setQueryData(passkeysQuery.queryKey, list);
  const added = useMutation({ mutationFn: add, onSuccess: keep });
  const removed = useMutation({
    mutationFn: (passkey: string) =>
      dataOf(client.DELETE('/v1/account/passkeys/{passkey}', { params: { path: { passkey } } })),
    onSuccess: keep,
  });
  const isAble = 'PublicKeyCredential' in window;
  return (
    <Section title={say('passkeys')} lead={say('passkeysLead')}>
      <Loaded query={passkeys}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{say('passkeysNone')}</p>
          ) : (
            <ul>
              {items.map(({ id, name, synced, createdAt, usedAt }) => (
                <li key={id} className={styles.item}>
                  <div>
                    <p>
                      <strong>{name}</strong> {synced && <Badge>{say('passkeySynced')}</Badge>}
                    </p>
                    <p className="small soft">
                      {[
                        say('passkeyMade', { date: moment(createdAt) }),
                        usedAt && say('passkeyUsed', { date: moment(usedAt) }),
                      ]
                        .filter(Boolean)
                        .join(', ')}
                    </p>
                  </div>
                  <Button weight="quiet" busy={removed.isPending} onClick={() => removed.mutate(id)}>
                    {say('passkeyRemove', { name })}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <Trouble thrown={removed.error} />
      {isAble ? (
        <form
          className={styles.form}
          onSubmit={sending(({ name = '' }) => added.mutate(name))}
          key={passkeys.data?.items.length}
        >
          <TextField
            label={say('passkeyName')}
            hint={say('passkeyNameHint')}
            name="name"
            maxLength={60}
            autoComplete="off"
            required
          />
          <Trouble thrown={added.error} />
          <div>
            <Button type="submit" icon="plus" busy={added.isPending}>
              {say('passkeyAdd')}
            </Button>
          </div>
        </form>
      ) : (
        <p className="soft">{say('passkeyUnable')}</p>
      )}
    </Section>
  );
}

async function add(name: string) {
  const { options } = await dataOf(client.POST('/v1/account/passkeys/challenge'));
  const { startRegistration } = await import('@simplewebauthn/browser');
  const credential = await startRegistration({ optionsJSON: options as never });
  return dataOf(client.POST('/v1/account/passkeys', { body: { name, credential: credential as never } }));
}
