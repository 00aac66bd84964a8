import { queryOptions } from '@tanstack/react-query';
import type { components } from '#apps/workspace/data/v1.d.ts';
import { client, dataOf } from './client.ts';

type Schemas = components['schemas'];
export type Documents = Schemas['PortalDocuments'];
export type AgreementPaper = Schemas['PortalAgreementText'];
export type QuotePaper = Schemas['PortalQuoteText'];

/** The papers that both sides share. */
export const documentsQuery = (customer: string) =>
  queryOptions({
    queryKey: ['portal', customer, 'documents'],
    queryFn: () => dataOf(client.GET('/v1/portal/{customer}/documents', { params: { path: { customer } } })),
  });

/** An agreement as it was signed, with what was signed and granted since. */
export const agreementPaperQuery = (customer: string, agreement: string) =>
  queryOptions({
    queryKey: ['portal', customer, 'documents', 'agreement', agreement],
    queryFn: () =>
      dataOf(
        client.GET('/v1/portal/{customer}/documents/agreements/{agreement}', {
          params: { path: { customer, agreement } },
        }),
      ),
  });

/** An offer that both sides agreed to, line by line. */
export const quotePaperQuery = (customer: string, quote: string) =>
  queryOptions({
    queryKey: ['portal', customer, 'documents', 'quote', quote],
    queryFn: () =>
      dataOf(
        client.GET('/v1/portal/{customer}/documents/quotes/{quote}', {
          params: { path: { customer, quote } },
        }),
      ),
  });
