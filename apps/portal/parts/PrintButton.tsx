import { Button } from '#platform/ui/Button.tsx';
import { shellWords } from '../shell/words.ts';
import { useWords } from '../words/Words.tsx';
import styles from './Page.module.css';

/** Puts the page on paper; not on a phone, which has its own way. */
export function PrintButton() {
  const say = useWords(shellWords);
  return (
    <span className={styles.print}>
      <Button icon="print" onClick={() => print()}>
        {say('print')}
      </Button>
    </span>
  );
}
