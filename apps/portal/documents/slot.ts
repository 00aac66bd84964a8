import type { Slot } from '../slot.ts';

export const documentsSlot: Slot = {
  path: 'documents',
  word: 'documents',
  icon: 'document',
  pages: [
    { path: '', load: () => import('./DocumentsPage.tsx') },
    { path: 'agreements/$agreement', load: () => import('./AgreementPage.tsx') },
    { path: 'quotes/$quote', load: () => import('./QuotePage.tsx') },
  ],
};
