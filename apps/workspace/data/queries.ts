import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Order, readCustomer, readEvidence, send } from './api.ts';

/** The page of one customer. */
export function useCustomer(customer: string) {
  return useQuery({ queryKey: ['customer', customer], queryFn: () => readCustomer(customer) });
}

/** Which counted units to show: of the window with this index, from this row on. */
export type EvidencePlace = { readonly window: number; readonly offset: number };

/** The counted units at a place; the rows shown before stay until the next ones are there. */
export function useEvidence(customer: string, finding: string, version: number, place: EvidencePlace | null) {
  return useQuery({
    queryKey: ['evidence', customer, finding, version, place],
    queryFn: () => readEvidence(customer, finding, place?.window ?? 0, place?.offset ?? 0),
    enabled: place !== null,
    placeholderData: keepPreviousData,
  });
}

/** Sends commands on one finding; whatever comes of it, the page is read again, for it is not what it was. */
export function useCommand(customer: string, finding: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (order: Order) => send(customer, finding, order),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['customer', customer] });
      await client.invalidateQueries({ queryKey: ['positions'] });
    },
  });
}
