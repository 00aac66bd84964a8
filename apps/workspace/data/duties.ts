import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { newKey } from './api.ts';
import { useChange } from './change.ts';
import { client, dataOf } from './client.ts';
import type { components } from './v1.d.ts';

export type Duty = components['schemas']['Duty'];
export type DutyState = components['schemas']['DutyState'];

/** What customers owe by a date, in some states or all. */
export function useDuties(state: readonly DutyState[]) {
  return useInfiniteQuery({
    queryKey: ['duties', state],
    queryFn: ({ pageParam }) =>
      dataOf(
        client.GET('/v1/duties', {
          params: { query: { state: [...state], ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

/** Records that something came in, or takes that back with a reason. */
export function useReceipt(duty: Duty) {
  const { agreement, customer } = duty;
  const params = () => ({ path: { customer: customer.id }, header: { 'idempotency-key': newKey() } });
  return useChange(
    (order: { receivedOn: string } | { receipt: string; reason: string }) =>
      'receivedOn' in order
        ? client.POST('/v1/customers/{customer}/duties/receive', {
            params: params(),
            body: { agreement, duty: duty.duty.id, dueOn: duty.dueOn, ...order },
          })
        : client.POST('/v1/customers/{customer}/duties/undo', {
            params: params(),
            body: { agreement, duty: duty.duty.id, ...order },
          }),
    ['duties'],
  );
}
