import { type Dated, without } from '#platform/yamlText.ts';
import type { Condition } from './condition.ts';
import type { Duty, DutyDates } from './duty.ts';
import { usualReminder } from './dutyForm.ts';
import type { RightRule } from './right.ts';

/** Returns a condition as a form has it. */
export function conditionToForm({ kind, of }: Condition): Dated {
  return { [kind]: of.map(({ fact, is, value }) => ({ fact, [is]: value })) };
}

/** Returns the rule of a right as a form has it: one key, the rule's name. */
export function rightRuleToForm(rule: RightRule): Dated {
  switch (rule.kind) {
    case 'freeUse':
      return { freeUse: without({ attribute: rule.attribute, in: rule.in, upTo: rule.upTo }) };
    case 'pool':
      return { pool: { attribute: rule.attribute, in: rule.in } };
    case 'reassignment':
      return { reassignment: { days: String(rule.days) } };
    case 'rulingSource':
      return { rulingSource: { sources: rule.sources } };
    case 'maintenance': {
      const { attribute, until, releases } = rule;
      return {
        maintenance: without({
          attribute: attribute === 'version' ? undefined : attribute,
          until,
          releases: releases.map(({ version, releasedOn }) => ({ version, releasedOn })),
        }),
      };
    }
  }
}

/** Returns a duty as a form has it, without what is so where nothing is said. */
export function dutyToForm({ id, text, plain, due, grace, remind }: Duty): Dated {
  return without({
    ...{ id, text, plain },
    due: datesToForm(due),
    grace: grace === 0 ? undefined : String(grace),
    remind: remind === usualReminder ? undefined : String(remind),
  });
}

function datesToForm(due: DutyDates): Dated {
  switch (due.kind) {
    case 'once':
      return { once: due.on };
    case 'every':
      return without({
        every: due.period,
        days: String(due.days),
        anchor: due.anchor === 'term' ? 'term' : undefined,
      });
    case 'after':
      return { after: due.of, days: String(due.days) };
  }
}
