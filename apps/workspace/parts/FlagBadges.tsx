import type { Position } from '#apps/server/positions/schemas.ts';
import { showInstant } from '../format.ts';
import { Icon } from './Icon.tsx';
import styles from './parts.module.css';

type Flag = Position['flags'][number];

const words: Record<Flag['kind'], { words: string; tone: string }> = {
  'legal-hold': { words: 'Legal hold', tone: 'beyond' },
  'do-not-contact': { words: 'Do not contact', tone: 'near' },
  'in-renewal-talks': { words: 'In renewal talks', tone: 'covered' },
};

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Returns the word for a kind of flag. */
export function flagWord(kind: Flag['kind']): string {
  return words[kind].words;
}

/** The flags in force, each as icon and words. */
export function FlagBadges({ flags }: { flags: readonly Flag[] }) {
  if (flags.length === 0) return null;
  return (
    <span className={styles.badges}>
      {flags.map(({ kind, until }) => (
        <span key={kind} className={styles.badge} data-tone={words[kind].tone}>
          <Icon name="flag" size={14} />
          {words[kind].words}
          {until !== null && <span className="hiddenVisually"> until {showInstant(until, ownZone)}</span>}
        </span>
      ))}
    </span>
  );
}
