import { useQuery, useQueryClient } from '@tanstack/react-query';
import { client, dataOf } from '../data/client.ts';
import type { components } from '../data/v1.d.ts';
import type { Door } from '../editing/door.ts';

export type Document = components['schemas']['AgreementDocument'];
export type Preview = components['schemas']['AgreementPreview'];

/** One agreement as it is edited. */
export function useAgreement(customer: string, agreement: string) {
  const path = { customer, agreement };
  return useQuery({
    queryKey: ['agreement', customer, agreement],
    queryFn: () =>
      dataOf(client.GET('/v1/customers/{customer}/agreements/{agreement}', { params: { path } })),
  });
}

/** The agreements of a customer. */
export function useAgreements(customer: string) {
  return useQuery({
    queryKey: ['agreements', customer],
    queryFn: () =>
      dataOf(client.GET('/v1/customers/{customer}/agreements', { params: { path: { customer } } })),
  });
}

/** What has to be read again once papers changed. */
export function useRefresh() {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      ['agreement', 'agreements', 'customer', 'customers', 'positions'].map((key) =>
        queries.invalidateQueries({ queryKey: [key] }),
      ),
    );
}

const json = (text: string) => ({ body: { text } });

/** The door to an agreement that is known. */
export function agreementDoor(document: Document, reload: Door<Preview>['reload']): Door<Preview> {
  const { customer, id: agreement, version, text } = document;
  return {
    what: 'agreement',
    needs: 'agreements.change',
    ...{ text, version, reload },
    preview: (draft) => preview(customer, draft, agreement),
    save: (draft, seen) =>
      dataOf(
        client.PUT('/v1/customers/{customer}/agreements/{agreement}', {
          params: { path: { customer, agreement }, header: { 'if-match': `"${seen}"` } },
          ...json(draft),
        }),
      ),
  };
}

/** The door to an agreement that is to be created. */
export function newAgreementDoor(customer: string, text: string): Door<Preview> {
  return {
    what: 'agreement',
    needs: 'agreements.change',
    ...{ text, version: 0 },
    reload: async () => undefined,
    preview: (draft) => preview(customer, draft),
    save: (draft) =>
      dataOf(
        client.POST('/v1/customers/{customer}/agreements', {
          params: { path: { customer } },
          ...json(draft),
        }),
      ),
  };
}

function preview(customer: string, text: string, agreement?: string): Promise<Preview> {
  const body = agreement === undefined ? { text } : { text, agreement };
  return dataOf(
    client.POST('/v1/customers/{customer}/agreements/preview', { params: { path: { customer } }, body }),
  );
}

/** Ends a variation now. */
export function revokeNow({ customer, id: agreement, version }: Document, variation: string) {
  return dataOf(
    client.POST('/v1/customers/{customer}/agreements/{agreement}/variations/{variation}/revoke', {
      params: { path: { customer, agreement, variation }, header: { 'if-match': `"${version}"` } },
      body: {},
    }),
  );
}
