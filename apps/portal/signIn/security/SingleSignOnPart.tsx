import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '#platform/ui/Button.tsx';
import { client, dataOf } from '../../data/client.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { useFormats, useWords } from '../../words/Words.tsx';
import styles from '../signIn.module.css';
import { securityWords } from '../words.ts';
import { linksQuery } from './data.ts';
import { Section } from './Section.tsx';
import { Trouble } from './Trouble.tsx';

/** By which single sign-on one is known here. */
export function SingleSignOnPart() {
  const say = useWords(securityWords);
  const { moment } = useFormats();
  const cache = useQueryClient();
  const links = useQuery(linksQuery);
  const linked = useMutation({
    mutationFn: async () => {
      const { address } = await dataOf(client.POST('/v1/account/single-sign-on'));
      location.assign(address);
    },
  });
  const unlinked = useMutation({
    mutationFn: (link: string) =>
      dataOf(client.DELETE('/v1/account/single-sign-on/{link}', { params: { path: { link } } })),
    onSuccess: (list) => cache.setQueryData(linksQuery.queryKey, list),
  });
  return (
    <Section title={say('single')} lead={say('singleLead')}>
      <Loaded query={links}>
        {({ items, offered }) => (
          <>
            {items.length === 0 && !offered && <p className="soft">{say('singleNone')}</p>}
            {items.length > 0 && (
              <ul>
                {items.map(({ id, host, linkedAt }) => (
                  <li key={id} className={styles.item}>
                    <p>{say('singleLinked', { host, date: moment(linkedAt) })}</p>
                    <Button weight="quiet" busy={unlinked.isPending} onClick={() => unlinked.mutate(id)}>
                      {say('singleUnlink', { host })}
                    </Button>
                  </li>
                ))}
              </ul>
            )}
            {offered && (
              <div>
                <Button busy={linked.isPending} onClick={() => linked.mutate()}>
                  {say('singleLink', { host: offered.host })}
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
      <Trouble thrown={linked.error ?? unlinked.error} />
    </Section>
  );
}
