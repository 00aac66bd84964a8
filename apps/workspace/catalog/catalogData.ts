import { useQuery } from '@tanstack/react-query';
import { client, dataOf } from '../data/client.ts';
import type { components } from '../data/v1.d.ts';
import type { Door } from '../editing/door.ts';

export type CatalogDocument = components['schemas']['CatalogDocument'];
export type CatalogPreview = components['schemas']['CatalogPreview'];

/** The parts of the form `catalog/1` that the tables show and the guided changes touch. */
export type CatalogForm = {
  readonly [key: string]: unknown;
  readonly products: readonly ProductForm[];
  readonly priceBooks?: readonly BookForm[];
  readonly features?: readonly Readonly<Record<string, string>>[];
};
export type ProductForm = {
  readonly id: string;
  readonly name: string;
  readonly editions?: readonly { readonly id: string; readonly name: string }[];
};
export type BookForm = {
  readonly id: string;
  readonly currency: string;
  readonly from: string;
  readonly until?: string;
  readonly components: readonly ComponentForm[];
};
export type ComponentForm = {
  readonly [key: string]: unknown;
  readonly id: string;
  readonly product: string;
  readonly per: string;
  readonly model: string;
};

/** The catalog as it is edited. */
export function useCatalog() {
  return useQuery({ queryKey: ['catalog'], queryFn: () => dataOf(client.GET('/v1/catalog')) });
}

/** The door to the catalog. */
export function catalogDoor(
  { text, version }: CatalogDocument,
  reload: Door<CatalogPreview>['reload'],
): Door<CatalogPreview> {
  return {
    what: 'catalog',
    needs: 'catalog.change',
    ...{ text, version, reload },
    preview: (draft) => dataOf(client.POST('/v1/catalog/preview', { body: { text: draft } })),
    save: (draft, seen) =>
      dataOf(
        client.PUT('/v1/catalog', {
          params: { header: { 'if-match': `"${seen}"` } },
          body: { text: draft },
        }),
      ),
  };
}
