import type { Summary } from './questionData.ts';
import styles from './questions.module.css';

/** Where a question stands, as a word. */
export function QuestionState({ question }: { question: Pick<Summary, 'open' | 'late' | 'status'> }) {
  const { open, late, status } = question;
  const [word, tone] = open
    ? late
      ? ['Late', 'beyond']
      : [status === 'followedUp' ? 'Asked further' : 'Waits for us', 'near']
    : status === 'answered'
      ? ['Answered', 'within']
      : ['Closed', 'unknown'];
  return (
    <span className={styles.status} data-tone={tone}>
      {word}
    </span>
  );
}
