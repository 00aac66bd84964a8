import { Drawer } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../parts/Icon.tsx';
import { ColorScheme } from './ColorScheme.tsx';
import { Navigation } from './Navigation.tsx';
import styles from './shell.module.css';

/** The way to all places where the window is too narrow to show them beside the page. */
export function Menu() {
  const [opened, setOpened] = useState(false);
  const { href } = useLocation();
  const shown = useRef(href);

  // Another address was opened, by whatever means: what lies over it is in the way.
  useEffect(() => {
    if (shown.current === href) return;
    shown.current = href;
    setOpened(false);
  }, [href]);

  return (
    <>
      <button
        type="button"
        className={`${styles.tool} ${styles.menuButton} noPrint`}
        aria-expanded={opened}
        onClick={() => setOpened(true)}
      >
        <Icon name="menu" size={20} />
        <span className="hiddenVisually">Menu</span>
      </button>
      <Drawer.Root opened={opened} onClose={() => setOpened(false)} position="left" size="18rem">
        <Drawer.Overlay />
        <Drawer.Content>
          <Drawer.Body>
            <div className={styles.drawerHead}>
              <Drawer.Title>Menu</Drawer.Title>
              <Drawer.CloseButton aria-label="Close the menu" />
            </div>
            <Navigation onChosen={() => setOpened(false)} />
            <div className={styles.drawerFoot}>
              <ColorScheme />
            </div>
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
    </>
  );
}
