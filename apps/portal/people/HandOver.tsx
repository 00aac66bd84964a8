import { useState } from 'react';
import { Button } from '#platform/ui/Button.tsx';
import { Callout } from '#platform/ui/Callout.tsx';
import { TextField } from '#platform/ui/fields.tsx';
import { useWords } from '../words/Words.tsx';
import styles from './people.module.css';
import { peopleWords } from './words.ts';

/** The address of an invitation where no letter carries it: it is shown this once. */
export function HandOver({ link, to }: { link: string; to: string }) {
  const say = useWords(peopleWords);
  const [copied, setCopied] = useState<string | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setCopied(link),
      () => setCopied(null),
    );
  return (
    <Callout title={say('handOverTitle', { name: to })} live>
      <div className={styles.form}>
        <TextField
          readOnly
          label={say('handOver')}
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        {navigator.clipboard && (
          <span className={styles.actions}>
            <Button onClick={copy}>{say(copied === link ? 'copied' : 'copy')}</Button>
          </span>
        )}
      </div>
    </Callout>
  );
}
