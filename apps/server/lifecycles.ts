import { agreementLifecycle } from '#business/agreements/agreement.store.ts';
import { alertLifecycle } from '#business/alerts/alert.store.ts';
import { ownAlertLifecycle } from '#business/alerts/ownAlert.store.ts';
import { controlAuditLifecycle } from '#business/assurance/controlAudit.store.ts';
import { catalogLifecycle } from '#business/catalog/catalog.store.ts';
import { flagsLifecycle } from '#business/customers/flags.store.ts';
import { findingLifecycle } from '#business/findings/finding.store.ts';
import { accountLifecycle } from '#business/identity/account.store.ts';
import { staffLifecycle } from '#business/identity/staff.store.ts';
import { orderPolicyLifecycle } from '#business/policy/orderPolicy.store.ts';
import { triageLifecycle } from '#business/policy/triageTable.store.ts';
import { questionLifecycle } from '#business/questions/question.store.ts';
import { receiptsLifecycle } from '#business/remediation/duty.store.ts';
import { workLifecycle } from '#business/remediation/work.store.ts';
import { reviewLifecycle } from '#business/reviews/review.store.ts';
import { quoteLifecycle } from '#business/settlement/quote.store.ts';
import { orderLifecycle } from '#business/upgrades/order.store.ts';
import { peopleLifecycle } from '#business/usage/people/peopleDecision.store.ts';
import type { Foldable } from '#platform/journal/audit.ts';

/** Every lifecycle of the product: what the nightly audit, and the tests, fold and compare. */
export const lifecycles: readonly Foldable[] = [
  accountLifecycle,
  agreementLifecycle,
  alertLifecycle,
  ownAlertLifecycle,
  catalogLifecycle,
  controlAuditLifecycle,
  findingLifecycle,
  flagsLifecycle,
  staffLifecycle,
  peopleLifecycle,
  triageLifecycle,
  workLifecycle,
  receiptsLifecycle,
  questionLifecycle,
  quoteLifecycle,
  orderLifecycle,
  orderPolicyLifecycle,
  reviewLifecycle,
];
