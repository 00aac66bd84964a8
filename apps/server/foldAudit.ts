import { customerIds } from '#business/customers/customer.store.ts';
import { accessScope } from '#business/identity/accessScope.store.ts';
import { vendorWide, withScope } from '#platform/database/scope.ts';
import { day, minute } from '#platform/instant.ts';
import { auditFolds } from '#platform/journal/audit.ts';
import type { ServerContext } from './context.ts';
import { failureText } from './failureText.ts';
import { lifecycles } from './lifecycles.ts';

/** What the last comparison came to: `ok`, how many streams differ, or that there was none yet. */
export type FoldState = 'ok' | number | 'not yet checked';

/** The audit at work. */
export type FoldAudit = {
  readonly state: () => FoldState;
  /** Compares now. */
  readonly check: () => Promise<void>;
  /** Resolves when no comparison runs any more. */
  readonly stop: () => Promise<void>;
};

/** When it is done, in microseconds: first so long after the start, then again and again. */
const daily = { first: minute, every: day };

/**
 * Folds the events of every stream once a day and compares with its row, all as of one moment. Differences are told by
 * `say`, each stream by its name; they never occur unless somebody has changed the database by hand, or by a mistake of
 * ours. Where the comparison itself fails, that is told, and what was known stays.
 */
export function startFoldAudit(
  context: Pick<ServerContext, 'pool' | 'actor'>,
  say: (words: string) => void,
  { first, every } = daily,
): FoldAudit {
  let state: FoldState = 'not yet checked';
  let running: Promise<void> = Promise.resolve();

  async function compare(): Promise<void> {
    try {
      const found = await differences(context);
      state = found.length === 0 ? 'ok' : found.length;
      if (found.length === 0) return;
      const list = found.map(({ stream, what }) => `  ${stream} ${what}`).join('\n');
      say(`EVENTS AND ROWS DIFFER in ${found.length} of the streams; restore these from a backup:\n${list}`);
    } catch (error) {
      say(`Events and rows could not be compared: ${failureText(error)}`);
    }
  }

  function check(): Promise<void> {
    running = running.then(compare);
    return running;
  }

  let timer: NodeJS.Timeout;
  const after = (microseconds: number): void => {
    timer = setTimeout(() => {
      void check();
      after(every);
    }, microseconds / 1000);
    timer.unref();
  };
  after(first);
  return {
    state: () => state,
    check,
    stop: () => {
      clearTimeout(timer);
      return running;
    },
  };
}

/** Of every stream there is, those of accounts too, which no page of the vendor or a customer can read. */
async function differences({ pool, actor }: Pick<ServerContext, 'pool' | 'actor'>) {
  const customers = await withScope(pool, { customers: [], actor }, customerIds);
  const scope = { customers: [...customers, vendorWide, accessScope], actor };
  return withScope(pool, scope, (tx) => auditFolds(tx, lifecycles), 'repeatable read');
}
