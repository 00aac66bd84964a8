import { isDeepStrictEqual } from 'node:util';
import { commandAgreement } from '#business/agreements/agreement.store.ts';
import { readAgreements } from '#business/agreements/agreementFile.ts';
import { importCatalog } from '#business/catalog/catalog.store.ts';
import { readCatalog } from '#business/catalog/catalogFile.ts';
import {
  customerIds,
  customersById,
  readCustomer,
  saveCustomers,
} from '#business/customers/customer.store.ts';
import { readCustomers } from '#business/customers/customerFile.ts';
import { markAllDue, markDue } from '#business/findings/finding.store.ts';
import { type Tx, vendorWide, withScope } from '#platform/database/scope.ts';
import { failure, type Problem, type Result, success } from '#platform/problem.ts';
import { asStaff, type ServerContext } from './context.ts';

/** What an import of papers did. */
export type Taken = { readonly taken: number; readonly changed: number; readonly notes: readonly string[] };

/** Thrown inside a transaction so that nothing of a file stays when a part of it is refused. */
class Refused extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super('refused');
    this.problems = problems;
  }
}

async function whole(work: () => Promise<Taken>): Promise<Result<Taken>> {
  try {
    return success(await work());
  } catch (error) {
    if (error instanceof Refused) return failure(...error.problems);
    throw error;
  }
}

/** Takes in a catalog file: all of it or, with problems, nothing. Everybody's money at stake may change by it. */
export async function takeCatalog(context: ServerContext, text: string): Promise<Result<Taken>> {
  const read = readCatalog(text);
  if (!read.ok) return read;
  const { actor } = context;
  const now = context.clock();
  return whole(() =>
    asStaff(context, async (tx) => {
      const done = await importCatalog(tx, read.value, { actor, now, zone: 'UTC' });
      if (done.kind === 'refused') throw new Refused([refusal(done.refusal)]);
      if (done.kind === 'conflict') throw new Error('no version was expected');
      if (done.events.length > 0) for (const id of await customerIds(tx)) await markDue(tx, id, now);
      return { taken: read.value.products.length, changed: done.events.length, notes: [] };
    }),
  );
}

/** Takes in a file of customers, new or changed: all of them or none. */
export async function takeCustomers(context: ServerContext, text: string): Promise<Result<Taken>> {
  const read = readCustomers(text);
  if (!read.ok) return read;
  const { actor, pool } = context;
  const now = context.clock();
  const customers = read.value;
  return whole(() =>
    withScope(pool, { customers: customers.map(({ id }) => id), actor }, async (tx) => {
      const ids = customers.map(({ id }) => id);
      const known = new Map((await customersById(tx, ids)).map((one) => [one.id, one]));
      const changed = customers.filter((one) => !isDeepStrictEqual(one, known.get(one.id)));
      await saveCustomers(tx, changed, now);
      const due = changed.map(({ id }) => id);
      await markAllDue(tx, due, now);
      return { taken: customers.length, changed: changed.length, notes: [] };
    }),
  );
}

/** Takes in a file of agreements, whatever of it is not known yet: all or nothing. */
export async function takeAgreements(context: ServerContext, text: string): Promise<Result<Taken>> {
  const read = readAgreements(text);
  if (!read.ok) return read;
  const { actor, pool } = context;
  const now = context.clock();
  const scope = {
    customers: [...new Set(read.value.map(({ signed }) => signed.customer)), vendorWide],
    actor,
  };
  return whole(() =>
    withScope(pool, scope, async (tx) => {
      let changed = 0;
      for (const file of read.value) {
        const { id, customer } = file.signed;
        if (!(await readCustomer(tx, customer))) throw new Refused([unknownCustomer(id, customer)]);
        if (await belongsToOther(tx, id, customer)) throw new Refused([idTaken(id)]);
        const done = await commandAgreement(
          tx,
          id,
          { kind: 'importFile', now, file },
          { customer, actor, now },
        ).catch((error: unknown) => {
          throw isTaken(error) ? new Refused([idTaken(id)]) : error;
        });
        if (done.kind === 'refused') throw new Refused([refusal(done.refusal, id)]);
        if (done.kind === 'conflict') throw new Error('no version was expected');
        changed += done.events.length;
        await markDue(tx, customer, now);
      }
      return {
        taken: read.value.length,
        changed,
        notes: read.value.flatMap(({ notes }) => notes.map(({ detail }) => detail)),
      };
    }),
  );
}

function refusal({ code, words }: { code: string; words: string }, of?: string): Problem {
  return {
    code,
    title: 'Refused',
    detail: of ? `${of}: ${words}` : words,
    todo: 'Correct the file and import it again; nothing of it was taken.',
  };
}

/** Whether an id belongs to another customer's agreement: seen where both are in scope; where not, the database knows of it alone. */
export async function belongsToOther(tx: Tx, id: string, customer: string): Promise<boolean> {
  const row = await tx
    .selectFrom('stream_state')
    .select('customer_id')
    .where('stream', '=', `agreement/${id}`)
    .executeTakeFirst();
  return row !== undefined && row.customer_id !== customer;
}

/** Whether the database refused an id because another customer's agreement has it. */
export function isTaken(error: unknown): boolean {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return code === '23505' && /^(event|stream_state)_pkey$/.test(String(constraint));
}

/** Returns the problem of an id in use. Says nothing of whose it is: whoever imports may not know that customer. */
export function idTaken(id: string): Problem {
  return {
    code: 'agreement_id_taken',
    title: 'Id in use',
    detail: `The id ${id} belongs to another agreement.`,
    todo: 'Give this agreement an id of its own.',
    pointer: '/id',
  };
}

function unknownCustomer(agreement: string, customer: string): Problem {
  return {
    code: 'unknown_customer',
    title: 'Unknown customer',
    detail: `${agreement} belongs to the customer ${customer}, whom we do not know.`,
    todo: 'Import the customer first, or correct its id in the agreement.',
    pointer: '/customer',
  };
}
