import type { Slot } from '../slot.ts';
import { documentsWords } from './words.ts';

export const documentsSlot: Slot = {
  path: 'documents',
  word: 'documents',
  icon: 'document',
  pages: [
    { path: '', load: () => import('./DocumentsPage.tsx'), words: [documentsWords] },
    { path: 'agreements/$agreement', load: () => import('./AgreementPage.tsx'), words: [documentsWords] },
    { path: 'quotes/$quote', load: () => import('./QuotePage.tsx'), words: [documentsWords] },
  ],
};
