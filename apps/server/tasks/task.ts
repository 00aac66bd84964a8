import type { Principal } from '#business/identity/principal.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { CalendarDate, Instant } from '#platform/instant.ts';

/** Something that waits for one person, or for anybody of a role. No name and no words of a person in it. */
export type Task = {
  /** The same for the same task as long as it is there. */
  readonly id: string;
  /** What sort of work it is, in a word or two: `Finding`, `Control`. */
  readonly kind: string;
  readonly title: string;
  /** What more there is to know at a glance; `null` for nothing. */
  readonly detail: string | null;
  readonly customer: string | null;
  /** Where it is done: an address of the workspace. */
  readonly place: string;
  /** By when; `null` where nobody said. */
  readonly dueOn: CalendarDate | null;
  /** For whom it waits: this very person, or anybody of their role. */
  readonly for: 'me' | 'my role';
};

/** Somebody of the vendor: only they have tasks here. */
export type StaffPrincipal = Extract<Principal, { kind: 'staff' }>;

/** Reads the tasks of one sort for somebody, in the scope they work in: at most `mostOfKind`, the most urgent ones. */
export type TaskKind = (tx: Tx, principal: StaffPrincipal, now: Instant) => Promise<readonly Task[]>;

/** Of one sort nobody is shown more than this: whoever has more than that, works from the list itself. */
export const mostOfKind = 100;
