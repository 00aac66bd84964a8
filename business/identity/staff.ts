import type { Instant } from '#platform/instant.ts';
import type { Decider, Refusal } from '#platform/journal/decider.ts';
import type { StaffRole } from './roles.ts';
import { type StaffRefusal, staffRefusals } from './staff.refusals.ts';

/** Name and address of a person: an erasable document, here by its id and salted digest. */
export type Details = { readonly document: string; readonly digest: string };

/** A person of the vendor. Events and states hold ids alone; `details` lists all documents there ever were. */
export type StaffMember =
  | { readonly status: 'none' }
  | {
      readonly status: 'active' | 'retired' | 'erased';
      readonly id: string;
      readonly role: StaffRole;
      readonly details: readonly Details[];
    };

export type StaffCommand =
  | {
      readonly kind: 'add';
      readonly id: string;
      readonly role: StaffRole;
      readonly details: Details;
      readonly at: Instant;
    }
  | { readonly kind: 'change'; readonly role: StaffRole; readonly details: Details; readonly at: Instant }
  | { readonly kind: 'retire'; readonly at: Instant }
  | { readonly kind: 'takeBack'; readonly at: Instant }
  | { readonly kind: 'erase'; readonly at: Instant };

export type StaffEvent =
  | ({ readonly kind: 'added' } & Omit<Extract<StaffCommand, { kind: 'add' }>, 'kind'>)
  | ({ readonly kind: 'changed' } & Omit<Extract<StaffCommand, { kind: 'change' }>, 'kind'>)
  | { readonly kind: 'retired' | 'takenBack' | 'erased'; readonly at: Instant };

type Decision = { readonly events: readonly StaffEvent[] } | { readonly refused: Refusal<StaffRefusal> };

/** Returns the event a command leads to, or why it is refused. Who is retired keeps what they did; who is erased, only their id. */
export function decideStaff(command: StaffCommand, state: StaffMember): Decision {
  if (command.kind === 'add') {
    if (state.status !== 'none') return refuse('staff_known');
    const { kind: _, ...added } = command;
    return { events: [{ kind: 'added', ...added }] };
  }
  if (state.status === 'none' || state.status === 'erased') return refuse('staff_unknown');
  const { at } = command;
  switch (command.kind) {
    case 'change':
      return { events: [{ kind: 'changed', role: command.role, details: command.details, at }] };
    case 'retire':
      return state.status === 'retired' ? { events: [] } : { events: [{ kind: 'retired', at }] };
    case 'takeBack':
      return state.status === 'active' ? { events: [] } : { events: [{ kind: 'takenBack', at }] };
    case 'erase':
      return state.status === 'active' ? refuse('staff_active') : { events: [{ kind: 'erased', at }] };
  }
}

/** Returns the person after one event. */
export function evolveStaff(state: StaffMember, event: StaffEvent): StaffMember {
  switch (event.kind) {
    case 'added':
      return { status: 'active', id: event.id, role: event.role, details: [event.details] };
    case 'changed':
      return { ...known(state), role: event.role, details: [...known(state).details, event.details] };
    case 'retired':
      return { ...known(state), status: 'retired' };
    case 'takenBack':
      return { ...known(state), status: 'active' };
    case 'erased':
      return { ...known(state), status: 'erased' };
  }
}

/** The lifecycle of a person of the vendor. */
export const staffDecider: Decider<StaffMember, StaffCommand, StaffEvent, StaffRefusal> = {
  initial: { status: 'none' },
  decide: decideStaff,
  evolve: evolveStaff,
};

function known(state: StaffMember): Exclude<StaffMember, { status: 'none' }> {
  if (state.status === 'none') throw new Error('an event of a person who was never added');
  return state;
}

function refuse(code: StaffRefusal): Decision {
  return { refused: { code, words: staffRefusals[code] } };
}
