import type { Instant } from '#platform/instant.ts';
import type { Decider, Refusal } from '#platform/journal/decider.ts';
import { type AccountRefusal, accountRefusals } from './account.refusals.ts';
import type { CustomerRole } from './roles.ts';
import type { Details } from './staff.ts';

/** Whose side an account is on. Of staff the id is the one in the team, where the role stands. */
export type Whose =
  | { readonly kind: 'staff' }
  | { readonly kind: 'partner'; readonly partner: string }
  | { readonly kind: 'customer'; readonly customer: string; readonly role: CustomerRole };

/** Which accounts a link to sign in opens without a password: those of people outside the vendor. */
export function signsInByLink({ kind }: { readonly kind: Whose['kind'] }): boolean {
  return kind !== 'staff';
}

/** Somebody who may sign in. Events and states hold ids alone; `details` lists all documents of name and address. */
export type Account =
  | { readonly status: 'none' }
  | {
      readonly status: 'invited' | 'active' | 'closed' | 'erased';
      readonly id: string;
      readonly whose: Whose;
      readonly details: readonly Details[];
    };

export type AccountCommand =
  | {
      readonly kind: 'invite';
      readonly id: string;
      readonly whose: Whose;
      /** Null of staff: the team has them. */
      readonly details: Details | null;
      readonly at: Instant;
    }
  | { readonly kind: 'accept'; readonly at: Instant }
  | { readonly kind: 'rename'; readonly details: Details; readonly at: Instant }
  | { readonly kind: 'giveRole'; readonly role: CustomerRole; readonly at: Instant }
  | { readonly kind: 'close'; readonly at: Instant }
  | { readonly kind: 'reopen'; readonly at: Instant }
  | { readonly kind: 'erase'; readonly at: Instant };

export type AccountEvent =
  | ({ readonly kind: 'invited' } & Omit<Extract<AccountCommand, { kind: 'invite' }>, 'kind'>)
  | { readonly kind: 'renamed'; readonly details: Details; readonly at: Instant }
  | { readonly kind: 'roleGiven'; readonly role: CustomerRole; readonly at: Instant }
  | { readonly kind: 'accepted' | 'closed' | 'reopened' | 'erased'; readonly at: Instant };

type Known = Exclude<Account, { status: 'none' }>;
type Decision = { readonly events: readonly AccountEvent[] } | { readonly refused: Refusal<AccountRefusal> };

/**
 * Returns the event a command leads to, or why it is refused. An account opened again is as one just invited: whoever
 * has the address proves it anew.
 */
export function decideAccount(command: AccountCommand, state: Account): Decision {
  if (command.kind === 'invite') {
    if (state.status !== 'none') return refuse('account_known');
    const { kind: _, ...invited } = command;
    return { events: [{ kind: 'invited', ...invited }] };
  }
  if (state.status === 'none' || state.status === 'erased') return refuse('account_unknown');
  const { at } = command;
  switch (command.kind) {
    case 'accept':
      return state.status === 'invited'
        ? { events: [{ kind: 'accepted', at }] }
        : refuse('account_not_invited');
    case 'rename':
      if (state.status === 'closed') return refuse('account_closed');
      return { events: [{ kind: 'renamed', details: command.details, at }] };
    case 'giveRole':
      return giveRole(command, state);
    case 'close':
      return { events: state.status === 'closed' ? [] : [{ kind: 'closed', at }] };
    case 'reopen':
      return state.status === 'closed' ? { events: [{ kind: 'reopened', at }] } : refuse('account_open');
    case 'erase':
      return state.status === 'closed' ? { events: [{ kind: 'erased', at }] } : refuse('account_open');
  }
}

function giveRole({ role, at }: Extract<AccountCommand, { kind: 'giveRole' }>, state: Known): Decision {
  if (state.whose.kind !== 'customer') return refuse('account_role_elsewhere');
  if (state.status === 'closed') return refuse('account_closed');
  return { events: state.whose.role === role ? [] : [{ kind: 'roleGiven', role, at }] };
}

/** Returns the account after one event. */
export function evolveAccount(state: Account, event: AccountEvent): Account {
  switch (event.kind) {
    case 'invited': {
      const details = event.details === null ? [] : [event.details];
      return { status: 'invited', id: event.id, whose: event.whose, details };
    }
    case 'accepted':
      return { ...known(state), status: 'active' };
    case 'renamed':
      return { ...known(state), details: [...known(state).details, event.details] };
    case 'roleGiven': {
      const { whose, ...rest } = known(state);
      return { ...rest, whose: whose.kind === 'customer' ? { ...whose, role: event.role } : whose };
    }
    case 'closed':
      return { ...known(state), status: 'closed' };
    case 'reopened':
      return { ...known(state), status: 'invited' };
    case 'erased':
      return { ...known(state), status: 'erased' };
  }
}

/** The lifecycle of an account. */
export const accountDecider: Decider<Account, AccountCommand, AccountEvent, AccountRefusal> = {
  initial: { status: 'none' },
  decide: decideAccount,
  evolve: evolveAccount,
};

function known(state: Account): Known {
  if (state.status === 'none') throw new Error('an event of an account nobody was invited to');
  return state;
}

function refuse(code: AccountRefusal): Decision {
  return { refused: { code, words: accountRefusals[code] } };
}
