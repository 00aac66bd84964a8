import type { SlotPage } from '../slot.ts';

/** The pages below `/sign-in`: `{ path: '', load: () => import('./SignInPage.tsx') }`, which exports `Page`. */
export const signInPages: readonly SlotPage[] = [];
