import { momentIn } from '#platform/fields.ts';
import { alertFigures } from './alertFigures.ts';
import { changeFigures, commitmentFigures, creditFigures } from './chargeFigures.ts';
import type { Example } from './example.ts';
import type { Figures } from './figures.ts';
import type { Question } from './form.ts';
import { lmstatFigures } from './lmstatFigures.ts';
import { measureFigures } from './measureFigures.ts';
import { differenceFigures, priceFigures } from './priceFigures.ts';
import { asOf, examined, findingAt, limitAt, windowAt } from './reading.ts';
import { trueUpFigures } from './trueUpFigures.ts';

/**
 * Returns the figures that answer a question; this is all that can be asked.
 *
 * - `reading`: `value` of the clause's measure in the window that holds `at`, as of `asOf` (the end of the term), and
 *   the `limit` of that window.
 * - `readingAfterEachRecord`: `values`, the same when only the first record was known, the first two, and so on.
 * - `limit`: what the clause allows at `at`.
 * - `finding`: `excess` in the window that holds `at`; 0 where no finding holds it.
 * - `alert`, `trueUp`, `price`, `difference`, `change`, `credit`, `commitment`, `lmstat`: see the files of these names.
 */
export async function answer(example: Example, question: Question, shared: string | null): Promise<Figures> {
  const { signed } = example;
  switch (question.ask) {
    case 'reading': {
      const seen = examined(example, question.clause, { asOf: asOf(question, signed) });
      const { value, limit } = windowAt(seen, question, signed);
      return { value, limit };
    }
    case 'groups':
    case 'evidence':
    case 'binds':
      return measureFigures(example, question);
    case 'readingAfterEachRecord': {
      const values = example.records.map((_, i) => {
        const seen = examined(example, question.clause, { first: i + 1 });
        return windowAt(seen, question, signed).value;
      });
      return { values };
    }
    case 'limit':
      return { limit: limitAt(example, question.clause, momentIn(question.at, signed.zone)) };
    case 'finding': {
      const seen = examined(example, question.clause, { asOf: asOf(question, signed) });
      return { excess: findingAt(seen, question, signed)?.window.excess ?? '0' };
    }
    case 'alert':
      return alertFigures(example, question);
    case 'trueUp':
      return trueUpFigures(example, question);
    case 'price':
      return priceFigures(example, question);
    case 'difference':
      return differenceFigures(example, question);
    case 'change':
      return changeFigures(example, question);
    case 'credit':
      return creditFigures(example, question);
    case 'commitment':
      return commitmentFigures(example, question);
    case 'lmstat':
      return lmstatFigures(example, question, shared);
  }
}
