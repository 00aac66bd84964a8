import type { Instant } from '#platform/instant.ts';
import type { Decider, Refusal } from '#platform/journal/decider.ts';
import type { Flag, FlagCommand, FlagEvent, FlagKind, FlagSpan, Flags } from './flag.ts';
import { flagKinds } from './flag.ts';
import { type FlagRefusal, flagRefusals } from './flags.refusals.ts';

type Decision = { readonly events: readonly FlagEvent[] } | { readonly refused: Refusal<FlagRefusal> };

/**
 * Returns the event a command leads to, or why it is refused: two flags of one kind never stand at once, and what has
 * ended is not ended again. An end that is due needs no command: the interval ends a flag by itself.
 */
export function decideFlags(command: FlagCommand, { flags }: Flags): Decision {
  switch (command.kind) {
    case 'raise': {
      const { kind: _, ...raised } = command;
      if (raised.until !== null && raised.until <= Math.max(raised.from, raised.at))
        return refuse('flag_ends_before');
      if (flags.some((flag) => flag.kind === raised.flag && meet(spanOf(flag), raised)))
        return refuse('flag_overlaps');
      return { events: [{ kind: 'flagRaised', ...raised }] };
    }
    case 'lift': {
      const { kind: _, ...lifted } = command;
      const flag = flags.find(({ id }) => id === command.id);
      if (!flag) return refuse('flag_unknown');
      const { until } = spanOf(flag);
      if (until !== null && until <= command.at) return refuse('flag_over');
      return { events: [{ kind: 'flagLifted', ...lifted }] };
    }
  }
}

/** Returns a customer's flags after one event. */
export function evolveFlags(state: Flags, event: FlagEvent): Flags {
  switch (event.kind) {
    case 'flagRaised': {
      const { id, flag, from, until, reason, by, at } = event;
      return { flags: [...state.flags, { id, kind: flag, from, until, reason, by, at, lifted: null }] };
    }
    case 'flagLifted': {
      const lifted = { at: event.at, by: event.by, reason: event.reason };
      return { flags: state.flags.map((flag) => (flag.id === event.id ? { ...flag, lifted } : flag)) };
    }
  }
}

/** The lifecycle of the flags of one customer. */
export const flagsDecider: Decider<Flags, FlagCommand, FlagEvent, FlagRefusal> = {
  initial: { flags: [] },
  decide: decideFlags,
  evolve: evolveFlags,
};

/** Returns when a flag is in force: as raised, or shorter where it was lifted; lifted before it began, never. */
export function spanOf({ kind, from, until, lifted }: Flag): FlagSpan {
  return { kind, from, until: lifted ? (Math.max(from, lifted.at) as Instant) : until };
}

/** Returns the flags in force at an instant, the gravest first. */
export function flagsInForce<F extends FlagSpan>(flags: readonly F[], now: Instant): F[] {
  return flags
    .filter(({ from, until }) => from <= now && (until === null || now < until))
    .sort((a, b) => flagKinds.indexOf(a.kind) - flagKinds.indexOf(b.kind));
}

/** Whether a message may go to a customer on our own; if not, which flag says so, until when, and in plain words why. */
export type MayContact =
  | { readonly may: true }
  | {
      readonly may: false;
      readonly flag: FlagKind;
      readonly until: Instant | null;
      readonly reason: string;
    };

const words: Readonly<Record<FlagKind, string>> = {
  'legal-hold': 'A legal hold stands on this customer: nothing goes out until it ends.',
  'do-not-contact': 'This customer is not to be contacted for now.',
  'in-renewal-talks':
    'Renewal talks with this customer are going on: their owner speaks with them, and nothing goes out beside it.',
};

/** Returns whether a notice or an alert may go to a customer at `now`. Its flags decide alone; a finding has reasons of its own. */
export function mayContact(flags: readonly FlagSpan[], now: Instant): MayContact {
  const [gravest] = flagsInForce(flags, now);
  if (!gravest) return { may: true };
  return { may: false, flag: gravest.kind, until: gravest.until, reason: words[gravest.kind] };
}

function meet(a: { from: Instant; until: Instant | null }, b: { from: Instant; until: Instant | null }) {
  return a.from < (b.until ?? Number.POSITIVE_INFINITY) && b.from < (a.until ?? Number.POSITIVE_INFINITY);
}

function refuse(code: FlagRefusal): Decision {
  return { refused: { code, words: flagRefusals[code] } };
}
