import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useSession } from '../data/session.ts';
import { Icon } from '../parts/Icon.tsx';
import { Palette } from './Palette.tsx';
import styles from './search.module.css';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** Opens the search: by its button, and by Ctrl or Cmd with K from everywhere. */
export function Search() {
  const [opened, setOpened] = useState(false);
  const { data: session } = useSession();
  const navigate = useNavigate();

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      setOpened(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    <>
      <button
        type="button"
        className={`${styles.open} noPrint`}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpened(true)}
      >
        <Icon name="search" />
        <span className={styles.openWord}>Search</span>
        <span className={styles.keys} aria-hidden="true">
          {isMac ? '⌘ K' : 'Ctrl K'}
        </span>
      </button>
      {opened && (
        <Palette
          can={session?.can ?? ['work.read']}
          onClose={() => setOpened(false)}
          onGo={(place) => {
            setOpened(false);
            void navigate({ href: place } as never);
          }}
        />
      )}
    </>
  );
}
