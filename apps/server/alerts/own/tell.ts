import { positionsFor } from '#business/alerts/list.store.ts';
import { ownAlertTopic, readOwnAlert, type StoredOwnAlert } from '#business/alerts/ownAlert.store.ts';
import { kindOf } from '#business/alerts/rule.ts';
import { ruleWords } from '#business/alerts/thresholds.ts';
import { readWish } from '#business/alerts/wish.store.ts';
import { ownAlertLetter } from '#business/correspondence/questionMail.ts';
import { accountById } from '#business/identity/accounts.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { exact, grouped } from '#platform/exact.ts';
import { delivered, takeOutgoing } from '#platform/journal/outbox.ts';
import { queueMail } from '#platform/mail/mail.store.ts';
import { publicUrlOf, type ServerContext } from '../../context.ts';
import { withPeopleOfAll } from '../../questions/scope.ts';
import { ruleOf } from './evaluate.ts';

const batch = 100;

/**
 * Writes to those who hear of alerts that customers set and that have fired: each once, as far as they wish to hear of
 * this kind. They asked for it, so no pause of contact holds it back. What is over by now is told to nobody.
 */
export async function tellOwnAlerts(context: ServerContext): Promise<void> {
  await withPeopleOfAll(context, async (tx) => {
    const taken = await takeOutgoing(tx, ownAlertTopic, batch);
    const seen = new Set<string>();
    for (const { customer, id } of taken) {
      // Fired twice since: it is told as it stands now, once.
      if (seen.has(id)) continue;
      seen.add(id);
      const stored = await readOwnAlert(tx, customer, id);
      if (stored && stored.alert.met.length > 0) await tell(tx, context, stored);
    }
    await delivered(tx, taken, context.clock());
  });
}

async function tell(tx: Tx, context: ServerContext, { customer, alert }: StoredOwnAlert): Promise<void> {
  const { watch, told } = alert;
  if (!told) return;
  const { agreement, clause, threshold } = watch;
  const place = { customer, agreement, clause, group: told.group };
  const position = (await positionsFor(tx, [place]))(place);
  const portal = `${publicUrlOf(context)}/portal/${customer}`;
  for (const id of watch.hears) {
    const account = await accountById(tx, id);
    if (account?.status !== 'active' || account.email === '') continue;
    const wish = await readWish(tx, { customer, address: account.email });
    if (wish.channel === 'none' || !wish.kinds.includes(kindOf(threshold))) continue;
    await queueMail(tx, {
      ...{ customer, kind: 'ownAlert', now: context.clock() },
      to: { name: account.name, address: account.email },
      ...ownAlertLetter({
        reader: account.name,
        product: position?.product.name ?? clause,
        used: grouped(exact(told.sight.used), 2),
        limit: grouped(exact(told.sight.limit), 2),
        unit: position?.unit.many ?? 'units',
        rule: ruleWords(ruleOf(watch)),
        likely: told.sight.forecast?.likely ?? null,
        zone: account.zone ?? 'UTC',
        link: `${portal}/lines/${encodeURIComponent(agreement)}/${encodeURIComponent(clause)}`,
        settings: `${portal}/alerts`,
      }),
    });
  }
}
