import { useQuery } from '@tanstack/react-query';
import { useChange } from './change.ts';
import { client, dataOf, seen } from './client.ts';
import type { components } from './v1.d.ts';

export type Staff = components['schemas']['Staff'];
export type StaffOrder = components['schemas']['StaffOrder'];

/** The people of the vendor. */
export function useTeam() {
  return useQuery({ queryKey: ['team'], queryFn: () => dataOf(client.GET('/v1/team')) });
}

/** Adds a person, or changes one (with the version that was seen). */
export function useSaveStaff() {
  return useChange(
    ({ person, order }: { person: Staff | null; order: StaffOrder }) =>
      person === null
        ? client.POST('/v1/team', { body: order })
        : client.PUT('/v1/team/{person}', {
            params: { path: { person: person.id }, header: seen(person.version) },
            body: order,
          }),
    ['team', 'positions'],
  );
}

/** Retires a person, takes one back, or erases who has left. */
export function useMoveStaff() {
  return useChange(
    ({ person, step }: { person: Staff; step: 'retire' | 'take-back' | 'erase' }) =>
      client.POST('/v1/team/{person}/{step}', {
        params: { path: { person: person.id, step }, header: seen(person.version) },
      }),
    ['team', 'positions'],
  );
}
