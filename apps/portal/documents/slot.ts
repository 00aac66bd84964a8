import type { Slot } from '../slot.ts';

export const documentsSlot: Slot = {
  path: 'documents',
  word: 'documents',
  icon: 'document',
  pages: [{ path: '', load: () => import('./DocumentsPage.tsx') }],
};
