import type { AgreementCommand } from '#business/agreements/agreement.lifecycle.ts';
import { commandAgreement } from '#business/agreements/agreement.store.ts';
import type { Agreement } from '#business/agreements/agreement.ts';
import { editCommands, refusalProblem } from '#business/agreements/agreementEdit.ts';
import { type AgreementFile, readAgreements } from '#business/agreements/agreementFile.ts';
import { readCustomer } from '#business/customers/customer.store.ts';
import { markDue } from '#business/findings/finding.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';
import { failure, type Problem, type Result, success } from '#platform/problem.ts';
import { asStaffOf, type ServerContext } from '../context.ts';
import { changedMeanwhile } from '../http/etag.ts';
import { belongsToOther, idTaken, isTaken } from '../paperImports.ts';
import { notFound } from '../problems.ts';

/** An agreement as it stands, and its version. */
export type Standing = { readonly agreement: Agreement; readonly version: number };

/** Returns a customer's agreement, or `undefined`; `lock` keeps others from changing it until the transaction ends. */
export async function standing(tx: Tx, customer: string, id: string): Promise<Standing | undefined> {
  const row = await tx
    .selectFrom('stream_state')
    .select(['state', 'version'])
    .where('stream', '=', `agreement/${id}`)
    .where('customer_id', '=', customer)
    .executeTakeFirst();
  return row && { agreement: row.state as unknown as Agreement, version: row.version };
}

/** Returns the one agreement of a text, of this customer, and of this id where one is given. */
export function readText(text: string, customer: string, id?: string): Result<AgreementFile> {
  const read = readAgreements(text);
  if (!read.ok) return read;
  const [file, second] = read.value;
  if (second) return failure(oneOnly);
  if (file!.signed.customer !== customer) return failure(keeps('customer', customer));
  if (id !== undefined && file!.signed.id !== id) return failure(keeps('id', id));
  return success(file!);
}

/** What a person wants of an agreement: a text of it to be saved; `seen` is the version it was made from, 0 for a new one. */
export type Wish = { readonly customer: string; readonly file: AgreementFile; readonly seen: number };

/** Thrown in the transaction so that nothing of an edit stays. */
class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super('refused');
    this.problem = problem;
  }
}

/** Saves a text: whatever of it is not known yet, whole or not at all. Returns the agreement's id; detection is due. */
export async function saveText(
  context: ServerContext,
  { customer, file, seen }: Wish,
): Promise<Result<string>> {
  const { id } = file.signed;
  return carryOut(context, customer, async (tx, now) => {
    if (!(await readCustomer(tx, customer))) throw new Refused(notFound('such customer'));
    if (await belongsToOther(tx, id, customer)) throw new Refused(idTaken(id));
    const known = await standing(tx, customer, id);
    if (seen === 0 && known) throw new Refused(idTaken(id));
    if ((known?.version ?? 0) !== seen)
      throw new Refused(known ? changedMeanwhile('agreement', known.version) : notFound('such agreement'));
    const commands = editCommands(file, known?.agreement ?? null, now);
    if (!commands.ok) throw new Refused(commands.problems[0]!);
    let version = seen;
    for (const command of commands.value)
      version = await once(tx, { customer, id, command, version }, context, now);
    return id;
  });
}

/** Ends a variation early, at a time that is never before now. */
export function revoke(
  context: ServerContext,
  of: { readonly customer: string; readonly id: string; readonly variation: string; readonly seen: number },
  at: Instant | undefined,
): Promise<Result<string>> {
  const { customer, id, variation, seen } = of;
  return carryOut(context, customer, async (tx, now) => {
    if (!(await standing(tx, customer, id))) throw new Refused(notFound('such agreement'));
    const command: AgreementCommand = { kind: 'revoke', now, variation, at: at ?? now };
    await once(tx, { customer, id, command, version: seen }, context, now);
    return id;
  });
}

type One = {
  readonly customer: string;
  readonly id: string;
  readonly command: AgreementCommand;
  readonly version: number;
};

async function once(tx: Tx, { id, command, version, customer }: One, { actor }: ServerContext, now: Instant) {
  const by = { customer, actor, now, expectedVersion: version };
  const done = await commandAgreement(tx, id, command, by);
  if (done.kind === 'refused') throw new Refused(refusalProblem(done.refusal));
  if (done.kind === 'conflict') throw new Refused(changedMeanwhile('agreement', done.version));
  return done.version;
}

async function carryOut(
  context: ServerContext,
  customer: string,
  work: (tx: Tx, now: Instant) => Promise<string>,
): Promise<Result<string>> {
  const now = context.clock();
  try {
    const id = await asStaffOf(context, customer, async (tx) => {
      const done = await work(tx, now);
      await markDue(tx, customer, now);
      return done;
    });
    context.wake();
    return success(id);
  } catch (error) {
    if (error instanceof Refused) return failure(error.problem);
    if (isTaken(error)) return failure(idTaken('of the text'));
    throw error;
  }
}

const oneOnly: Problem = {
  code: 'agreement_twice',
  title: 'More than one agreement',
  detail: 'The text holds a second agreement; one is edited at a time.',
  todo: 'Keep one of them, or bring the file in as a whole.',
};

function keeps(what: 'id' | 'customer', value: string): Problem {
  return {
    code: 'identity_changed',
    title: 'Another agreement',
    detail: `The ${what} of the text is not ${value}; an agreement keeps its id and its customer.`,
    todo: `Write ${what}: ${value}, or create another agreement.`,
    pointer: `/${what}`,
  };
}
