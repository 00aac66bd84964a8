import { readCustomer } from '#business/customers/customer.store.ts';
import { markDue } from '#business/findings/finding.store.ts';
import { identitiesWith, lockPeople, peopleChanged } from '#business/usage/people/people.store.ts';
import { commandPeople, readDecisions } from '#business/usage/people/peopleDecision.store.ts';
import {
  identitiesOf,
  type PeopleCommand,
  type Span,
  type Subject,
} from '#business/usage/people/peopleDecision.ts';
import type { Tx } from '#platform/database/scope.ts';
import { formatInstant, type Instant } from '#platform/instant.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { asStaffOf, type ServerContext } from '../context.ts';
import { withText } from '../reasoned.ts';

/** Whom a person speaks of, and with what reason; `key` makes asking twice harmless. */
type Asked = { readonly customer: string; readonly reason: string; readonly key: string | undefined };

/** Carries out a decision about a customer's people; `undefined` when there is no such customer or identity. */
export function decide(
  context: ServerContext,
  asked: Asked & { readonly subject: Subject; readonly span: Span },
) {
  const { customer, subject, span, reason: text, key } = asked;
  return change(context, asked, async (tx, at) => {
    const known = await identitiesWith(tx, customer, identitiesOf(subject));
    if (identitiesOf(subject).some((id) => known.every((one) => one.id !== id))) return undefined;
    const erased = known.filter((one) => one.key === null).map(({ id }) => id);
    // Nobody else decides meanwhile: the number is the next one.
    const id = `P-${(await readDecisions(tx, customer)).length + 1}`;
    const { actor: by } = context;
    const words = {
      subject,
      span: { from: instantText(span.from), until: instantText(span.until) },
      reason: text,
    };
    return withText(tx, { customer, text, key, now: at }, (reason) =>
      command(tx, { kind: 'decide', id, subject, span, at, by, reason, erased }, asked, words),
    );
  });
}

/** Takes a decision back; `undefined` when there is no such customer or decision. */
export function undo(context: ServerContext, asked: Asked & { readonly decision: string }) {
  const { customer, decision: id, reason: text, key } = asked;
  return change(context, asked, async (tx, at) => {
    if ((await readDecisions(tx, customer)).every((one) => one.id !== id)) return undefined;
    return withText(tx, { customer, text, key, now: at }, (reason) =>
      command(tx, { kind: 'undo', id, at, by: context.actor, reason }, asked, { undo: id, reason: text }),
    );
  });
}

/** What counts changes for imports and detection alike, so both wait; the due mark stands before the stream is locked. */
function change<R extends { readonly kind: string }>(
  context: ServerContext,
  { customer }: Asked,
  work: (tx: Tx, at: Instant) => Promise<R | undefined>,
): Promise<R | undefined> {
  return asStaffOf(context, customer, async (tx) => {
    if (!(await readCustomer(tx, customer))) return undefined;
    await lockPeople(tx, customer);
    const at = context.clock();
    await markDue(tx, customer, at);
    const done = await work(tx, at);
    if (done?.kind === 'done') await peopleChanged(tx, customer);
    return done;
  });
}

function command(tx: Tx, command: PeopleCommand, { customer, key }: Asked, asked: Json) {
  const once = { asked, ...(key ? { idempotencyKey: key } : {}) };
  return commandPeople(tx, command, { customer, actor: command.by, now: command.at }, once);
}

const instantText = (instant: Instant | null) => (instant === null ? null : formatInstant(instant));
