import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import styles from './Tabs.module.css';

/** One of several views of the same thing. */
export type Tab = { readonly id: string; readonly name: string; readonly panel: () => ReactNode };

/** Views of one thing, one at a time. One stop for the Tab key; arrow keys, Home and End move between them. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const [shown, setShown] = useState(0);
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const current = tabs[Math.min(shown, tabs.length - 1)];
  const onKeyDown = (event: KeyboardEvent) => {
    const last = tabs.length - 1;
    const places: Record<string, number> = {
      ArrowRight: shown === last ? 0 : shown + 1,
      ArrowLeft: shown === 0 ? last : shown - 1,
      Home: 0,
      End: last,
    };
    const place = places[event.key];
    if (place === undefined) return;
    event.preventDefault();
    setShown(place);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[place]?.focus();
  };
  if (!current) return null;
  return (
    <div>
      <div ref={list} role="tablist" aria-label={label} className={styles.list} onKeyDown={onKeyDown}>
        {tabs.map(({ id, name }, n) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${base}-${id}`}
            aria-selected={n === shown}
            aria-controls={n === shown ? `${base}-panel` : undefined}
            tabIndex={n === shown ? 0 : -1}
            className={styles.tab}
            onClick={() => setShown(n)}
          >
            {name}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${base}-panel`}
        aria-labelledby={`${base}-${current.id}`}
        className={styles.panel}
      >
        {current.panel()}
      </div>
    </div>
  );
}
