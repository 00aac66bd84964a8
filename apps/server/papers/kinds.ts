import { orderLineColumns } from '#business/agreements/orderLineFields.ts';
import { priceColumns } from '#business/catalog/priceColumns.ts';
import { productColumns } from '#business/catalog/productFields.ts';
import { customerColumns } from '#business/customers/customerFields.ts';
import { contactColumns, mistakeColumns, openOrderColumns } from '#business/customers/relationshipFields.ts';
import type { PaperKind } from '#business/papers/paper.ts';
import { partnerColumns } from '#business/partners/partnerFields.ts';
import type { ColumnSpec } from '#platform/table/column.ts';

/** What a person chooses from: each kind of table with its words and its columns. `needs`: what has to be there before. */
export const kinds: Readonly<
  Record<
    PaperKind,
    {
      readonly title: string;
      readonly explain: string;
      readonly needs: string;
      readonly columns: readonly ColumnSpec[];
    }
  >
> = {
  customers: {
    title: 'Customers',
    explain:
      'Who you serve: size, segment, risk tolerance, contact, owner, and how long you have known each other.',
    needs: '',
    columns: customerColumns,
  },
  contacts: {
    title: 'Contacts',
    explain:
      'The people of customers you have already: who reads notices, and who answers for them at your side.',
    needs: 'The customers',
    columns: contactColumns,
  },
  mistakes: {
    title: 'Our own mistakes',
    explain: 'What you did wrong yourself and which may explain use: excess that is yours is never charged.',
    needs: 'The customers',
    columns: mistakeColumns,
  },
  openOrders: {
    title: 'Orders under way',
    explain: 'Orders that were placed and stand in no agreement yet.',
    needs: 'The customers',
    columns: openOrderColumns,
  },
  partners: {
    title: 'Partners',
    explain: 'Who sells to some of your customers or speaks for them.',
    needs: 'The customers',
    columns: partnerColumns,
  },
  orderLines: {
    title: 'Order lines',
    explain: 'The quantities customers signed for, which make the limits of their agreements.',
    needs: 'The agreements',
    columns: orderLineColumns,
  },
  products: {
    title: 'Products',
    explain: 'What you sell, and the editions it comes in.',
    needs: '',
    columns: productColumns,
  },
  prices: {
    title: 'Price books',
    explain: 'What things cost, from which day on, in which currency.',
    needs: 'The products',
    columns: priceColumns,
  },
};
