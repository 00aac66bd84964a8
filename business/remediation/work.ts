import type { Instant } from '#platform/instant.ts';
import type { Decider, Refusal } from '#platform/journal/decider.ts';
import { type WorkRefusal, workRefusals } from './work.refusals.ts';

/** Where somebody works: a position, and with it the finding that stands there. */
export type WorkPlace = { readonly agreement: string; readonly clause: string; readonly group: string };

/** Free text lives in an erasable document; here are its id and salted digest. */
export type NoteText = {
  readonly document: string;
  readonly digest: string;
  readonly by: string;
  readonly at: Instant;
};

/** A note on a customer, or on one finding of it. What is written stays as it is; more may be added below it. */
export type Note = {
  readonly id: string;
  readonly finding: string | null;
  readonly texts: readonly NoteText[];
  readonly erased: boolean;
};

/** Who works on what at a customer, and what was noted there. */
export type Work = {
  readonly assigned: readonly (WorkPlace & { readonly staff: string })[];
  readonly notes: readonly Note[];
};

export type WorkCommand =
  | {
      readonly kind: 'assign';
      readonly place: WorkPlace;
      readonly staff: string | null;
      readonly at: Instant;
    }
  | { readonly kind: 'note'; readonly id: string; readonly finding: string | null; readonly text: NoteText }
  | { readonly kind: 'append'; readonly id: string; readonly text: NoteText }
  | { readonly kind: 'erase'; readonly id: string; readonly at: Instant };

export type WorkEvent =
  | {
      readonly kind: 'assigned';
      readonly place: WorkPlace;
      readonly staff: string | null;
      readonly at: Instant;
    }
  | { readonly kind: 'noted'; readonly id: string; readonly finding: string | null; readonly text: NoteText }
  | { readonly kind: 'appended'; readonly id: string; readonly text: NoteText }
  | { readonly kind: 'noteErased'; readonly id: string; readonly at: Instant };

type Decision = { readonly events: readonly WorkEvent[] } | { readonly refused: Refusal<WorkRefusal> };

/** Returns the event a command leads to, or why it is refused. Who works there already is not assigned again. */
export function decideWork(command: WorkCommand, state: Work): Decision {
  switch (command.kind) {
    case 'assign': {
      const { place, staff, at } = command;
      const now = state.assigned.find((one) => isSame(one, place))?.staff ?? null;
      return { events: now === staff ? [] : [{ kind: 'assigned', place, staff, at }] };
    }
    case 'note':
      return { events: [{ kind: 'noted', id: command.id, finding: command.finding, text: command.text }] };
    case 'append': {
      const note = state.notes.find(({ id }) => id === command.id);
      if (!note || note.erased) return refuse('note_unknown');
      return { events: [{ kind: 'appended', id: command.id, text: command.text }] };
    }
    case 'erase': {
      const note = state.notes.find(({ id }) => id === command.id);
      if (!note || note.erased) return refuse('note_unknown');
      return { events: [{ kind: 'noteErased', id: command.id, at: command.at }] };
    }
  }
}

/** Returns the work at a customer after one event. */
export function evolveWork(state: Work, event: WorkEvent): Work {
  switch (event.kind) {
    case 'assigned': {
      const others = state.assigned.filter((one) => !isSame(one, event.place));
      const { agreement, clause, group } = event.place;
      const { staff } = event;
      return {
        ...state,
        assigned: staff === null ? others : [...others, { agreement, clause, group, staff }],
      };
    }
    case 'noted': {
      const note = { id: event.id, finding: event.finding, texts: [event.text], erased: false };
      return { ...state, notes: [...state.notes, note] };
    }
    case 'appended':
      return change(state, event.id, (note) => ({ ...note, texts: [...note.texts, event.text] }));
    case 'noteErased':
      return change(state, event.id, (note) => ({ ...note, erased: true }));
  }
}

/** The lifecycle of the work at one customer. */
export const workDecider: Decider<Work, WorkCommand, WorkEvent, WorkRefusal> = {
  initial: { assigned: [], notes: [] },
  decide: decideWork,
  evolve: evolveWork,
};

function change(state: Work, id: string, to: (note: Note) => Note): Work {
  return { ...state, notes: state.notes.map((note) => (note.id === id ? to(note) : note)) };
}

function isSame(a: WorkPlace, b: WorkPlace): boolean {
  return a.agreement === b.agreement && a.clause === b.clause && a.group === b.group;
}

function refuse(code: WorkRefusal): Decision {
  return { refused: { code, words: workRefusals[code] } };
}
