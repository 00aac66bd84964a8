import { Drawer, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../parts/Icon.tsx';
import { useFocusBack } from '../parts/useFocusBack.ts';
import { Guide } from './Guide.tsx';
import styles from './help.module.css';
import { readGuide } from './pages.ts';

/** The page of the guide that belongs to a screen, beside it; its links open other pages in the same place. */
export function HelpDrawer({ at, onClose }: { at: string; onClose: () => void }) {
  useFocusBack();
  const [trail, setTrail] = useState([at]);
  const [page, part] = (trail.at(-1) ?? at).split('#') as [string, string | undefined];
  const { data, error } = useQuery({
    queryKey: ['guide', page],
    queryFn: () => readGuide(page),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const top = useRef<HTMLElement>(null);

  useEffect(() => {
    if (!data) return;
    const heading = part === undefined ? null : document.getElementById(`guide-${part}`);
    (heading ?? top.current)?.scrollIntoView({ block: 'start' });
  }, [data, part]);

  const open = (guide: string) => setTrail([...trail, guide.startsWith('#') ? `${page}${guide}` : guide]);
  return (
    <Drawer.Root opened onClose={onClose} position="right" size="lg">
      <Drawer.Overlay />
      <Drawer.Content>
        <Drawer.Body>
          <div className={styles.head}>
            {trail.length > 1 && (
              <button type="button" className={styles.back} onClick={() => setTrail(trail.slice(0, -1))}>
                <Icon name="back" />
                Back
              </button>
            )}
            <Drawer.Title>Help</Drawer.Title>
            <Drawer.CloseButton aria-label="Close the help" />
          </div>
          <article ref={top} className={styles.guide} data-part={part}>
            <h2>{data?.title ?? 'Reading…'}</h2>
            {data && <Guide nodes={data.nodes} onOpen={open} />}
            {!data && !error && <Skeleton height={200} />}
            {error && (
              <p role="alert">
                This page of the guide cannot be read now: load the page again and try once more.
              </p>
            )}
          </article>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
