import { queryOptions } from '@tanstack/react-query';
import type { PortalOverview } from '#apps/server/portal/overviewSchemas.ts';
import { client, dataOf } from './client.ts';

/** Everything a customer's first page shows. */
export const overviewQuery = (customer: string) =>
  queryOptions({
    queryKey: ['portal', customer, 'overview'],
    queryFn: () =>
      dataOf(
        client.GET(
          '/v1/portal/{customer}/overview' as never,
          { params: { path: { customer } } } as never,
        ) as Promise<{ data?: PortalOverview }>,
      ),
  });
