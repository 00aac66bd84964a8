import { useQuery } from '@tanstack/react-query';
import { useChange } from '../data/change.ts';
import { client, dataOf } from '../data/client.ts';
import type { components } from '../data/v1.d.ts';

export type Account = components['schemas']['Account'];
export type ApiToken = components['schemas']['ApiToken'];
export type CustomerRole = components['schemas']['InviteToCustomer']['role'];
export type Step = components['schemas']['AccountStep'];
/** Whose accounts: the vendor's, of a customer, of a partner. */
export type Side =
  | { readonly kind: 'staff' }
  | { readonly kind: 'customer'; readonly id: string }
  | { readonly kind: 'partner'; readonly id: string };

/** The accounts of one side. */
export function useAccounts(side: Side) {
  return useQuery({ queryKey: ['accounts', side], queryFn: () => readAccounts(side) });
}

function readAccounts(side: Side) {
  switch (side.kind) {
    case 'staff':
      return dataOf(client.GET('/v1/accounts/staff'));
    case 'customer':
      return dataOf(
        client.GET('/v1/accounts/customers/{customer}', { params: { path: { customer: side.id } } }),
      );
    case 'partner':
      return dataOf(
        client.GET('/v1/accounts/partners/{partner}', { params: { path: { partner: side.id } } }),
      );
  }
}

/** Invites a person of the team. */
export function useInviteStaff() {
  return useChange(
    (person: string) => dataOf(client.POST('/v1/accounts/staff/{person}', { params: { path: { person } } })),
    ['accounts'],
  );
}

/** Somebody who is to be invited; of a partner the role says nothing. */
export type Invited = { readonly name: string; readonly email: string; readonly role: CustomerRole };

/** Invites somebody of a customer or a partner. */
export function useInvite(side: Exclude<Side, { kind: 'staff' }>) {
  return useChange(
    async ({ name, email, role }: Invited) =>
      side.kind === 'customer'
        ? dataOf(
            client.POST('/v1/accounts/customers/{customer}', {
              params: { path: { customer: side.id } },
              body: { name, email, role },
            }),
          )
        : dataOf(
            client.POST('/v1/accounts/partners/{partner}', {
              params: { path: { partner: side.id } },
              body: { name, email },
            }),
          ),
    ['accounts'],
  );
}

/** Does something with an account. */
export function useStep() {
  return useChange(
    ({ account, step }: { account: string; step: Step }) =>
      dataOf(client.POST('/v1/accounts/{account}/{step}', { params: { path: { account, step } } })),
    ['accounts'],
  );
}

/** Gives somebody of a customer another role. */
export function useGiveRole() {
  return useChange(
    ({ account, role }: { account: string; role: CustomerRole }) =>
      dataOf(client.PUT('/v1/accounts/{account}/role', { params: { path: { account } }, body: { role } })),
    ['accounts'],
  );
}

/** The tokens of programs. */
export function useTokens(enabled: boolean) {
  return useQuery({
    queryKey: ['apiTokens'],
    queryFn: () => dataOf(client.GET('/v1/api-tokens')),
    enabled,
  });
}

export type TokenOrder = components['schemas']['ApiTokenOrder'];

/** Makes a token; the answer holds it, this once. */
export function useMakeToken() {
  return useChange((body: TokenOrder) => dataOf(client.POST('/v1/api-tokens', { body })), ['apiTokens']);
}

/** Revokes a token for good. */
export function useRevokeToken() {
  return useChange(
    (token: string) => dataOf(client.POST('/v1/api-tokens/{token}/revoke', { params: { path: { token } } })),
    ['apiTokens'],
  );
}
