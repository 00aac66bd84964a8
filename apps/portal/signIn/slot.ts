import type { SlotPage } from '../slot.ts';

/** The pages below `/sign-in`. */
export const signInPages: readonly SlotPage[] = [
  { path: '', load: () => import('./SignInPage.tsx') },
  { path: 'link', load: () => import('./LinkPage.tsx') },
  { path: 'invitation', load: () => import('./InvitationPage.tsx') },
  { path: 'welcome', load: () => import('./WelcomePage.tsx') },
  { path: 'with/$provider', load: () => import('./ProviderPage.tsx') },
  { path: 'provider/$customer', load: () => import('./setUp/ProviderSetUpPage.tsx') },
  { path: 'security', load: () => import('./security/SecurityPage.tsx') },
];
