import { useEffect } from 'react';

/** Opens the entry that the address names behind its #, now and whenever that changes, and brings it into view. */
export function useOpenedByAddress(): void {
  useEffect(() => {
    const open = () => {
      const entry = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
      if (!(entry instanceof HTMLDetailsElement)) return;
      entry.open = true;
      entry.scrollIntoView();
      entry.querySelector('summary')?.focus({ preventScroll: true });
    };
    open();
    window.addEventListener('hashchange', open);
    return () => window.removeEventListener('hashchange', open);
  }, []);
}
