import { markFacts } from './factMarks.ts';
import styles from './notice.module.css';

/** Words of a letter; those that are facts are marked with the number they have in the list of facts. */
export function Marked({ text, shown }: { text: string; shown: readonly string[] }) {
  if (shown.length === 0) return text;
  let done = 0;
  return markFacts(text, shown).map((stretch) => {
    const place = done;
    done += stretch.text.length;
    if (stretch.fact === null) return stretch.text;
    return (
      <mark key={place} className={styles.mark}>
        {stretch.text}
        <sup>{stretch.fact + 1}</sup>
      </mark>
    );
  });
}
