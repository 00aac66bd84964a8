import type { Foldable } from '#platform/journal/audit.ts';

/** Every lifecycle of the product: at the end of each spec file all streams it wrote are folded and compared. */
export const lifecycles: readonly Foldable[] = [];
