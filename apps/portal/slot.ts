import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import type { IconName } from '#platform/ui/Icon.tsx';
import type { Viewer } from './data/session.ts';
import type { ShellWord } from './shell/words.ts';
import type { Language } from './words/languages.ts';

/** One page of a place: its address below the place's, and what loads it. */
export type SlotPage = {
  /** `''` for the place itself, `$question` for something below it. */
  readonly path: string;
  readonly load: () => Promise<{ readonly Page: ComponentType }>;
  /** What it says, loaded beside the page's program. */
  readonly words?: readonly { readonly load: (language: Language) => Promise<unknown> }[];
  /** Starts reading what the page shows while its program is still on its way. */
  readonly read?: (cache: QueryClient, params: Readonly<Record<string, string>>) => void;
};

/** A place of the customer's room. Without pages it is not there: no address, no entry in the menu. */
export type Slot = {
  /** The address below `/portal/{customer}/`. */
  readonly path: string;
  /** Its name in the menu, among the words of the shell; `null`: it has none there. */
  readonly word: ShellWord | null;
  readonly icon: IconName;
  readonly pages: readonly SlotPage[];
  /** Who finds it in the menu; left out, everybody. The server decides who may read it. */
  readonly shownTo?: (viewer: Viewer) => boolean;
};
