import { Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, useEffect, useRef } from 'react';
import { useViewer } from '../data/session.ts';
import { useSpeech } from '../words/Words.tsx';
import styles from './shell.module.css';

/** What stands around everything: the person's language is taken up, and a new page is announced from its top. */
export function Root() {
  const { pathname } = useLocation();
  const { take } = useSpeech();
  const viewer = useViewer();
  const shown = useRef(pathname);

  useEffect(() => {
    if (viewer) take(viewer);
  }, [viewer, take]);

  // Not on the first page, where the browser does so.
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <Suspense fallback={<div className={styles.waiting} aria-busy="true" />}>
      <Outlet />
    </Suspense>
  );
}
