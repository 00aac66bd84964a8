import styles from './editing.module.css';
import { lineDiff, onlyChanges } from './lineDiff.ts';

const signs = { same: ' ', gone: '−', new: '+' } as const;
const words = { same: '', gone: 'gone: ', new: 'new: ' } as const;

/** What changed from one text to another, line by line. */
export function Diff({ label, before, after }: { label: string; before: string; after: string }) {
  const lines = onlyChanges(lineDiff(before, after));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <div className={styles.diff} role="group" aria-label={label} tabIndex={0}>
      {lines.map((line, i) =>
        line === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own
          <div key={i} className="dimmed">
            …
          </div>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own
          <div key={i} className={styles.line} data-kind={line.kind}>
            <span aria-hidden="true">{signs[line.kind]} </span>
            <span className="hiddenVisually">{words[line.kind]}</span>
            {line.text}
          </div>
        ),
      )}
    </div>
  );
}
