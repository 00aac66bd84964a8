import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { HelpDrawer } from '../help/HelpDrawer.tsx';
import { Icon } from '../parts/Icon.tsx';
import { placeAt } from './places.ts';
import styles from './shell.module.css';

/** Opens the page of the guide that belongs to the screen. */
export function Help() {
  const { pathname } = useLocation();
  const [opened, setOpened] = useState(false);
  const help = placeAt(pathname)?.help ?? 'README';
  return (
    <>
      <button type="button" className={`${styles.tool} noPrint`} title="Help" onClick={() => setOpened(true)}>
        <Icon name="help" size={20} />
        <span className="hiddenVisually">Help for this page</span>
      </button>
      {opened && <HelpDrawer key={help} at={help} onClose={() => setOpened(false)} />}
    </>
  );
}
