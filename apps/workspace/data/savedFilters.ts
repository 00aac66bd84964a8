import { useQuery } from '@tanstack/react-query';
import { useChange } from './change.ts';
import { client, dataOf, seen } from './client.ts';
import type { components } from './v1.d.ts';

export type SavedFilter = components['schemas']['SavedFilter'];

/** The saved filters, each with how many positions pass it now. */
export function useSavedFilters() {
  return useQuery({
    queryKey: ['filters'],
    queryFn: () => dataOf(client.GET('/v1/positions/filters')),
  });
}

/** Saves a filter under a name, renames one, or removes one. */
export function useSaveFilter() {
  return useChange(
    (
      order: { name: string; address: string } | { rename: SavedFilter; name: string } | { remove: string },
    ) => {
      if ('remove' in order)
        return client.DELETE('/v1/positions/filters/{id}', { params: { path: { id: order.remove } } });
      if ('rename' in order)
        return client.PATCH('/v1/positions/filters/{id}', {
          params: { path: { id: order.rename.id }, header: seen(order.rename.version) },
          body: { name: order.name },
        });
      return client.POST('/v1/positions/filters', { body: order });
    },
    ['filters'],
  );
}
