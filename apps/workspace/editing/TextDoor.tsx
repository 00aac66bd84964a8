import { type ReactNode, useRef, useState } from 'react';
import { Diff } from './Diff.tsx';
import type { AnyPreview, Door } from './door.ts';
import styles from './editing.module.css';
import { Review } from './Review.tsx';

/** The expert's door: the whole paper as YAML, with what is wrong line by line and what saving changes. */
export function TextDoor<P extends AnyPreview>(props: {
  door: Door<P>;
  showPreview: (preview: P) => ReactNode;
  onSaved: () => void;
}) {
  const { door, onSaved } = props;
  const [text, setText] = useState(door.text);
  const [entered, setEntered] = useState(0);
  const area = useRef<HTMLTextAreaElement>(null);
  const toLine = (line: number) => {
    const start =
      text
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length + (line > 1 ? 1 : 0);
    const end = text.indexOf('\n', start);
    area.current?.focus();
    area.current?.setSelectionRange(start, end < 0 ? text.length : end);
  };
  return (
    <div className={styles.door}>
      <h2>The text</h2>
      <label htmlFor="text">Text of the {door.what} (YAML)</label>
      <textarea
        id="text"
        ref={area}
        className={styles.text}
        value={text}
        rows={Math.min(36, Math.max(14, text.split('\n').length + 1))}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          setText(event.currentTarget.value);
          setEntered(entered + 1);
        }}
      />
      <Review
        door={door}
        text={() => text}
        entered={entered}
        onSaved={onSaved}
        onLine={toLine}
        showPreview={(preview) => (
          <>
            {props.showPreview(preview)}
            {text !== door.text && (
              <>
                <h4>Line by line</h4>
                <Diff label="Your changes, line by line" before={door.text} after={text} />
              </>
            )}
          </>
        )}
      />
    </div>
  );
}
