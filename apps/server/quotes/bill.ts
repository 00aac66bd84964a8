import { readBillingAccount } from '#business/settlement/billingAccount.store.ts';
import { quoteRefusals } from '#business/settlement/quote.refusals.ts';
import { commandQuote, readQuote } from '#business/settlement/quote.store.ts';
import type { Billing } from '#business/settlement/quote.ts';
import type { Refusal } from '#platform/journal/decider.ts';
import { failure, type Problem, type Result, success } from '#platform/problem.ts';
import { asStaff, type ServerContext } from '../context.ts';
import { notFound } from '../problems.ts';
import { refusedProblem } from '../reasoned.ts';
import { fileOf } from './lines.ts';

type Billed = Result<{ readonly reference: string }>;

/**
 * Gives a quote to billing and returns the reference. What is not agreed is given to nobody: its command is refused
 * afterwards, with the reason. Crash between this and that command: the same again finds the same bill.
 */
export async function billQuote(context: ServerContext, id: string, port: Billing['port']): Promise<Billed> {
  const found = await asStaff(context, async (tx) => {
    const stored = await readQuote(tx, id);
    if (!stored) return undefined;
    return { ...stored, account: await readBillingAccount(tx, stored.state.quote.customer, 'stripe') };
  });
  if (!found) return failure(notFound('such quote'));
  const { state, account } = found;
  if (state.status !== 'agreed') return success({ reference: state.billing?.reference ?? '' });
  if (port === 'csv') return success({ reference: fileOf([state.digest]) });
  if (!context.billing) return failure(notSet);
  if (!account) return failure(accountMissing);
  return context.billing.bill(state.quote, account.reference, state.digest);
}

/** So that all is rolled back. */
class NotAll extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** Marks all quotes of a file as billed by it, or none. Those that are so already stay as they are. */
export async function billedByFile(
  context: ServerContext,
  {
    file,
    quotes,
  }: { readonly file: string; readonly quotes: readonly { readonly id: string; readonly digest: string }[] },
): Promise<Result<{ readonly reference: string; readonly quotes: number }>> {
  const reference = fileOf(quotes.map(({ digest }) => digest));
  if (file !== reference) return failure(fileDiffers(file));
  const { actor } = context;
  const now = context.clock();
  try {
    await asStaff(context, async (tx) => {
      for (const { id, digest } of [...quotes].sort((a, b) => (a.id < b.id ? -1 : 1))) {
        const stored = await readQuote(tx, id);
        if (!stored) throw new NotAll(notFound(`quote ${id}`));
        const { state } = stored;
        if (state.digest !== digest)
          throw notAll(id, { code: 'quote_changed', words: quoteRefusals.quote_changed });
        if (state.billing?.reference === reference) continue;
        const command = { kind: 'bill', port: 'csv', reference, at: now } as const;
        const done = await commandQuote(tx, id, command, { customer: state.quote.customer, actor, now });
        if (done.kind === 'refused') throw notAll(id, done.refusal);
      }
    });
  } catch (error) {
    if (error instanceof NotAll) return failure(error.problem);
    throw error;
  }
  return success({ reference, quotes: quotes.length });
}

function notAll(id: string, { code, words }: Refusal): NotAll {
  return new NotAll(refusedProblem({ code, words: `${id}: ${words}` }));
}

function fileDiffers(file: string): Problem {
  return {
    code: 'file_differs',
    title: 'Another file',
    detail: `${file.slice(0, 60)} does not hold exactly these quotes.`,
    todo: 'Download the file again, give that one to billing, and confirm it.',
    pointer: '/file',
  };
}

const notSet: Problem = {
  code: 'billing_not_set',
  title: 'No billing system',
  detail: 'No key to Stripe is set.',
  todo: 'Set GOODTERMS_STRIPE_KEY, or bill this quote by its CSV file.',
};

const accountMissing: Problem = {
  code: 'billing_account_missing',
  title: 'No billing account',
  detail: 'Nobody has entered under which account Stripe knows this customer.',
  todo: 'Enter the account (cus_…) of the customer, then send it again.',
};
