import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import styles from './handOver.module.css';

/** The address of an invitation where no mail server carries it: it is shown this once. */
export function HandOver({ link, to }: { link: string | undefined; to: string }) {
  const [copied, setCopied] = useState<string | null>(null);
  if (link === undefined) return null;
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setCopied(link),
      () => setCopied(null),
    );
  return (
    <div className={styles.handOver} role="status">
      <TextInput
        readOnly
        label={`Address for ${to}`}
        description="No mail server is set: hand over this address yourself. It works once, for seven days, and is shown only now."
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      {navigator.clipboard && (
        <Button size="compact-sm" variant="default" onClick={copy}>
          {copied === link ? 'Copied' : 'Copy the address'}
        </Button>
      )}
    </div>
  );
}
