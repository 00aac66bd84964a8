import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instant } from '#platform/instant.ts';
import { fold } from '#platform/journal/decider.ts';
import {
  type AccountCommand,
  type AccountEvent,
  accountDecider,
  decideAccount,
  type Whose,
} from './account.ts';

const at = 1_000_000 as Instant;
const details = { document: 'd', digest: 'x' };
const member: Whose = { kind: 'customer', customer: 'aster', role: 'customer-member' };
const invite = (whose: Whose = member): AccountCommand => ({
  kind: 'invite',
  id: 'a',
  whose,
  details: whose.kind === 'staff' ? null : details,
  at,
});
const only = (kind: 'accept' | 'close' | 'reopen' | 'erase'): AccountCommand => ({ kind, at });
const administer: AccountCommand = { kind: 'giveRole', role: 'customer-administrator', at };
const rename: AccountCommand = { kind: 'rename', details, at };

const invited: AccountEvent = { kind: 'invited', id: 'a', whose: member, details, at };
const accepted: AccountEvent = { kind: 'accepted', at };
const closed: AccountEvent = { kind: 'closed', at };
const reopened: AccountEvent = { kind: 'reopened', at };
const erased: AccountEvent = { kind: 'erased', at };

/** Given events, when a command, then events of these kinds, or a refusal. */
function check(given: readonly AccountEvent[], when: AccountCommand, then: readonly string[] | string): void {
  const decided = decideAccount(when, fold(accountDecider, given));
  expect('refused' in decided ? decided.refused.code : decided.events.map(({ kind }) => kind)).toEqual(then);
}

describe('an account', () => {
  test('is opened by who accepts the invitation, once', () => {
    check([], invite(), ['invited']);
    check([invited], invite(), 'account_known');
    check([invited], only('accept'), ['accepted']);
    check([invited, accepted], only('accept'), 'account_not_invited');
    check([], only('accept'), 'account_unknown');
  });

  test('that is closed is opened by nobody but who is let in and accepts again', () => {
    check([invited, closed], only('accept'), 'account_not_invited');
    check([invited, accepted, closed], only('accept'), 'account_not_invited');
    check([invited, accepted, closed], only('reopen'), ['reopened']);
    check([invited, accepted, closed, reopened], only('accept'), ['accepted']);
    check([invited, accepted], only('reopen'), 'account_open');
  });

  test('is closed once, and erased only then; of who was erased nothing can be done', () => {
    check([invited, accepted, closed], only('close'), []);
    check([invited, accepted], only('erase'), 'account_open');
    check([invited, closed], only('erase'), ['erased']);
    for (const command of [only('accept'), only('reopen'), only('close'), only('erase'), rename, administer])
      check([invited, closed, erased], command, 'account_unknown');
    check([invited, closed, erased], invite(), 'account_known');
  });

  test('of a customer has a role that is given; of others the role stands elsewhere', () => {
    check([invited], administer, ['roleGiven']);
    check([invited, { kind: 'roleGiven', role: 'customer-administrator', at }], administer, []);
    check([invited, closed], administer, 'account_closed');
    for (const whose of [{ kind: 'staff' }, { kind: 'partner', partner: 'p' }] as const)
      check([{ ...invited, whose }], administer, 'account_role_elsewhere');
  });

  test('keeps every document of its name, so that erasing finds them all', () => {
    const state = fold(accountDecider, [
      invited,
      { kind: 'renamed', details: { document: 'e', digest: 'y' }, at },
    ]);
    expect(state).toMatchObject({ details: [details, { document: 'e', digest: 'y' }] });
    check([invited, closed], rename, 'account_closed');
  });
});

test('whatever happens, an account is open only when it was accepted after it was last closed', () => {
  const commands = [
    invite(),
    only('accept'),
    only('close'),
    only('reopen'),
    only('erase'),
    administer,
    rename,
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...commands), { maxLength: 30 }), (list) => {
      const events: AccountEvent[] = [];
      for (const command of list) {
        const decided = decideAccount(command, fold(accountDecider, events));
        if ('events' in decided) events.push(...decided.events);
      }
      const last = events.findLast(({ kind }) =>
        ['invited', 'accepted', 'closed', 'reopened', 'erased'].includes(kind),
      );
      const { status } = fold(accountDecider, events);
      expect(status === 'active').toBe(last?.kind === 'accepted');
    }),
    { seed: 17, numRuns: 500 },
  );
});
