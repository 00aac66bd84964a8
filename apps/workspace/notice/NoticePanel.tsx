import { Switch } from '@mantine/core';
import { useId, useState } from 'react';
import type { NoticeView } from '#apps/server/pages.ts';
import { Icon } from '../parts/Icon.tsx';
import { FactList } from './FactList.tsx';
import { Letter } from './Letter.tsx';
import styles from './notice.module.css';

const kindWords: Record<NoticeView['kind'], string> = {
  notice: 'The notice as it would be sent',
  apology: 'The apology as it would be sent',
  correction: 'The correction as it would be sent',
};

/** The message as it would be sent, with why it cannot be sent yet, and every fact in it on demand. */
export function NoticePanel({ notice }: { notice: NoticeView }) {
  const [marking, setMarking] = useState(false);
  const id = useId();
  return (
    <section className={styles.notice} aria-labelledby={id}>
      <header className={styles.head}>
        <h4 id={id}>{kindWords[notice.kind]}</h4>
        <Switch
          className="noPrint"
          label="Mark every fact and show where it comes from"
          checked={marking}
          onChange={(event) => setMarking(event.currentTarget.checked)}
        />
      </header>
      {notice.withheld !== null && (
        <p className={styles.withheld}>
          <Icon name="alert" />
          <span>
            <strong>Not sent:</strong> {notice.withheld}
          </span>
        </p>
      )}
      <div className={styles.sheets} data-marking={marking}>
        <Letter notice={notice} marking={marking} />
        {marking && <FactList facts={notice.facts} text={`${notice.subject}\n${notice.text}`} />}
      </div>
    </section>
  );
}
