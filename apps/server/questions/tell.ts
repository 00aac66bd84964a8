import {
  letterToAsker,
  letterToPerson,
  type QuestionFacts,
  type ToAsker,
  type ToPerson,
} from '#business/correspondence/questionMail.ts';
import { accountById } from '#business/identity/accounts.store.ts';
import { notify } from '#business/identity/notification.store.ts';
import type { NotificationKind } from '#business/identity/notification.ts';
import { customersOfPartner } from '#business/partners/partner.store.ts';
import type { KnownQuestion } from '#business/questions/question.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';
import { queueMail } from '#platform/mail/mail.store.ts';
import { publicUrlOf, type ServerContext } from '../context.ts';
import { hasLeft, type People } from './people.ts';

/** What is told, of which question, when; `by` did it and need not be told. */
type News = {
  readonly question: KnownQuestion;
  readonly people: People;
  readonly now: Instant;
  readonly by?: string;
};

/**
 * Writes to whoever asked, where their account is open and, of a partner's, the customer is still one of its own. They
 * asked, so no pause of contact holds this back.
 */
export async function tellAsker(
  tx: Tx,
  context: Pick<ServerContext, 'publicUrl'>,
  kind: ToAsker,
  { question, people, now }: News,
): Promise<void> {
  const { asked } = question;
  const account = await accountById(tx, asked.by.account);
  if (account?.status !== 'active' || account.email === '') return;
  const { partner } = asked.by;
  if (partner !== null && !(await customersOfPartner(tx, partner)).includes(asked.customer)) return;
  const person = people.answering(question.person);
  const link = `${publicUrlOf(context)}/portal/${asked.customer}/questions/${asked.id}`;
  await queueMail(tx, {
    ...{ customer: asked.customer, kind: `question.${kind}`, now },
    to: { name: account.name, address: account.email },
    ...letterToAsker(kind, facts(question, people, account.name, link)),
    ...(hasLeft(people.team, person.email) ? {} : { replyTo: { name: person.name, address: person.email } }),
  });
}

const notices: Record<ToPerson, NotificationKind> = {
  asked: 'question.asked',
  handedOver: 'question.asked',
  followedUp: 'question.asked',
  due: 'question.due',
  late: 'question.late',
};

/**
 * Writes to whoever of the vendor answers, and puts it among their notifications; without such a person, or where they
 * have left, it is among those of the role that owns customers.
 */
export async function tellPerson(
  tx: Tx,
  context: Pick<ServerContext, 'publicUrl'>,
  kind: ToPerson,
  { question, people, now, by }: News,
): Promise<void> {
  const { asked } = question;
  const person = people.answering(question.person);
  const left = hasLeft(people.team, person.email);
  const isContest = asked.claim !== null && (kind === 'asked' || kind === 'followedUp');
  await notify(tx, {
    to: person.id === null || left ? { role: 'customer-success' } : { staff: person.id },
    ...{ customer: asked.customer, kind: isContest ? 'contest.opened' : notices[kind], now },
    place: `/questions/${asked.id}`,
    ...(by === undefined ? {} : { by }),
  });
  if (left || person.email === '' || (by !== undefined && by === person.id)) return;
  await queueMail(tx, {
    ...{ customer: asked.customer, kind: `question.${kind}`, now },
    to: { name: person.name, address: person.email },
    ...letterToPerson(
      kind,
      facts(question, people, person.name, `${publicUrlOf(context)}/questions/${asked.id}`),
    ),
  });
}

function facts(question: KnownQuestion, people: People, reader: string, link: string): QuestionFacts {
  const { asked, promise, person } = question;
  return {
    ...{ id: asked.id, reader, customer: people.customer.name, link },
    person: people.answering(person).name,
    contest: asked.claim !== null,
    promisedOn: promise.on,
  };
}
