import type { Cause } from '#business/findings/lifecycle.ts';
import type { Command } from '../data/api.ts';

type Words = {
  readonly button: string;
  readonly title: string;
  /** What follows from it. */
  readonly effect: string;
  readonly needsReason: boolean;
  readonly asksCause: boolean;
  readonly done: string;
};

/** The words of each command, in one place. */
export const commandWords: Record<Command, Words> = {
  confirm: {
    button: 'Confirm',
    title: 'Confirm this finding',
    effect:
      'The reading is kept as it is now, and you may send the notice: Goodterms sends nothing by itself.',
    needsReason: false,
    asksCause: true,
    done: 'Confirmed. The page shows it as it is now.',
  },
  dismiss: {
    button: 'Dismiss',
    title: 'Dismiss this finding',
    effect:
      'Nobody is contacted about it, unless to apologize for a mistake of ours. It stays on record with your reason, and can be reopened.',
    needsReason: true,
    asksCause: true,
    done: 'Dismissed. The page shows it as it is now.',
  },
  reopen: {
    button: 'Reopen',
    title: 'Reopen this finding',
    effect: 'It is judged anew by the latest count.',
    needsReason: true,
    asksCause: false,
    done: 'Reopened. The page shows it as it is now.',
  },
};

const causeWords: Record<Cause, string> = {
  unknown: 'Not known',
  growth: 'Their use grew',
  'double-count': 'Somebody was counted twice',
  misconfiguration: 'Something was set up wrongly',
  'vendor-mistake': 'Our own mistake',
  'data-error': 'The data are wrong',
  covered: 'It is covered by something we had not recorded',
};

/** What says that nothing is wrong with the use can only dismiss; see `causesOfNoBreach`. */
const choices: Partial<Record<Command, readonly Cause[]>> = {
  confirm: ['unknown', 'growth', 'misconfiguration', 'vendor-mistake'],
  dismiss: Object.keys(causeWords) as Cause[],
};

/** The causes to choose from with a command. */
export const causesFor = (command: Command) =>
  (choices[command] ?? []).map((value) => ({ value, label: causeWords[value] }));
