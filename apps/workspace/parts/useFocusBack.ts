import { useEffect, useState } from 'react';

/** When what uses it is gone, the keyboard is where it was before; unless it has gone elsewhere meanwhile. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      queueMicrotask(() => {
        const at = document.activeElement;
        const isNowhere = at === null || at === document.body || !at.isConnected;
        if (isNowhere && before instanceof HTMLElement && before.isConnected) before.focus();
      });
    },
    [before],
  );
}
