import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Callout } from '#platform/ui/Callout.tsx';
import { Card } from '#platform/ui/Card.tsx';
import { Checkbox, FieldGroup } from '#platform/ui/fields.tsx';
import { Loaded, TroubleNote } from '../parts/Loaded.tsx';
import { useCustomer } from '../parts/To.tsx';
import { useWords } from '../words/Words.tsx';
import styles from './alerts.module.css';
import { useSaveWish, type Wish, wishQuery } from './data.ts';
import { alertWords } from './words.ts';

const kinds = [
  ['near', 'wishNear'],
  ['forecast', 'wishForecast'],
  ['crossed', 'wishCrossed'],
] as const;

/** What whoever reads wishes to hear, kept as it is chosen. */
export function WishCard() {
  const say = useWords(alertWords);
  const customer = useCustomer();
  const query = useQuery(wishQuery(customer));
  const saved = useSaveWish(customer);
  // What was chosen stands at once; where it could not be kept, what there is comes back.
  const [chosen, setChosen] = useState<Wish | null>(null);
  const save = (wish: Wish) => {
    setChosen(wish);
    saved.mutate(wish, { onError: () => setChosen(null) });
  };
  return (
    <section aria-labelledby="wish" className="noPrint">
      <Card>
        <h2 id="wish">{say('wishTitle')}</h2>
        <p className="soft">{say('wishLead')}</p>
        <Loaded query={query}>
          {(wish) => (
            <div className={styles.form}>
              <Choices wish={chosen ?? wish} save={save} />
              {saved.isSuccess && (
                <Callout tone="good" live>
                  <p>{say('kept')}</p>
                </Callout>
              )}
              <TroubleNote thrown={saved.error} />
            </div>
          )}
        </Loaded>
      </Card>
    </section>
  );
}

function Choices({ wish, save }: { wish: Wish; save: (wish: Wish) => void }) {
  const say = useWords(alertWords);
  const { channel } = wish;
  return (
    <FieldGroup legend={say('wishTitle')}>
      <Checkbox
        type="radio"
        name="channel"
        label={say('wishEmail')}
        checked={channel === 'email'}
        onChange={() => save({ ...wish, channel: 'email' })}
      />
      <Checkbox
        type="radio"
        name="channel"
        label={say('wishNone')}
        checked={channel === 'none'}
        onChange={() => save({ ...wish, channel: 'none' })}
      />
      {channel === 'email' &&
        kinds.map(([kind, word]) => (
          <Checkbox
            key={kind}
            label={say(word)}
            checked={wish.kinds.includes(kind)}
            onChange={(event) =>
              save({
                ...wish,
                kinds: event.target.checked
                  ? [...wish.kinds, kind]
                  : wish.kinds.filter((one) => one !== kind),
              })
            }
          />
        ))}
    </FieldGroup>
  );
}
