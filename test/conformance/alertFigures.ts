import { join } from 'node:path';
import { z } from 'zod';
import type { AlertRules } from '#business/alerts/rule.ts';
import { rulesForm } from '#business/alerts/rulesForm.ts';
import { bandWords, metRules } from '#business/alerts/thresholds.ts';
import { exact, stored } from '#platform/exact.ts';
import { type Example, readForm } from './example.ts';
import type { Figures } from './figures.ts';
import type { Question } from './form.ts';
import { asOf, examined, windowAt } from './reading.ts';

const form = z.strictObject({ goodterms: z.literal('alert-rules/1'), rules: rulesForm });

/**
 * Returns whether an alert is due for the window that holds `at`, by the rules of `alerts.yaml`: `fires` (`yes`, `no`),
 * how many units are `left`, and the bands of the rules as a `table` in words.
 */
export function alertFigures(example: Example, question: Extract<Question, { ask: 'alert' }>): Figures {
  const { signed } = example;
  const rules: AlertRules = readForm(join(example.folder, 'alerts.yaml'), 'alert-rules/1', form).rules;
  const now = asOf(question, signed);
  const seen = examined(example, question.clause, { asOf: now });
  const { value, limit } = windowAt(seen, question, signed);
  const sight = { used: value, limit, forecast: null, renewsAt: signed.until };
  return {
    fires: metRules(rules, sight, [], now).length > 0 ? 'yes' : 'no',
    left: stored(exact(limit).sub(exact(value))),
    table: rules.flatMap(({ threshold }) =>
      threshold.kind === 'bands' ? threshold.bands.map(bandWords) : [],
    ),
  };
}
