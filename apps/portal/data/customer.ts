import { useQuery } from '@tanstack/react-query';
import { overviewQuery } from './portal.ts';

/** Returns the customer's name, once it is known. */
export function useCustomerName(customer: string): string | null {
  return useQuery({ ...overviewQuery(customer), enabled: customer !== '' }).data?.customer.name ?? null;
}
