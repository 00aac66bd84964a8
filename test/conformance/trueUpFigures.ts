import type { Agreement, OrderLine } from '#business/agreements/agreement.ts';
import { addedLine } from '#business/remediation/coTerm.ts';
import { trueUp } from '#business/remediation/trueUp.ts';
import { exact } from '#platform/exact.ts';
import { earliest, startOfDate } from '#platform/instant.ts';
import { type Example, orThrow } from './example.ts';
import type { Figures } from './figures.ts';
import type { Question } from './form.ts';
import { asOf, clauseOf, examined, findingAt, limitAt, windowAt } from './reading.ts';

/**
 * Returns what truing up costs from a day to the end of the term for the finding that holds `at`, at its peak; without a
 * finding nothing is missing. `quantity` are the missing units, `total` and `lines` their price, `limitAfter` what the
 * clause allows from that day on once the order line for them has been added.
 */
export function trueUpFigures(example: Example, question: Extract<Question, { ask: 'trueUp' }>): Figures {
  const { agreement, signed, catalog } = example;
  const { from } = question;
  const clause = clauseOf(example, question.clause);
  const seen = examined(example, clause.id, { asOf: asOf(question, signed) });
  const { limit, excess } = findingAt(seen, question, signed)?.run.peak ?? {
    ...windowAt(seen, question, signed),
    excess: '0',
  };
  const priced = orThrow(
    'true-up',
    trueUp({ clause, agreement: signed, entitled: exact(limit), excess: exact(excess), from, catalog }),
  );
  const begins = startOfDate(from, signed.zone);
  const added = addedLine(
    { id: 'true-up', source: 'true-up', from },
    { clause, agreement: signed, quantity: priced.quantity },
  );
  return {
    quantity: priced.quantity,
    total: priced.total,
    lines: priced.lines.map(({ shown }) => shown),
    limitAfter: limitAt({ agreement: amended(agreement, added) }, clause.id, begins),
  };
}

function amended(agreement: Agreement, orderLine: OrderLine): Agreement {
  const amendment = {
    id: orderLine.id,
    signedOn: agreement.texts[0]!.signed.signedOn,
    from: orderLine.from,
    changes: [{ kind: 'addOrderLine' as const, orderLine }],
    recordedAt: earliest,
  };
  return { ...agreement, amendments: [...agreement.amendments, amendment] };
}
