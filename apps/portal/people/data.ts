import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { components } from '#apps/workspace/data/v1.d.ts';
import { client, dataOf } from '../data/client.ts';

type Schemas = components['schemas'];
export type People = Schemas['Accounts'];
type Stepped = Schemas['SteppedAccounts'];
export type Colleague = Schemas['Account'];
export type Invitation = Schemas['InviteToCustomer'];

/** Who of the customer may sign in. */
export const peopleQuery = (customer: string) =>
  queryOptions({
    queryKey: ['portal', customer, 'people'],
    queryFn: () => dataOf(client.GET('/v1/portal/{customer}/people', { params: { path: { customer } } })),
  });

export type Deed =
  | { readonly kind: 'invite'; readonly invitation: Invitation }
  | { readonly kind: 'step'; readonly account: string; readonly step: 'resend' | 'close' | 'reopen' }
  | { readonly kind: 'role'; readonly account: string; readonly role: Invitation['role'] };

/**
 * Invites somebody, or changes how an account stands; who there is then is read from the answer. `then` gets the address to
 * hand over, where no letter carries it: it is kept nowhere else.
 */
export function usePeopleDeed(customer: string, then?: (link: string | undefined, deed: Deed) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (deed: Deed) => dataOf<Stepped>(send(customer, deed) as Promise<{ data?: Stepped }>),
    onSuccess: ({ link, ...people }, deed) => {
      queries.setQueryData(peopleQuery(customer).queryKey, people);
      then?.(link, deed);
    },
    onError: () => queries.invalidateQueries({ queryKey: peopleQuery(customer).queryKey }),
  });
}

function send(customer: string, deed: Deed) {
  switch (deed.kind) {
    case 'invite':
      return client.POST('/v1/portal/{customer}/people', {
        params: { path: { customer } },
        body: deed.invitation,
      });
    case 'step':
      return client.POST('/v1/portal/{customer}/people/{account}/{step}', {
        params: { path: { customer, account: deed.account, step: deed.step } },
      });
    case 'role':
      return client.PUT('/v1/portal/{customer}/people/{account}/role', {
        params: { path: { customer, account: deed.account } },
        body: { role: deed.role },
      });
  }
}
