import { alertEvent, readAlert } from '#business/alerts/alert.store.ts';
import type { AlertEvent, KnownAlert } from '#business/alerts/alert.ts';
import {
  type Delivery,
  type DeliveryStatus,
  isOvertaken,
  mostAttempts,
  planDeliveries,
  settleDelivery,
  takeDelivery,
} from '#business/alerts/delivery.store.ts';
import { rulesInForce } from '#business/alerts/rules.store.ts';
import { everything, readWish } from '#business/alerts/wish.store.ts';
import { type AlertMatter, alertFacts } from '#business/correspondence/alertFacts.ts';
import { writeAlert } from '#business/correspondence/alertMessage.ts';
import { readStaff } from '#business/identity/staff.store.ts';
import { type Tx, vendorWide } from '#platform/database/scope.ts';
import { formatInstant, type Instant } from '#platform/instant.ts';
import { asStaff, asStaffOf, type ServerContext } from '../context.ts';
import { hasLeft } from '../questions/people.ts';
import { readPapers } from '../world.ts';
import { alertMatter, isContactPaused, kindOfEvent } from './matter.ts';
import { mayTell } from './mayTell.ts';
import type { Ways } from './settings.ts';

/** What sends alerts in the background. */
export type Deliveries = {
  /** Sends whatever is due now; resolves when nothing is any more. */
  readonly settle: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

type Outcome = { readonly status: DeliveryStatus; readonly detail?: string };
/** `ownerLeft`: whom the papers name as the owner is of the team no more. */
type Ready = { readonly matter: AlertMatter; readonly event: AlertEvent; readonly ownerLeft: boolean };

const pause = 2_000;

/**
 * Starts sending alerts, each at least once: crash after a message went out and before that is put down, and it goes out
 * again under the same id five minutes later. What cannot go out is tried again after 1, 2, 4 … minutes, and given up
 * after about a day; what became of it is kept and shown.
 */
export function startDeliveries(
  context: Omit<ServerContext, 'wake'>,
  ways: Ways,
  report: (error: unknown) => void,
): Deliveries {
  const whole: ServerContext = { ...context, actor: 'delivery', wake: () => undefined };
  let running: Promise<void> | null = null;
  let stopped = false;

  async function round(): Promise<void> {
    const recipients = ['contact', 'owner', ...(ways.poster ? ['webhook'] : [])] as Delivery['recipient'][];
    while (!stopped && (await asStaff(whole, (tx) => planDeliveries(tx, recipients, whole.clock()))) > 0);
    while (!stopped) {
      const delivery = await asStaff(whole, (tx) => takeDelivery(tx, whole.clock()));
      if (!delivery) return;
      const outcome = await deliver(whole, ways, delivery);
      await asStaffOf(whole, delivery.customer, (tx) =>
        settleDelivery(tx, delivery, givenUp(outcome, delivery), whole.clock()),
      );
    }
  }

  function settle(): Promise<void> {
    running ??= round().finally(() => {
      running = null;
    });
    return running;
  }

  const timer = setInterval(() => void settle().catch(report), pause);
  return {
    settle: async () => {
      await running;
      await settle();
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running?.catch(report);
      ways.mailer?.close();
    },
  };
}

function givenUp(outcome: Outcome, { attempts }: Delivery): Outcome {
  return outcome.status === 'waiting' && attempts >= mostAttempts
    ? { ...outcome, status: 'failed' }
    : outcome;
}

async function deliver(context: ServerContext, ways: Ways, delivery: Delivery): Promise<Outcome> {
  const now = context.clock();
  const ready = await asStaffOf(context, delivery.customer, (tx) => prepare(tx, delivery, now));
  if ('status' in ready) return ready;
  return delivery.recipient === 'webhook' ? post(ways, delivery, ready, now) : mail(ways, delivery, ready);
}

/** Everything is looked at again at the moment of sending: what was true when the alert fired may be over. */
async function prepare(tx: Tx, delivery: Delivery, now: Instant): Promise<Ready | Outcome> {
  const stored = await readAlert(tx, delivery.customer, delivery.alert);
  const event = await alertEvent(tx, delivery.alert, delivery.version);
  const papers = await readPapers(tx, delivery.customer, now);
  if (!stored || !event || !papers) return { status: 'outdated', detail: 'The alert is not there any more.' };
  const past = await isPast(tx, delivery, stored.alert, event);
  if (past) return { status: 'outdated', detail: past };
  const { agreement, clause } = stored.alert;
  const rules = (await rulesInForce(tx))({ customer: delivery.customer, agreement, clause });
  const kind = kindOfEvent(event, rules);
  const matter = alertMatter(papers, { id: stored.id, alert: stored.alert, kind, rules });
  if (!matter) return { status: 'outdated', detail: 'The clause is not there any more.' };
  if (delivery.recipient === 'contact') {
    const held = await mayTell(tx, delivery.customer, now);
    if (held !== null) return { status: 'held', detail: held };
    if (isContactPaused(papers, stored.alert, now))
      return { status: 'held', detail: 'A pause of contact about this clause is in force.' };
  }
  const ownerLeft = hasLeft(await readStaff(tx), matter.customer.owner.email);
  if (delivery.recipient === 'owner' && ownerLeft) return left;
  return (await isUnwanted(tx, delivery, matter)) ? unwanted : { matter, event, ownerLeft };
}

const left: Outcome = {
  status: 'unwanted',
  detail: 'Whom the papers name as the owner has left the team. Name somebody else there.',
};

const unwanted: Outcome = { status: 'unwanted', detail: 'This person wishes no messages of this kind.' };

async function isPast(
  tx: Tx,
  delivery: Delivery,
  { status }: KnownAlert,
  event: AlertEvent,
): Promise<string | null> {
  if (status === 'cleared') return 'Use had gone back before the message could go out.';
  if (status === 'silenced') return 'Somebody had acknowledged the alert before the message could go out.';
  if ((status === 'crossed') !== (event.kind === 'crossed'))
    return 'The alert had changed before the message could go out.';
  return (await isOvertaken(tx, delivery)) ? 'A later message says all of it.' : null;
}

async function isUnwanted(
  tx: Tx,
  { recipient }: Delivery,
  { kind, customer }: AlertMatter,
): Promise<boolean> {
  const wish =
    recipient === 'webhook'
      ? everything
      : await readWish(
          tx,
          recipient === 'contact'
            ? { customer: customer.id, address: customer.contact.email }
            : { customer: vendorWide, address: customer.owner.email },
        );
  return wish.channel === 'none' || !wish.kinds.includes(kind);
}

async function mail({ mailer }: Ways, delivery: Delivery, { matter, ownerLeft }: Ready): Promise<Outcome> {
  if (!mailer) return { status: 'failed', detail: 'No mail server is set (GOODTERMS_SMTP_URL).' };
  const reader = delivery.recipient === 'contact' ? 'contact' : 'owner';
  const { contact, owner } = matter.customer;
  const to = reader === 'contact' ? contact : owner;
  const tried = await mailer.send({
    id: messageId(delivery),
    to: { name: to.name, address: to.email },
    ...(ownerLeft ? {} : { replyTo: { name: owner.name, address: owner.email } }),
    ...writeAlert(matter.kind, reader, alertFacts(matter)),
  });
  return outcomeOf(tried);
}

/** Facts that name people stay here: a machine has no use for them. */
const personal = new Set(['contact', 'owner', 'ownerEmail', 'ownerRole']);

async function post(
  { poster }: Ways,
  delivery: Delivery,
  { matter, event }: Ready,
  now: Instant,
): Promise<Outcome> {
  if (!poster) return { status: 'failed', detail: 'No webhook is set (GOODTERMS_WEBHOOK_URL).' };
  const facts = alertFacts(matter);
  const { subject, text } = writeAlert(matter.kind, 'owner', facts);
  const body = JSON.stringify({
    type: `alert.${event.kind}`,
    timestamp: formatInstant(event.at),
    data: {
      alert: delivery.alert,
      customer: delivery.customer,
      agreement: matter.signed.id,
      clause: matter.clause.id,
      kind: matter.kind,
      subject,
      text,
      facts: [...facts.values()].filter(({ id }) => !personal.has(id)),
    },
  });
  return outcomeOf(await poster.send({ id: `msg_${messageId(delivery)}`, body }, new Date(now / 1000)));
}

/** The same for the same message, however often it is sent: whoever gets it twice can tell. */
function messageId({ alert, version, recipient }: Delivery): string {
  return `${alert}.${version}.${recipient}`;
}

function outcomeOf(tried: Awaited<ReturnType<NonNullable<Ways['mailer']>['send']>>): Outcome {
  if (tried.kind === 'sent') return { status: 'sent' };
  return { status: tried.kind === 'never' ? 'failed' : 'waiting', detail: tried.detail };
}
