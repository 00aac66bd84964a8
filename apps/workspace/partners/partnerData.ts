import { useQuery } from '@tanstack/react-query';
import { useChange } from '../data/change.ts';
import { client, dataOf } from '../data/client.ts';
import type { components } from '../data/v1.d.ts';

export type Partner = components['schemas']['PartnerDocument'];
export type PartnerForm = components['schemas']['PartnerForm'];

/** All partners. */
export function usePartners() {
  return useQuery({ queryKey: ['partners'], queryFn: () => dataOf(client.GET('/v1/partners')) });
}

/** Creates a partner, or changes the version that was seen. */
export function useSavePartner() {
  return useChange(
    ({ form, seen }: { form: PartnerForm; seen: Partner | null }) =>
      seen === null
        ? client.POST('/v1/partners', { body: form })
        : client.PUT('/v1/partners/{partner}', {
            params: { path: { partner: seen.id ?? '' }, header: { 'if-match': `"${seen.version}"` } },
            body: form,
          }),
    ['partners'],
  );
}
