import { agreementLifecycle } from '#business/agreements/agreement.store.ts';
import { catalogLifecycle } from '#business/catalog/catalog.store.ts';
import { findingLifecycle } from '#business/findings/finding.store.ts';
import type { Foldable } from '#platform/journal/audit.ts';

/** Every lifecycle of the product: at the end of each spec file all streams it wrote are folded and compared. */
export const lifecycles: readonly Foldable[] = [agreementLifecycle, catalogLifecycle, findingLifecycle];
