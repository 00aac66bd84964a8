import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Badge } from '#platform/ui/Badge.tsx';
import { Button } from '#platform/ui/Button.tsx';
import { client, dataOf } from '../../data/client.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { useFormats, useWords } from '../../words/Words.tsx';
import styles from '../signIn.module.css';
import { type SecurityWord, securityWords } from '../words.ts';
import { sessionsQuery } from './data.ts';
import { Section } from './Section.tsx';
import { Trouble } from './Trouble.tsx';

/** Where one is signed in: each can be ended from here, or all at once. */
export function SessionsPart() {
  const say = useWords(securityWords);
  const { moment } = useFormats();
  const cache = useQueryClient();
  const sessions = useQuery(sessionsQuery);
  const ended = useMutation({
    mutationFn: (session: string) =>
      dataOf(client.DELETE('/v1/account/sessions/{session}', { params: { path: { session } } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
  const everywhere = useMutation({
    mutationFn: async () => {
      await dataOf(client.POST('/v1/session/everywhere'));
      location.assign('/sign-in');
    },
  });
  const howWord = (how: string) => say(`how_${how.replaceAll('-', '_')}` as SecurityWord);
  return (
    <Section title={say('sessions')}>
      <Loaded query={sessions}>
        {({ items }) => (
          <ul>
            {items.map(({ id, browser, how, seenAt, current }) => (
              <li key={id} className={styles.item}>
                <div>
                  <p>
                    <strong>{browser}</strong> {current && <Badge tone="good">{say('sessionHere')}</Badge>}
                  </p>
                  <p className="small soft">
                    {say('sessionSeen', { how: howWord(how), date: moment(seenAt) })}
                  </p>
                </div>
                {!current && (
                  <Button weight="quiet" busy={ended.isPending} onClick={() => ended.mutate(id)}>
                    {say('sessionEnd', { browser })}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <Trouble thrown={ended.error ?? everywhere.error} />
      <div className="row">
        <Button weight="danger" icon="leave" busy={everywhere.isPending} onClick={() => everywhere.mutate()}>
          {say('everywhere')}
        </Button>
        <span className="small soft">{say('everywhereLead')}</span>
      </div>
    </Section>
  );
}
