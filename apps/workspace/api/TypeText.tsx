import styles from './api.module.css';
import { piecesOf } from './operations.ts';

/** A type as text, in which the names of schemas lead to them. */
export function TypeText({ text }: { text: string }) {
  let at = 0;
  return piecesOf(text).map((piece) => {
    at += 1;
    return 'name' in piece ? (
      <a key={at} href={`#schema-${piece.name}`}>
        {piece.name}
      </a>
    ) : (
      piece.text
    );
  });
}

/** A type or an example in a box that scrolls. */
export function TextBox({ label, text }: { label: string; text: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would be a landmark for each box
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <pre className={styles.schema} role="group" aria-label={label} tabIndex={0}>
      <TypeText text={text} />
    </pre>
  );
}
