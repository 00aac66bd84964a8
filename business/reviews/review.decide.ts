import { dateIn, hour, type Instant, minute } from '#platform/instant.ts';
import type { Decider, Refusal } from '#platform/journal/decider.ts';
import { can } from './review.can.ts';
import { type ReviewRefusal, reviewRefusals } from './review.refusals.ts';
import type { Outcome, Review, ReviewCommand, ReviewEvent, Slot } from './review.ts';

type Decision = { readonly events: readonly ReviewEvent[] } | { readonly refused: Refusal<ReviewRefusal> };

const mostSlots = 5;
const mostOutcomes = 20;
const shortest = 15 * minute;
const longest = 4 * hour;

/** Returns the event a command leads to, or why it is refused. A meeting is booked when the other side says yes to a time that was offered. */
export function decideReview(command: ReviewCommand, state: Review): Decision {
  const possible = can[command.kind][state.status];
  if (possible !== true) return refuse('not_possible_now', possible);
  if (command.kind === 'open')
    return command.until > command.from
      ? { events: [{ ...command, kind: 'opened' }] }
      : refuse('review_period');
  if (state.status === 'none') throw new Error('refused above');
  switch (command.kind) {
    case 'offer': {
      const wrong = wrongSlots(command.slots, command.at);
      return wrong ? refuse(wrong) : { events: [{ ...command, kind: 'offered' }] };
    }
    case 'accept': {
      const { slot, side, at } = command;
      if (state.offer?.side === side) return refuse('own_offer');
      if (!state.offer?.slots.some((one) => isSame(one, slot))) return refuse('slot_not_offered');
      if (slot.from <= at) return refuse('slot_past');
      return { events: [{ ...command, kind: 'booked' }] };
    }
    case 'callOff':
      return { events: [{ ...command, kind: 'calledOff' }] };
    case 'hold': {
      if (state.meeting === null || command.at < state.meeting.from) return refuse('meeting_not_begun');
      const wrong = wrongOutcomes(command.outcomes, command.at);
      return wrong ? refuse(wrong) : { events: [{ ...command, kind: 'held' }] };
    }
    case 'end': {
      const outcome = state.outcomes.find(({ id }) => id === command.outcome);
      if (!outcome) return refuse('outcome_unknown');
      if (outcome.ended) return refuse('outcome_ended');
      if (command.how === 'given-up' && command.why === null) return refuse('why_missing');
      return { events: [{ ...command, kind: 'ended' }] };
    }
    case 'drop':
      return { events: [{ ...command, kind: 'dropped' }] };
  }
}

function wrongSlots(slots: readonly Slot[], now: Instant): ReviewRefusal | undefined {
  if (slots.length === 0 || slots.length > mostSlots) return 'slots_number';
  if (slots.some(({ from }) => from <= now)) return 'slot_past';
  if (slots.some(({ from, until }) => until - from < shortest || until - from > longest))
    return 'slot_length';
  const inOrder = slots.toSorted((a, b) => a.from - b.from);
  return inOrder.some(({ until }, i) => until > (inOrder[i + 1]?.from ?? until))
    ? 'slots_overlap'
    : undefined;
}

/** Days are taken in UTC: an outcome due on a day that has passed everywhere else is let through for hours, no longer. */
function wrongOutcomes(outcomes: readonly Outcome[], now: Instant): ReviewRefusal | undefined {
  const ids = new Set(outcomes.map(({ id }) => id));
  if (outcomes.length > mostOutcomes || ids.size < outcomes.length) return 'outcomes_number';
  const today = dateIn(now, 'UTC');
  return outcomes.some(({ dueOn }) => dueOn !== null && dueOn < today) ? 'outcome_due' : undefined;
}

function isSame(one: Slot, other: Slot): boolean {
  return one.from === other.from && one.until === other.until;
}

function refuse(code: ReviewRefusal, words: string = reviewRefusals[code]): Decision {
  return { refused: { code, words } };
}

/** Returns a review after one event. */
export function evolveReview(state: Review, event: ReviewEvent): Review {
  if (event.kind === 'opened') {
    const { id, customer, cause, from, until, at: openedAt } = event;
    const rest = { offer: null, meeting: null, held: null, outcomes: [], dropped: null };
    return { status: 'due', id, customer, cause, from, until, openedAt, ...rest };
  }
  if (state.status === 'none') return state;
  switch (event.kind) {
    case 'offered': {
      const { side, slots, note } = event;
      return { ...state, status: 'offered', offer: { side, slots, note }, meeting: null };
    }
    case 'booked':
      return { ...state, status: 'booked', offer: null, meeting: { ...event.slot, place: event.place } };
    case 'calledOff':
      return { ...state, status: 'due', meeting: null };
    case 'held': {
      const outcomes = event.outcomes.map((one) => ({ ...one, ended: null }));
      const held = { at: event.at, summary: event.summary, page: event.page };
      return { ...state, status: 'held', held, outcomes };
    }
    case 'ended': {
      const { how, at, why } = event;
      const outcomes = state.outcomes.map((one) =>
        one.id === event.outcome ? { ...one, ended: { how, at, why } } : one,
      );
      return { ...state, outcomes };
    }
    case 'dropped': {
      const { at, side, reason } = event;
      return { ...state, status: 'dropped', offer: null, meeting: null, dropped: { at, side, reason } };
    }
  }
}

/** The lifecycle of the review of one customer over one period. */
export const reviewDecider: Decider<Review, ReviewCommand, ReviewEvent, ReviewRefusal> = {
  initial: { status: 'none' },
  decide: decideReview,
  evolve: evolveReview,
};
