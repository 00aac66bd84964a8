import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Principal } from './principal.ts';
import { type Candidate, isOfRoom, whoSignsIn } from './providerSignIn.ts';

const staff: Principal = { kind: 'staff', account: 's', role: 'legal' };
const member = (customer: string): Principal => ({
  kind: 'customer',
  account: customer,
  customer,
  role: 'customer-member',
});
const account = (principal: Principal, more: Partial<Candidate> = {}): Candidate => ({
  id: principal.account,
  status: 'active',
  linkedOtherwise: false,
  ...more,
  principal,
});
const verified = { email: 'maria@acme.example', unverified: false };

describe('somebody comes from the provider of acme', () => {
  const ofAcme = account(member('acme'));

  test('who was linked before is that account, whatever address the provider gives now', () => {
    const other = account(member('acme'), { id: 'other' });
    for (const told of [verified, { email: null, unverified: false }, { email: null, unverified: true }])
      expect(whoSignsIn('acme', told, ofAcme, [other])).toEqual({ kind: 'known', account: ofAcme });
  });

  test.each(['invited', 'active'] as const)('a verified address links an account that is %s', (status) => {
    const one = account(member('acme'), { status });
    expect(whoSignsIn('acme', verified, undefined, [account(staff), one])).toEqual({
      kind: 'link',
      account: one,
    });
  });

  test('an address that was not verified links nobody', () => {
    const told = { email: null, unverified: true };
    expect(whoSignsIn('acme', told, undefined, [ofAcme])).toEqual({
      kind: 'refused',
      code: 'provider_email_unverified',
    });
  });

  test.each([
    ['of the vendor', account(staff)],
    ['of another customer', account(member('bell'))],
    ['of a partner', account({ kind: 'partner', account: 'p', partner: 'acme' })],
  ])('an account %s is none of this provider’s, though the address is the same', (_, other) => {
    expect(whoSignsIn('acme', verified, undefined, [other])).toEqual({
      kind: 'refused',
      code: 'provider_account_unknown',
    });
  });

  test('an account that is somebody else at this provider stays theirs: addresses are given to others in time', () => {
    const theirs = account(member('acme'), { linkedOtherwise: true });
    expect(whoSignsIn('acme', verified, undefined, [theirs])).toEqual({
      kind: 'refused',
      code: 'provider_linked_otherwise',
    });
  });

  test.each(['closed', 'erased'] as const)(
    'an account that is %s opens to nobody, linked or not',
    (status) => {
      const gone = account(member('acme'), { status });
      for (const [linked, same] of [
        [gone, []],
        [undefined, [gone]],
      ] as const)
        expect(whoSignsIn('acme', verified, linked, same)).toEqual({
          kind: 'refused',
          code: 'provider_account_closed',
        });
    },
  );
});

test('whoever is signed in is of the provider’s own room, and nobody without a link or a verified address is', () => {
  const room = fc.constantFrom('*', 'acme', 'bell');
  const principal = fc.constantFrom<Principal>(staff, member('acme'), member('bell'), {
    kind: 'partner',
    account: 'p',
    partner: 'acme',
  });
  const candidate = fc.record({
    id: fc.string(),
    principal,
    status: fc.constantFrom('invited', 'active', 'closed', 'erased'),
    linkedOtherwise: fc.boolean(),
  }) as fc.Arbitrary<Candidate>;
  const told = fc.record({ email: fc.option(fc.constant('maria@acme.example')), unverified: fc.boolean() });
  fc.assert(
    fc.property(
      room,
      told,
      fc.option(candidate, { nil: undefined }),
      fc.array(candidate),
      (where, said, linked, same) => {
        const found = whoSignsIn(where, said, linked, same);
        if (found.kind === 'refused') return;
        expect(isOfRoom(found.account.principal, where)).toBe(true);
        expect(['invited', 'active']).toContain(found.account.status);
        if (found.kind === 'link') {
          expect(linked).toBeUndefined();
          expect(said).toEqual(verified);
          expect(found.account.linkedOtherwise).toBe(false);
        }
      },
    ),
    { seed: 19, numRuns: 2000 },
  );
});
