import type { FindingView } from '#apps/server/pages.ts';
import type { Position } from '#apps/server/positions/schemas.ts';
import { Icon, type IconName } from './Icon.tsx';
import styles from './parts.module.css';

type Status = Position['status'];

const statusWords: Record<Status, string> = {
  beyond: 'Beyond',
  near: 'Near the limit',
  within: 'Within',
  covered: 'Covered',
  'cannot-tell': 'Cannot tell',
};

/** All statuses, in the order in which they ask for attention. */
export const statuses = [
  'beyond',
  'near',
  'cannot-tell',
  'covered',
  'within',
] as const satisfies readonly Status[];

/** Returns the word for a status. */
export function statusWord(status: Status): string {
  return statusWords[status];
}

/** A status as icon and word, so that color is never alone. */
export function StatusBadge({ status }: { status: Status }) {
  return (
    <span className={styles.badge} data-tone={status}>
      <Icon name={status} size={14} />
      {statusWords[status]}
    </span>
  );
}

const stateWords: Record<FindingView['state'], { words: string; tone: Status; icon: IconName }> = {
  detected: { words: 'Detected, not yet verified', tone: 'cannot-tell', icon: 'cannot-tell' },
  verified: { words: 'Verified, awaits a decision', tone: 'near', icon: 'near' },
  confirmed: { words: 'Confirmed', tone: 'beyond', icon: 'beyond' },
  dismissed: { words: 'Dismissed', tone: 'cannot-tell', icon: 'within' },
  cleared: { words: 'Cleared by a recount', tone: 'within', icon: 'within' },
  merged: { words: 'Merged into another finding', tone: 'cannot-tell', icon: 'within' },
};

/** Returns the words for the state of a finding. */
export function stateWord(state: FindingView['state']): string {
  return stateWords[state].words;
}

/** The state of a finding as icon and words. */
export function StateBadge({ state }: { state: FindingView['state'] }) {
  const { words, tone, icon } = stateWords[state];
  return (
    <span className={styles.badge} data-tone={tone}>
      <Icon name={icon} size={14} />
      {words}
    </span>
  );
}
