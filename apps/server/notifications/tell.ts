import { sql } from 'kysely';
import type { Finding } from '#business/findings/lifecycle.ts';
import { type Audience, notify } from '#business/identity/notification.store.ts';
import { readStaff } from '#business/identity/staff.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';
import { findingAnchor } from '../views/findingAnchor.ts';

/** A position: whose, and where. */
export type Place = {
  readonly customer: string;
  readonly agreement: string;
  readonly clause: string;
  readonly group: string;
};

/**
 * Returns who is to know what happens at a place: who was assigned, else whom the triage table names, else the owner of
 * the customer, and where none of them works here, the license managers.
 */
export async function whoWorksAt(tx: Tx, { customer, agreement, clause, group }: Place): Promise<Audience> {
  const { rows } = await sql<{ named: string | null; email: string | null }>`
    SELECT coalesce(a.staff, (
        SELECT t.owner FROM finding_triage t WHERE t.customer_id = c.customer_id AND t.agreement = ${agreement}
          AND t.clause = ${clause} AND t.group_key = ${group} AND t.owner IS NOT NULL
        ORDER BY t.severity_rank, t.finding LIMIT 1)) AS named, lower(c.body #>> '{owner,email}') AS email
    FROM customer c LEFT JOIN assignment a ON a.customer_id = c.customer_id AND a.agreement = ${agreement}
      AND a.clause = ${clause} AND a.group_key = ${group}
    WHERE c.customer_id = ${customer}`.execute(tx);
  const [found] = rows;
  const here = (await readStaff(tx)).filter(({ active }) => active);
  const person =
    here.find(({ id }) => id === found?.named) ??
    here.find(({ email }) => email.toLowerCase() === found?.email);
  return person ? { staff: person.id } : { role: 'license-manager' };
}

/** Tells who works there of something that was found for the first time. */
export async function tellOfFinding(
  tx: Tx,
  finding: Exclude<Finding, { status: 'none' }>,
  now: Instant,
): Promise<void> {
  const { customer, key } = finding;
  const place = `/customers/${customer}#${findingAnchor(key)}`;
  const to = await whoWorksAt(tx, finding);
  await notify(tx, { to, customer, kind: 'finding.new', place, once: key, now });
}

/** Tells who works there that an alert went up. */
export async function tellOfAlert(tx: Tx, at: Place, now: Instant): Promise<void> {
  const to = await whoWorksAt(tx, at);
  await notify(tx, { to, customer: at.customer, kind: 'alert.crossed', place: '/alerts', now });
}
