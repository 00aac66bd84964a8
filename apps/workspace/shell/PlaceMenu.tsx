import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Icon } from '../parts/Icon.tsx';
import type { Place } from './places.ts';
import styles from './shell.module.css';

/** Places under one heading of the menu; it closes when one is chosen, on Escape, and when something else is clicked. */
export function PlaceMenu({ name, places }: { name: string; places: readonly Place[] }) {
  const { pathname } = useLocation();
  const menu = useRef<HTMLDetailsElement>(null);
  const isHere = places.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`));

  useEffect(() => {
    const close = () => {
      if (menu.current) menu.current.open = false;
    };
    const onPress = (event: PointerEvent) => {
      if (!menu.current?.contains(event.target as Node)) close();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !menu.current?.open) return;
      close();
      menu.current.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', onPress);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      document.removeEventListener('keydown', onKey);
    };
  }, []);

  return (
    <details ref={menu} className={styles.menu}>
      <summary className={styles.link} data-status={isHere ? 'active' : undefined}>
        {name}
        <Icon name="chevron" size={12} />
      </summary>
      <ul>
        {places.map((place) => (
          <li key={place.to}>
            <Link
              to={place.to}
              className={styles.menuLink}
              activeOptions={{ includeSearch: false }}
              onClick={() => {
                if (menu.current) menu.current.open = false;
              }}
            >
              {place.name}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
