import { EmptyState } from '#platform/ui/states.tsx';
import { ToButton } from '../parts/To.tsx';
import { useWords } from '../words/Words.tsx';
import styles from './shell.module.css';
import { shellWords } from './words.ts';

/** What is shown where there is no such page. */
export function MissingPage() {
  const say = useWords(shellWords);
  return (
    <main id="main" tabIndex={-1} className={styles.alone}>
      <title>{`${say('missingTitle')} · Goodterms`}</title>
      <h1 className="hiddenVisually">{say('missingTitle')}</h1>
      <EmptyState icon="search" title={say('missingTitle')}>
        <p>{say('missingTodo')}</p>
        <ToButton address="/portal">{say('home')}</ToButton>
      </EmptyState>
    </main>
  );
}
