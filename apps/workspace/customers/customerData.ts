import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { client, dataOf } from '../data/client.ts';
import type { components } from '../data/v1.d.ts';

export type CustomerForm = components['schemas']['CustomerForm'];
export type CustomerDocument = components['schemas']['CustomerDocument'];
export type CustomerEntry = components['schemas']['CustomerEntry'];
export type CustomerFilter = {
  readonly words: string;
  readonly segment: string;
  readonly size: string;
  readonly owner: string;
  readonly flag: string;
};

/** Customers by name, a page after the other; what is blank in the filter does not matter. */
export function useCustomers(filter: CustomerFilter) {
  const said = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''));
  return useInfiniteQuery({
    queryKey: ['customers', filter],
    queryFn: ({ pageParam }) =>
      dataOf(
        client.GET('/v1/customers', {
          params: { query: { limit: 50, ...said, ...(pageParam === '' ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** One customer as it is edited; nothing is read for `null`. */
export function useCustomerDocument(customer: string | null) {
  return useQuery({
    queryKey: ['customers', 'one', customer],
    queryFn: () =>
      dataOf(client.GET('/v1/customers/{customer}', { params: { path: { customer: customer ?? '' } } })),
    enabled: customer !== null,
  });
}

/** Creates a customer, or changes the version that was seen. */
export function saveCustomer(form: CustomerForm, seen: CustomerDocument | null): Promise<CustomerDocument> {
  if (seen === null) return dataOf(client.POST('/v1/customers', { body: form }));
  return dataOf(
    client.PUT('/v1/customers/{customer}', {
      params: { path: { customer: seen.form.id ?? '' }, header: { 'if-match': `"${seen.version}"` } },
      body: form,
    }),
  );
}
